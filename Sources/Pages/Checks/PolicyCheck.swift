import Base
import Content
import Markdown
import Templates
import Typesetting

/// Finds what the site's own security policy keeps browsers from loading, running or sending: in templates, style
/// sheets, scripts and pages of their own beneath `Content/assets`, and in texts whose HTML passes.
struct PolicyCheck {
    private let policy: SecurityPolicy
    private let theme: Theme
    private let edition: Edition
    private let plan: PagePlan

    init(_ edition: Edition, _ plan: PagePlan, _ theme: Theme) {
        policy = SecurityPolicy(edition.site.outlet)
        (self.edition, self.plan, self.theme) = (edition, plan, theme)
    }

    /// Files of more bytes are data, or made by machines.
    private static let mostBytes = 2 << 20

    var problems: [Diagnostic] {
        var problems: [Diagnostic] = []
        for source in theme.sources {
            let uses = TemplateTags(source.bytes).tags.flatMap(BlockedUse.all)
            problems += blocked(uses, in: source.bytes, source.path)
        }
        for file in files { problems += blocked(uses(of: file.bytes, file.path), in: file.bytes, file.path) }
        return problems
    }

    /// What files of the site ask for, by the addresses at which pages name them.
    var usesOfFiles: [(url: URLPath, uses: [BlockedUse])] { files.map { ($0.url, uses(of: $0.bytes, $0.path)) } }

    /// The theme's assets, and what may ask for something among those of the outlet.
    private var files: [(url: URLPath, path: String, bytes: [UInt8])] {
        theme.assets.map { ($0.url, "Templates/assets/\($0.name)", $0.bytes) }
            + plan.copies.filter { Self.isRead($0.source) && $0.stamp.size <= Self.mostBytes }.compactMap { copy in
                edition.typesetter.bytes(of: copy.source).map { (copy.url, copy.source, $0) }
            }
    }

    /// What a text's own HTML asks for; pictures are looked at with those of Markdown.
    func problems(in text: LinkCheck.Text) -> [Diagnostic] {
        guard !text.text.activeTags.isEmpty else { return [] }
        let uses = text.text.activeTags.flatMap { tag in
            TemplateTags(Array(tag.text.utf8), isTemplate: false).tags.flatMap(BlockedUse.all)
                .filter { $0.directive != "img-src" }
                .map { BlockedUse(directive: $0.directive, subject: $0.subject, offset: tag.offset + $0.offset) }
        }
        return blocked(uses) { edition.typesetter.place($0, in: text.path, bodyStart: text.bodyStart) }
    }

    private static func isRead(_ path: String) -> Bool {
        [".css", ".js", ".mjs", ".html"].contains(where: path.hasSuffix)
    }

    private func uses(of bytes: [UInt8], _ name: String) -> [BlockedUse] {
        if name.hasSuffix(".css") { return StyleSheet(bytes: bytes, path: name).uses }
        if name.hasSuffix(".html") { return TemplateTags(bytes).tags.flatMap(BlockedUse.all) }
        return name.hasSuffix(".js") || name.hasSuffix(".mjs") ? ScriptFile(bytes: bytes).uses : []
    }

    /// The first of each directive and origin in a file.
    private func blocked(_ uses: [BlockedUse], in bytes: [UInt8], _ path: String) -> [Diagnostic] {
        blocked(uses) { Location(path: path, offset: $0, in: bytes) }
    }

    private func blocked(_ uses: [BlockedUse], place: (Int) -> Location) -> [Diagnostic] {
        var seen: Set<[String]> = []
        return uses.compactMap { use in
            switch use.subject {
            case .inline(let content):
                if let content, policy.allows(use.directive, inline: content) { return nil }
                return seen.insert([use.directive]).inserted
                    ? .inlineBlocked(use.directive, at: place(use.offset)) : nil
            case .address(let address):
                guard let origin = origin(of: address),
                    !policy.allows(use.directive, address.contains("{") ? origin : address),
                    seen.insert([use.directive, origin]).inserted
                else { return nil }
                return .addressBlocked(use.directive, origin, at: place(use.offset))
            }
        }
    }

    /// Nil where a template's expression stands in front of the path.
    private func origin(of address: String) -> String? {
        guard let brace = address.firstIndex(of: "{") else { return policy.origin(of: address) }
        let written = String(address[..<brace])
        let rest =
            written.hasPrefix("//") ? written.dropFirst(2) : written.split(separator: "//", maxSplits: 1).last ?? ""
        return written.contains("//") && rest.contains("/") ? policy.origin(of: written) : nil
    }
}

extension Diagnostic {
    fileprivate static func inlineBlocked(_ directive: String, at place: Location) -> Diagnostic {
        let isStyle = directive == "style-src"
        return Diagnostic(
            .warning, id: ThemeRule.policyBlocks,
            Message(
                en: isStyle
                    ? "browsers take styles from files of the site alone, as its security policy says, and none that "
                        + "stands in a page; write it into a style sheet in Templates/assets"
                    : "browsers run scripts from files of the site alone, as its security policy says, and none that "
                        + "stands in a page or is made of a text; write it into a file in Templates/assets",
                ar: isStyle
                    ? "لا تأخذ المتصفحات الأنماط إلا من ملفات الموقع بحكم سياسة أمنه، ولا مما كُتب داخل الصفحة؛ اكتبها في "
                        + "ورقة أنماط في Templates/assets"
                    : "لا تشغّل المتصفحات إلا برامج من ملفات الموقع بحكم سياسة أمنه، ولا ما كُتب داخل الصفحة أو صُنع من "
                        + "نص؛ اكتبها في ملف في Templates/assets"),
            at: place)
    }

    fileprivate static func addressBlocked(_ directive: String, _ origin: String, at place: Location) -> Diagnostic {
        // What no line of site.yaml allows.
        let isNever = directive == "object-src" || directive == "base-uri"
        let source = origin.hasSuffix(":") ? "\"\(origin)\"" : origin
        let line = "csp: {\(directive): \(source)}"
        return Diagnostic(
            .warning, id: ThemeRule.policyBlocks,
            Message(
                en: "the site's security policy keeps browsers from “\(origin)” here (\(directive)); "
                    + (isNever ? "no page may have this" : "take it out, or write “\(line)” in site.yaml"),
                ar: "تمنع سياسة أمن الموقع المتصفحات من «\(origin)» هنا (\(directive))؛ "
                    + (isNever ? "ولا يجوز هذا في صفحة" : "احذفه، أو اكتب «\(line)» في site.yaml")),
            at: place)
    }
}
