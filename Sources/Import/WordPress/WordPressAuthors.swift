import ArabicText
import Base
import Content

/// Bylines: who a post names, in the order it names them.
struct WordPressAuthors {
    private let plan: WordPressPlan

    init(_ plan: WordPressPlan) { self.plan = plan }

    struct Byline {
        let name: String
        /// Empty where the export has none.
        let login: String
        var isUnknown = false
        /// Whether the name is but a login that many systems have.
        var isLogin = false
    }

    func bylines(of item: WordPressItem) -> [Byline] {
        let authors = item.categories.filter { $0.domain == "author" || $0.domain == "ppma_author" }
        if !authors.isEmpty {
            return authors.map { author in
                let slug = author.nicename.hasPrefix("cap-") ? String(author.nicename.dropFirst(4)) : author.nicename
                let decoded = WordPressName.decoded(slug).text
                if let byline = byline(login: decoded), !byline.isUnknown { return byline }
                let name = WordPressName.plain(author.name)
                return Byline(name: name.isEmpty ? decoded : name, login: decoded)
            }
        }
        if let field = plan.options.authorField, let name = item.meta(field).map({ WordPressName.plain($0) }),
            !name.isEmpty
        {
            return [Byline(name: name, login: "")]
        }
        return byline(login: item.creator).map { [$0] } ?? []
    }

    private func byline(login: String) -> Byline? {
        guard !login.isEmpty else { return nil }
        if let name = plan.options.authors[login] { return Byline(name: name, login: login) }
        if let guest = plan.index.guests[login], !guest.name.isEmpty {
            return Byline(name: guest.name, login: guest.login)
        }
        guard
            let author = plan.index.authors[login]
                ?? plan.index.authors.first(where: { Self.slug($0.key) == login })?.value
        else {
            return Byline(name: login, login: login, isUnknown: true)
        }
        let name = WordPressName.plain(author.name)
        return Byline(
            name: name.isEmpty ? login : name, login: author.login,
            isLogin: name.isEmpty || ["admin", "administrator", "root", "editor"].contains(name.lowercased()))
    }

    /// Login as WordPress has it in the address of its page.
    static func slug(_ login: String) -> String { ArabicText.slug(login, style: .arabic) }

    func address(ofLogin slug: String) -> URLPath? {
        let known = plan.index.authors.keys.contains { Self.slug($0) == slug } || plan.index.guests[slug] != nil
        return known ? URLPatterns.fill(plan.outlet.patterns.author, slug: slug) : nil
    }

    /// The author's own file.
    func profile(_ byline: Byline) -> (path: String, bytes: [UInt8])? {
        let slug = Self.slug(byline.login)
        guard !slug.isEmpty else { return nil }
        var matter = FrontMatterWriter()
        matter.add("name", byline.name)
        if isOrganization(byline) { matter.add("kind", "organization") }
        matter.add("slug", slug)
        let words = WordPressName.plain(plan.index.guests[byline.login]?.description ?? "")
        let body = words.isEmpty ? "" : Escaping.minimal.escaped(words, startsLine: true) + "\n"
        return ("Content/authors/\(slug).md", Array((matter.text + "\n" + body).utf8))
    }

    private func isOrganization(_ byline: Byline) -> Bool {
        if plan.options.authors[byline.login] != nil { return true }
        let first = folded(byline.name).split(separator: " ").first.map(String.init) ?? ""
        return ["فريق", "قسم", "وكالة", "هيئة"].map { folded($0) }.contains(first)
    }
}
