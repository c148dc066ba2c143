import ArabicText
import Base

extension Vocabulary {
    static let search = Vocabulary([
        Key(
            "synonyms", ["المترادفات", "مترادفات"],
            "Rows of words that find each other, one word each: `[كورونا, كوفيد, COVID]`."),
        Key("order", ["الترتيب"], "`best` (the default) or `newest` first."),
    ])
}

/// The key `search`.
extension Fields {
    mutating func readSearch(_ value: Yaml) -> SearchSettings {
        var settings = SearchSettings()
        if case .scalar = value.content {
            settings.isOn = flag("search") ?? true
            return settings
        }
        return nested(value, .search) { fields in
            settings.synonyms = fields.synonyms()
            settings.isNewestFirst =
                fields.choice("order", [(false, ["best", "الأنسب"]), (true, ["newest", "الأحدث"])]) ?? false
            return settings
        }
    }

    private mutating func synonyms() -> [[String]] {
        let wanted = Message(en: "rows such as [كورونا, كوفيد, COVID]", ar: "صفوفًا مثل [كورونا, كوفيد, COVID]")
        var rows: [[String]] = []
        for row in items("synonyms") {
            let parts: [Yaml] = if case .list(let list) = row.content { list } else { [row] }
            var words: [String] = []
            for part in parts {
                guard let text = scalar(part, "synonyms", wanted) else { continue }
                for word in wordList(text) {
                    guard isOneWord(word) else {
                        report(
                            SettingsRule.searchSynonym, at: part.location, severity: .warning,
                            Message(
                                en: "a synonym is one word of letters or digits; “\(word)” is none and finds nothing",
                                ar: "المترادف كلمة واحدة من حروف أو أرقام؛ و«\(word)» ليست كذلك فلا أثر لها"))
                        continue
                    }
                    words.append(word)
                }
            }
            if words.count > 1 {
                rows.append(words)
            } else if words.count == 1 {
                report(
                    SettingsRule.searchSynonym, at: row.location, severity: .warning,
                    Message(
                        en: "a row has two synonyms at least; “\(words[0])” stands alone",
                        ar: "في الصف مترادفان على الأقل؛ و«\(words[0])» وحدها"))
            }
        }
        return rows
    }

    private func isOneWord(_ word: String) -> Bool {
        let scalars = folded(word).unicodeScalars
        let isNumber = scalars.allSatisfy { (0x30...0x39).contains($0.value) }
        let isLetters = scalars.allSatisfy { $0.properties.isAlphabetic }
        return !scalars.isEmpty && (isNumber || isLetters)
    }
}
