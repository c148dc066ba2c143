import Base
import Content
import Templates

/// The looks of blocks: each template of `Templates/blocks/` is one, by its name.
extension Theme {
    private static let looksFolder = "blocks/"

    /// Names of templates by those of the looks.
    var looks: [String: String] {
        let names = sources.map(\.name).filter { $0.hasPrefix(Self.looksFolder) && $0.hasSuffix(".html") }
        return Dictionary(
            names.map { (String($0.dropFirst(Self.looksFolder.count).dropLast(".html".count)), $0) }
        ) { first, _ in first }
    }

    /// What to say of a block whose look the theme has not.
    func unknownLook(of block: FrontPage.Block) -> Diagnostic {
        let known = looks.keys.sorted(by: bytesPrecede)
        let path = "Templates/\(Self.looksFolder)\(block.look).html"
        let end =
            suggestion(for: block.look, among: known).map {
                Message(en: "did you mean “\($0)”?", ar: "هل قصدت «\($0)»؟")
            }
            ?? (known.isEmpty
                ? Message(en: "add \(path)", ar: "أضف \(path)")
                : Message(
                    en: "it has \(known.joined(separator: ", ")); choose one with “look”, or add \(path)",
                    ar: "فيه \(known.joined(separator: "، "))؛ اختر أحدها في «look»، أو أضف \(path)"))
        return Diagnostic(
            id: ThemeRule.unknownLook,
            Message(
                en: "the theme has no look “\(block.look)” for blocks; \(end.english)",
                ar: "ليس في التصميم شكل «\(block.look)» للكتل؛ \(end.arabic)"), at: block.place)
    }
}

extension Diagnostic {
    /// A warning: nobody would see the blocks.
    static func blocksNotPrinted(by template: String) -> Diagnostic {
        Diagnostic(
            .warning, id: ThemeRule.blocksNotPrinted,
            Message(
                en:
                    "frontpage.yaml orders blocks that this template does not print; write "
                    + "“{% for block in list.blocks %}{{ block.html | safe }}{% endfor %}”",
                ar: "في frontpage.yaml كتل لا يطبعها هذا القالب؛ اكتب "
                    + "«{% for block in list.blocks %}{{ block.html | safe }}{% endfor %}»"),
            at: Location(path: "Templates/\(template)"))
    }
}
