import Base

extension Vocabulary {
    static let documents = Vocabulary([
        Key(
            "types", ["الأنواع"],
            "Endings of the files that are published where a text links to them: `[pdf, csv, docx]`; `pdf` and `csv` "
                + "by default."),
        Key(
            "metadata", ["البيانات الوصفية"],
            "`refuse` (the default) or `allow`: what becomes of documents that name their author, company or device."),
    ])
}

/// The keys `documents` and `embeds`.
extension Fields {
    mutating func readDocuments(_ value: Yaml) -> DocumentSettings {
        nested(value, .documents) { fields in
            var settings = DocumentSettings()
            let types = fields.words("types")
            if !types.isEmpty { settings.types = [] }
            for word in types {
                let ending = (word.text.hasPrefix(".") ? String(word.text.dropFirst()) : word.text).lowercased()
                if DocumentSettings.refused.contains(ending) {
                    fields.report(SettingsRule.refusedDocument, at: word.location, Self.refused(ending))
                } else if ending.isEmpty || !ending.utf8.allSatisfy(Self.isOfEnding) || ending == "md" {
                    fields.wrongType(
                        "types", word.location,
                        Message(en: "endings of files, such as [pdf, docx]", ar: "نهايات ملفات مثل [pdf, docx]"))
                } else {
                    settings.types.insert(ending)
                }
            }
            settings.allowsMetadata =
                fields.choice("metadata", [(false, ["refuse", "رفض"]), (true, ["allow", "سماح"])]) ?? false
            return settings
        }
    }

    private static func isOfEnding(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    private static func refused(_ ending: String) -> Message {
        Message(
            en:
                "programs and pages of others are never published as documents; take “\(ending)” out, and offer a PDF "
                + "instead",
            ar: "لا تُنشر البرامج وصفحات الغير وثائقَ أبدًا؛ احذف «\(ending)» وانشر PDF بدلًا منه")
    }

    /// In the order in which they are written, each once.
    mutating func readEmbeds() -> [EmbedSite] {
        var sites: [EmbedSite] = []
        for word in words("embeds") {
            guard let site = EmbedSite(written: word.text) else {
                let all = EmbedSite.allCases.map(\.rawValue)
                wrongType(
                    "embeds", word.location,
                    Message(en: "some of " + all.joined(separator: ", "), ar: "بعضًا من " + all.joined(separator: "، ")))
                continue
            }
            if !sites.contains(site) { sites.append(site) }
        }
        return sites
    }
}
