import Base
import Content
import Templates
import Typesetting

/// Finds what the site's own security policy keeps browsers from loading, running or sending: in templates, style
/// sheets, scripts and pages of their own beneath `Content/assets`.
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
        for asset in theme.assets {
            problems += blocked(uses(of: asset.bytes, asset.name), in: asset.bytes, "Templates/assets/\(asset.name)")
        }
        for copy in plan.copies where Self.isRead(copy.source) && copy.stamp.size <= Self.mostBytes {
            guard let bytes = edition.typesetter.bytes(of: copy.source) else { continue }
            problems += blocked(uses(of: bytes, copy.source), in: bytes, copy.source)
        }
        return problems
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
        var seen: Set<[String]> = []
        return uses.compactMap { use in
            let place = { Location(path: path, offset: use.offset, in: bytes) }
            switch use.subject {
            case .inline:
                return seen.insert([use.directive]).inserted ? .inlineBlocked(use.directive, at: place()) : nil
            case .address(let address):
                guard let origin = origin(of: address), !policy.allows(use.directive, origin),
                    seen.insert([use.directive, origin]).inserted
                else { return nil }
                return .addressBlocked(use.directive, origin, at: place())
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
