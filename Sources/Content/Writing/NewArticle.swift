import ArabicText
package import Base

/// The file of an article that is about to be written: its name, and the front matter to start from.
///
/// It begins as a draft: a build by the clock must not publish a headline with nothing below it.
package struct NewArticle: Sendable {
    /// Relative to the site's folder, where nothing lies yet.
    package let path: String
    /// The whole file: front matter and an empty line.
    package let text: String

    /// - Parameters:
    ///   - title: the headline as the editor typed it.
    ///   - section: nil leaves a comment that lists the outlet's sections.
    ///   - now: its day on the outlet's clock dates the article.
    package init(title: String, section: String?, in tree: some FileTree, outlet: Outlet, now: Instant)
        throws(Diagnostic)
    {
        let title = String(decoding: Hygiene.clean(Array(title.utf8)).text, as: UTF8.self)
        guard title.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw Diagnostic(
                id: ArticleRule.newTitle,
                Message(
                    en: "an article has a headline; put it between quotes",
                    ar: "للمقال عنوان؛ اكتبه بين علامتي "
                        + "اقتباس"),
                at: nil)
        }
        let section = try section.map { name throws(Diagnostic) in try Self.known(name, outlet) }
        let (day, time) = outlet.zone.civil(now)
        let date = day.iso
        let words = slug(title, style: outlet.slugStyle == .ascii ? .ascii : .arabic)
        let digest = { (text: String) in "\(date.replacing("-", with: ""))-\(Digest(of: text).hex.prefix(6))" }
        let name = words.isEmpty ? digest("\(title)\n\(now.seconds)") : words
        let taken = Set(try tree.entries(under: "Content/articles").map { CanonicalForm.nfc($0.path) })
        var path = "Content/articles/\(day.year)/\(date)-\(name).md"
        var number = 2
        while taken.contains(CanonicalForm.nfc(path)) {
            path = "Content/articles/\(day.year)/\(date)-\(name)-\(number).md"
            number += 1
        }
        self.path = path
        // The path takes part, too: two editors may begin two articles with one headline in one second.
        let id = digest("\(title)\n\(now.seconds)\n\(path)")
        var matter = FrontMatterWriter()
        matter.add("title", title)
        matter.add("date", "\(date) \(Self.clock(time))")
        if let section {
            matter.add("section", section)
        } else {
            if !outlet.sections.isEmpty {
                matter.add(
                    comment: outlet.sections.indices.map { outlet.identity(ofSection: $0) }.joined(separator: "، "))
            }
            matter.add(empty: "section")
        }
        for key in ["author", "summary", "tags"] { matter.add(empty: key) }
        if words.isEmpty { matter.add("slug", id) }
        matter.add("id", id)
        // Nothing of it is public until this line is taken away.
        matter.add("draft", "true")
        text = matter.text + "\n"
    }

    private static func known(_ name: String, _ outlet: Outlet) throws(Diagnostic) -> String {
        guard !outlet.sections.isEmpty else { return name }
        let (place, problem, rule) = outlet.section(named: name)
        if let problem { throw Diagnostic(id: rule, problem, at: nil) }
        return place.map { outlet.identity(ofSection: $0) } ?? name
    }

    private static func clock(_ time: CivilTime) -> String {
        "\(time.hour < 10 ? "0" : "")\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
    }
}
