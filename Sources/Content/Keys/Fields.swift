package import Base

/// Reads the keys of one mapping into typed values and collects what is wrong with them.
///
///     var fields = Fields(yaml, .article, path: path)
///     let title = fields.required("title")
///     report(fields.diagnostics)   // among them the keys that nobody knows
package struct Fields {
    /// What is wrong with the keys, in the order of reading.
    package private(set) var diagnostics: [Diagnostic] = []
    private let vocabulary: Vocabulary
    private var entries: [String: Yaml.Entry] = [:]
    /// Where the mapping begins.
    package let location: Location
    /// Whether whoever wrote it writes keys in Arabic, so that messages name them as they would.
    package let hasArabicKeys: Bool
    /// Whether something else than a mapping stands there: that is reported once, and then no key is missing.
    private var isNoMapping = false

    /// - Parameter hasArabicKeys: of the file, where this is a part of it without keys of its own.
    package init(_ yaml: Yaml?, _ vocabulary: Vocabulary, path: String, hasArabicKeys: Bool = false) {
        self.vocabulary = vocabulary
        location = yaml?.location ?? Location(path: path)
        guard let yaml else {
            self.hasArabicKeys = hasArabicKeys
            return
        }
        guard case .map(let map) = yaml.content else {
            self.hasArabicKeys = hasArabicKeys
            isNoMapping = true
            let form = vocabulary.form(arabic: hasArabicKeys)
            report(
                KeyRule.wrongType, at: yaml.location,
                Message(
                    en: "here stand lines of “key: value”, not \(yaml.kind.english); write “\(form)”",
                    ar: "هنا أسطر من «مفتاح: قيمة»، لا \(yaml.kind.arabic)؛ اكتب «\(form)»"))
            return
        }
        let arabic = map.count { $0.key.utf8.contains { $0 >= 0xD8 } }
        self.hasArabicKeys = map.isEmpty ? hasArabicKeys : arabic > 0 && 2 * arabic >= map.count
        entries.reserveCapacity(map.count)
        for entry in map { add(entry) }
    }

    private mutating func add(_ entry: Yaml.Entry) {
        guard let name = vocabulary.name(of: entry.key) else {
            report(
                KeyRule.unknownKey, at: entry.location, vocabulary.complaint(about: entry.key, arabic: hasArabicKeys))
            return
        }
        if let first = entries[name] {
            report(
                YamlRule.duplicateKey, at: entry.location,
                Message(
                    en: "“\(entry.key)” and “\(first.key)” are the same key; keep one",
                    ar: "«\(entry.key)» و«\(first.key)» مفتاح واحد؛ أبقِ أحدهما"))
            return
        }
        entries[name] = entry
    }

    /// Adds a diagnostic.
    package mutating func report(
        _ rule: some Rule, at location: Location, severity: Diagnostic.Severity = .error, _ message: Message
    ) {
        diagnostics.append(Diagnostic(severity, id: rule, message, at: location))
    }

    /// Adds what was found before the keys were read.
    package mutating func absorb(_ more: [Diagnostic]) { diagnostics += more }

    /// Where the value of `name` stands; the mapping itself where it is absent.
    package func place(of name: String) -> Location { entries[name]?.value.location ?? location }

    /// Where each value stands.
    package var places: [String: Location] { entries.mapValues(\.value.location) }

    /// The key as the file has it, or would have it.
    package func spelled(_ name: String) -> String {
        entries[name]?.key ?? vocabulary.spelled(name, arabic: hasArabicKeys)
    }

    /// Whether the key is there, be there a value or not.
    package func isWritten(_ name: String) -> Bool { entries[name] != nil }

    /// Whether there is a value that can be seen.
    package func has(_ name: String) -> Bool { value(name) != nil }

    /// Value of the key; nil where the key is absent, or its value is `null` or holds nothing that can be seen.
    package func value(_ name: String) -> Yaml? {
        guard let value = entries[name]?.value else { return nil }
        if case .scalar(let text, _) = value.content, isUnseen(text) { return nil }
        return value.isNull ? nil : value
    }

    // MARK: Scalars

    /// Text of the key; a code comes without the invisible characters around it.
    package mutating func text(_ name: String) -> String? {
        guard let text = value(name).flatMap({ scalar($0, name, Message(en: "text", ar: "نصًا")) }) else { return nil }
        return hasPaddedEnds(text) && vocabulary.shape(of: name) == .code ? bare(text) : text
    }

    /// Text of a key that must be there; reports where it is missing.
    package mutating func required(_ name: String) -> String? {
        if let text = text(name) { return text }
        if value(name) == nil, !isNoMapping {
            let key = spelled(name)
            report(
                KeyRule.missingKey, at: entries[name]?.location ?? location,
                Message(en: "“\(key)” is required; add a line “\(key): …”", ar: "«\(key)» مطلوب؛ أضف سطرًا «\(key): …»"))
        }
        return nil
    }

    /// A yes or no in either language; nil where there is none, or it is neither, which is reported.
    package mutating func flag(_ name: String) -> Bool? {
        let wanted = Message(en: "true or false", ar: "«نعم» أو «لا»")
        guard let value = value(name), let text = word(value, name, wanted) else { return nil }
        switch text.lowercased() {
        case "true", "yes", "on", "نعم": return true
        case "false", "no", "off", "لا": return false
        default:
            wrongType(name, value.location, wanted)
            return nil
        }
    }

    /// A whole number; nil where there is none, or it is out of range, which is reported.
    package mutating func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        let wanted = Message(
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            ar: "عددًا صحيحًا من \(range.lowerBound) إلى \(range.upperBound)")
        guard let value = value(name), let text = word(value, name, wanted) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            wrongType(name, value.location, wanted)
            return nil
        }
        return number
    }

    /// One of a fixed set of words, each with its Arabic names.
    package mutating func choice<Choice>(_ name: String, _ choices: [(Choice, [String])]) -> Choice? {
        value(name).flatMap { choice($0, name, choices) }
    }

    /// Several of a fixed set of words, in a list or split at commas.
    mutating func choices<Choice>(_ name: String, _ choices: [(Choice, [String])]) -> [Choice] {
        words(name).compactMap { word in
            choice(Yaml(.scalar(word.text, plain: false), at: word.location), name, choices)
        }
    }

    private mutating func choice<Choice>(_ value: Yaml, _ name: String, _ choices: [(Choice, [String])]) -> Choice? {
        let arabic = hasArabicKeys
        func words(_ comma: String) -> String {
            choices.map { arabic ? $0.1.first(where: isArabic) ?? $0.1[0] : $0.1[0] }.joined(separator: comma)
        }
        guard let text = word(value, name, Message(en: "one of \(words(", "))", ar: "إحدى القيم: \(words("، "))"))
        else { return nil }
        if let found = choices.first(where: { $0.1.contains(text) }) { return found.0 }
        let wanted = foldedKey(text)
        if let found = choices.first(where: { $0.1.contains { foldedKey($0) == wanted } }) { return found.0 }
        let hint = suggestion(for: text, among: choices.flatMap(\.1))
        let key = spelled(name)
        report(
            KeyRule.unknownValue, at: value.location,
            Message(
                en: "“\(key)” is one of \(words(", ")), not “\(text)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "قيمة «\(key)» إحدى: \(words("، "))، لا «\(text)»" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")))
        return nil
    }

    // MARK: Collections

    /// The items of a list, without those that are `null`; a single value counts as a list of one.
    package func items(_ name: String) -> [Yaml] {
        guard let value = value(name) else { return [] }
        if case .list(let items) = value.content { return items.filter { !$0.isNull } }
        return [value]
    }

    /// A list of words: a YAML list, or text that splits at commas and semicolons of either script.
    package mutating func words(_ name: String) -> [(text: String, location: Location)] {
        guard let value = value(name) else { return [] }
        if case .scalar(let text, _) = value.content {
            return wordList(text).filter { !Yaml.isNull($0.utf8) }.map { ($0, value.location) }
        }
        return items(name).flatMap { words(in: $0, name, Message(en: "a list of words", ar: "قائمة كلمات")) }
    }

    /// One item of a YAML list. It splits at the Arabic comma and semicolon, which mean nothing to YAML; others are
    /// part of a name there.
    mutating func words(in item: Yaml, _ name: String, _ wanted: @autoclosure () -> Message) -> [(
        text: String, location: Location
    )] {
        guard let text = scalar(item, name, wanted()) else { return [] }
        guard text.unicodeScalars.contains(where: { $0 == "،" || $0 == "؛" }) || text.first == "\"" else {
            return isUnseen(text) ? [] : [(text, item.location)]
        }
        return wordList(text, latinComma: false).map { ($0, item.location) }
    }

    /// Reads one item of a list, or a value that may be a mapping, with another vocabulary.
    package mutating func nested<Result>(_ yaml: Yaml, _ vocabulary: Vocabulary, _ read: (inout Fields) -> Result)
        -> Result
    {
        var fields = Fields(yaml, vocabulary, path: location.path, hasArabicKeys: hasArabicKeys)
        let result = read(&fields)
        diagnostics += fields.diagnostics
        return result
    }

    /// The entries of a mapping whose keys the author chooses.
    package mutating func pairs(_ name: String) -> [Yaml.Entry] {
        guard let value = value(name) else { return [] }
        if case .map(let entries) = value.content { return entries }
        wrongType(name, value.location, Message(en: "lines of “key: value”", ar: "أسطرًا من «مفتاح: قيمة»"))
        return []
    }

    /// The text of a value that must be a scalar; reports and gives nil where it is not.
    package mutating func scalar(_ yaml: Yaml, _ name: String, _ wanted: @autoclosure () -> Message) -> String? {
        if case .scalar(let text, _) = yaml.content { return stripped(text.unicodeScalars[...]) }
        wrongType(name, yaml.location, wanted())
        return nil
    }

    /// Text of a scalar that is for programs: a flag, a path, an address.
    package mutating func word(_ yaml: Yaml, _ name: String, _ wanted: @autoclosure () -> Message) -> String? {
        scalar(yaml, name, wanted()).map(bare)
    }

    /// Reports a value of another type than the key takes.
    package mutating func wrongType(_ name: String, _ location: Location, _ wanted: Message) {
        let key = spelled(name)
        report(
            KeyRule.wrongType, at: location,
            Message(en: "“\(key)” takes \(wanted.english)", ar: "قيمة «\(key)» يجب أن تكون \(wanted.arabic)"))
    }
}

private func isArabic(_ word: String) -> Bool { word.utf8.contains { $0 >= 0xD8 } }

extension Yaml {
    /// What stands there, in the words of who wrote it.
    package var kind: Message {
        switch content {
        case .scalar: Message(en: "a text", ar: "نص")
        case .list: Message(en: "a list", ar: "قائمة")
        case .map: Message(en: "lines of “key: value”", ar: "أسطر من «مفتاح: قيمة»")
        }
    }
}
