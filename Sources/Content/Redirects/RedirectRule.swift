package import Base

/// A line of `Content/redirects.tsv`: what becomes of an address at which the site has nothing any more.
package struct RedirectRule: Sendable, Hashable {
    /// The address that readers still ask for.
    package let from: Address
    /// What they are answered.
    package let answer: Answer
    /// Where the old address stands.
    package let place: Location

    /// Rule of one line.
    package init(from: Address, answer: Answer, place: Location) {
        (self.from, self.answer, self.place) = (from, answer, place)
    }

    /// A whole path, all that lies beneath one, or a path with some values in its query.
    package struct Address: Sendable, Hashable {
        /// Path of the site; a folder where all beneath it is meant.
        package let path: URLPath
        /// Values that the query holds, among others or alone, sorted by name; empty for most.
        package let query: [Parameter]
        /// Whether all beneath the path is meant too, as a final `*` says.
        package let hasStar: Bool

        /// Address of one path.
        package init(path: URLPath, query: [Parameter] = [], hasStar: Bool = false) {
            (self.path, self.query, self.hasStar) = (path, query, hasStar)
        }

        /// As a file of redirects has it, decoded.
        package var text: String {
            "/" + path.text + (hasStar ? "*" : "")
                + (query.isEmpty ? "" : "?" + query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"))
        }
    }

    /// A name and a value of a query, both decoded.
    package struct Parameter: Sendable, Hashable {
        /// Letters, digits and `_`, as every server can ask for it.
        package let name: String
        /// Never empty: servers cannot tell an empty value from none.
        package let value: String

        /// Parameter of an address.
        package init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    /// The answer's status, and where it leads.
    package enum Answer: Sendable, Hashable {
        /// 301, or 302 where the old address may come back.
        case moved(to: Target, isPermanent: Bool)
        /// 410.
        case gone
    }

    /// Where a rule leads.
    package struct Target: Sendable, Hashable {
        /// Path of the site; a folder where the rest is carried over.
        package let path: URLPath
        /// Whether what stands in the place of the old address's `*` follows.
        package let carriesRest: Bool
        /// Where it stands.
        package let place: Location

        /// Target of one rule.
        package init(path: URLPath, carriesRest: Bool = false, place: Location) {
            (self.path, self.carriesRest, self.place) = (path, carriesRest, place)
        }

        /// As a file of redirects has it, decoded.
        package var text: String { "/" + path.text + (carriesRest ? "*" : "") }
    }
}
