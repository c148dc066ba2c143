import Base

/// Names as a sentence lists them, in plain text: `أحمد وسعيد ومنى`.
package func joinedList(_ names: [String], language: Language = .arabic) -> String {
    joined(names, language) { $0 }
}

/// As `joinedList`, in HTML: the names are escaped, and one that begins in Latin stands in `<bdi>`.
package func joinedListHTML(_ names: [String], language: Language = .arabic) -> String {
    joined(names, language) { name in
        let safe = escaped(name)
        return beginsInOtherDirection(name, language) ? "<bdi>" + safe + "</bdi>" : safe
    }
}

/// What stands before item `index` of a list of `count` items, for lists whose items are links: و in Arabic.
package func listSeparator(before index: Int, of count: Int, language: Language = .arabic) -> String {
    guard index > 0 else { return "" }
    switch language {
    case .arabic: return " و"
    case .english: return index == count - 1 ? " and " : ", "
    case .french: return index == count - 1 ? " et " : ", "
    }
}

private func joined(_ names: [String], _ language: Language, _ shape: (String) -> String) -> String {
    var out = ""
    for (index, name) in names.enumerated() {
        out += listSeparator(before: index, of: names.count, language: language)
        out += shape(name)
    }
    return out
}

private func beginsInOtherDirection(_ name: String, _ language: Language) -> Bool {
    for scalar in name.unicodeScalars {
        if isRightToLeft(scalar.value) { return language != .arabic }
        if scalar.properties.isAlphabetic || decimalDigit(scalar.value) != nil { return language == .arabic }
    }
    return false
}

private func escaped(_ text: String) -> String {
    var text = text
    var out: [UInt8] = []
    text.withUTF8 { $0.escapedForHTML { out.append(contentsOf: $0) } }
    return String(decoding: out, as: UTF8.self)
}
