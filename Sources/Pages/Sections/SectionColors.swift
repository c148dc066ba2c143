import Base
import Content

/// The style sheet with the colours of sections: a style on an element itself is what the content security policy blocks.
struct SectionColors {
    /// The file; nil where no section has a colour.
    let file: WrittenFile?

    init(_ site: Site) {
        let rules = site.sections.compactMap { section in
            section.colorClass.flatMap { name in section.color.map { ".\(name) { --section: \($0); }\n" } }
        }
        guard !rules.isEmpty else {
            file = nil
            return
        }
        let bytes = Array(rules.joined().utf8)
        file = WrittenFile(
            url: URLPath("assets/section-colors.\(Digest(of: bytes).hex.prefix(8)).css"), bytes: bytes,
            origin: Location(path: "Content/site.yaml"))
    }
}

extension Section {
    /// The class of what is to have its colour; nil where it has none. A slug holds nothing that an identifier may not
    /// (CSS Syntax Level 3, section 4.2).
    var colorClass: String? { color == nil ? nil : "section-" + key.replacing("/", with: "_") }
}
