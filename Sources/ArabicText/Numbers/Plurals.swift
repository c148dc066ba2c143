package import Base

/// CLDR's six plural categories. Arabic has all, English two, French three.
package enum PluralCategory: String, Sendable, Hashable, CaseIterable {
    case zero, one, two, few, many, other
}

/// The category of `n` by the rules of CLDR 47; a negative number counts as its magnitude.
package func pluralCategory(_ n: Int, language: Language = .arabic) -> PluralCategory {
    let count = n.magnitude
    switch language {
    case .english: return count == 1 ? .one : .other
    case .french: return count <= 1 ? .one : count % 1_000_000 == 0 ? .many : .other
    case .arabic: break
    }
    if count <= 2 { return count == 0 ? .zero : count == 1 ? .one : .two }
    return switch count % 100 {
    case 3...10: .few
    case 11...99: .many
    default: .other
    }
}

/// What a page says when it counts something: a whole phrase a category, with `{n}` where the number stands.
///
///     zero: لا تعليقات · one: تعليق واحد · two: تعليقان · few: {n} تعليقات · many: {n} تعليقًا · other: {n} تعليق
package struct PluralForms: Sendable, Hashable {
    private let phrases: [PluralCategory: String]
    private let language: Language

    /// A category of the language without a phrase, or a name that is no category.
    package struct Problem: Error, Sendable, Hashable {
        /// What is wrong, and what to write.
        package let message: Message
    }

    /// `forms` by the names of their categories; each that the language has must be there.
    package init(_ forms: [String: String], language: Language = .arabic) throws(Problem) {
        var phrases: [PluralCategory: String] = [:]
        for (name, phrase) in forms.sorted(by: { $0.key < $1.key }) {
            guard let category = PluralCategory(rawValue: name) else { throw Self.unknown(name) }
            phrases[category] = phrase
        }
        let missing = Self.categories(of: language).filter { phrases[$0] == nil }.map(\.rawValue)
        guard missing.isEmpty else { throw Self.missing(missing, language) }
        self.phrases = phrases
        self.language = language
    }

    /// The phrase for `n`, with its number in `numerals` and separators between thousands.
    package func phrase(_ n: Int, numerals: Numerals = .latn) -> String {
        let digits = number(n, numerals: numerals, language: language)
        guard let phrase = phrases[pluralCategory(n, language: language)] else { return digits }
        return replacing("{n}", in: phrase, with: digits)
    }

    private static func categories(of language: Language) -> [PluralCategory] {
        switch language {
        case .arabic: PluralCategory.allCases
        case .english: [.one, .other]
        case .french: [.one, .many, .other]
        }
    }

    private static func unknown(_ name: String) -> Problem {
        let near = suggestion(for: name, among: PluralCategory.allCases.map(\.rawValue))
        return Problem(
            message: Message(
                en: "“\(name)” is no plural form" + (near.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "«\(name)» ليست من صيغ العدد" + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "")))
    }

    private static func missing(_ names: [String], _ language: Language) -> Problem {
        let all = categories(of: language).map(\.rawValue)
        return Problem(
            message: Message(
                en: "a plural needs the forms \(all.joined(separator: ", ")); add \(names.joined(separator: ", "))",
                ar: "تحتاج صيغ العدد إلى \(all.joined(separator: "، "))؛ أضف \(names.joined(separator: "، "))"))
    }
}

/// `text` with each `place` replaced; bytes, because the standard library's own needs Foundation.
private func replacing(_ place: String, in text: String, with value: String) -> String {
    let (haystack, needle) = (Array(text.utf8), Array(place.utf8))
    var out: [UInt8] = []
    var i = 0
    while i < haystack.count {
        if haystack[i...].starts(with: needle) {
            out.append(contentsOf: value.utf8)
            i += needle.count
        } else {
            out.append(haystack[i])
            i += 1
        }
    }
    return String(decoding: out, as: UTF8.self)
}
