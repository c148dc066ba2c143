import Base
import Content

extension OutletScript {
    /// The element, on a line of its own, inert until a reader agrees where it waits for a consent.
    func markup(base: String) -> [UInt8] {
        var markup =
            Array("<script src=\"".utf8) + escaped(href(base: base))
            + Array(isAsync ? "\" async".utf8 : "\" defer".utf8)
        if !integrity.isEmpty { markup.add("integrity", integrity.joined(separator: " ")) }
        // Without it browsers show no other host's file to the check of its digest.
        if !integrity.isEmpty, case .web = source, !attributes.contains(where: { $0.name == "crossorigin" }) {
            markup.add("crossorigin", "anonymous")
        }
        for attribute in attributes { markup.add(attribute.name, attribute.value) }
        return [0x0A] + waiting(for: consent, markup + Array("></script>".utf8))
    }

    /// Its address as pages have it.
    func href(base: String) -> String {
        switch source {
        case .web(let url): url.text
        case .file(let name): URLPath(ofAsset: "Content/assets/\(name)").href(base: base)
        }
    }
}

extension AdPlace {
    /// The place with what the network fills.
    ///
    /// - Parameter label: what it is, for readers and their screen readers.
    func markup(label: String) -> [UInt8] {
        var inside: [UInt8]
        let end: String
        switch element {
        case .ins: (inside, end) = (Array("<ins".utf8), "></ins>")
        case .div: (inside, end) = (Array("<div".utf8), "></div>")
        case .frame(let url):
            inside = Array("<iframe".utf8)
            inside.add("src", url.text)
            inside.add("title", label)
            inside.add("loading", "lazy")
            // An advertisement may open a window of its own; it may not take the reader away.
            inside.add(
                "sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox")
            end = "></iframe>"
        }
        for attribute in attributes { inside.add(attribute.name, attribute.value) }
        var markup = Array("<aside class=\"ad ad-\(name)\"".utf8)
        markup.add("aria-label", label)
        return markup + [UInt8(ascii: ">")] + waiting(for: consent, inside + Array(end.utf8)) + Array("</aside>".utf8)
    }
}

private func waiting(for consent: String?, _ markup: [UInt8]) -> [UInt8] {
    guard let consent else { return markup }
    var template = Array("<template".utf8)
    template.add("data-consent", consent)
    return template + [UInt8(ascii: ">")] + markup + Array("</template>".utf8)
}

extension [UInt8] {
    /// ` name="value"`, escaped.
    fileprivate mutating func add(_ name: String, _ value: String) {
        self += " \(name)=\"".utf8
        self += escaped(value)
        self.append(UInt8(ascii: "\""))
    }
}
