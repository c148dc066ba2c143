import Base

/// What the files of Word, Excel and PowerPoint (ECMA-376, part 2, clause 11, and part 1, 22.2) and OpenDocument
/// (ODF 1.3, part 3, 4.3) tell of those who wrote them.
enum OfficeDocument {
    /// Nil for what is no such file.
    static func facts(of file: [UInt8]) -> DocumentFacts? {
        guard let archive = ZipArchive(file) else { return nil }
        var facts = DocumentFacts()
        for name in ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"] where archive.has(name)
        {
            guard let part = archive.part(name) else {
                facts.isUnreadable = true
                continue
            }
            readFields(part, isCustom: name == "docProps/custom.xml", &facts)
        }
        for name in archive.names { readHidden(name, archive, &facts) }
        return facts
    }

    private static let told: Set<String> = [
        "creator", "lastModifiedBy", "revision", "Company", "Manager", "initial-creator", "printed-by",
        "editing-cycles", "HyperlinkBase",
    ]

    private static func readFields(_ part: [UInt8], isCustom: Bool, _ facts: inout DocumentFacts) {
        let fields = MarkupFields(part) { name in
            isCustom ? name == "name" || name.hasPrefix("vt:") : told.contains(name.withoutPrefix)
        }
        if isCustom {
            // A property's name is an attribute, its value an element in it.
            for (name, value) in zip(fields.all, fields.all.dropFirst())
            where name.name == "name" && value.name != "name" {
                facts.add(name.value, value.value)
            }
            return
        }
        for field in fields.all {
            let name = field.name.withoutPrefix
            // A document that was saved once tells nothing by its number.
            if name == "revision" || name == "editing-cycles", (Int(field.value) ?? 2) < 2 { continue }
            facts.add(name, field.value)
        }
    }

    private static func readHidden(_ name: String, _ archive: ZipArchive, _ facts: inout DocumentFacts) {
        let isText = name == "word/document.xml" || name.hasPrefix("word/header") || name.hasPrefix("word/foot")
        let isComments =
            name.hasPrefix("word/comments") || name.hasPrefix("xl/comments") || name.hasPrefix("xl/threadedComments")
            || name.hasPrefix("ppt/comments/")
        guard isText || isComments || name == "xl/workbook.xml" || name == "content.xml" else { return }
        guard let part = archive.part(name) else {
            facts.isUnreadable = true
            return
        }
        func holds(_ signs: String...) -> Bool { signs.contains { part.place(of: $0.utf8) != nil } }
        if isText, holds("<w:ins ", "<w:del ", "<w:moveFrom ", "<w:moveTo ") { facts.add(.trackedChanges) }
        if isComments, holds("<w:comment ", "<comment ", "<threadedComment ", "<p:cm ") { facts.add(.comments) }
        if name == "xl/workbook.xml", holds("state=\"hidden\"", "state=\"veryHidden\"") { facts.add(.hiddenSheets) }
        if name == "content.xml", holds("<text:tracked-changes") { facts.add(.trackedChanges) }
        if name == "content.xml", holds("<office:annotation ") { facts.add(.comments) }
    }
}

extension String {
    /// A name of XML without what stands in front of its colon.
    var withoutPrefix: String { lastIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self }
}
