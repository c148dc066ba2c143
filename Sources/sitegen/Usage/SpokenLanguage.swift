import ArabicText
import ArgumentParser
import Base
import Content

/// The language of help, of usage errors and of what is said before a site is read.
enum SpokenLanguage {
    /// Whether it is Arabic, by the program's arguments and the machine.
    static let isArabic = isArabic(Array(CommandLine.arguments.dropFirst().prefix { $0 != "--" }))

    /// Whether it is Arabic: as `--messages` says, else the site.yaml in the folder that `--site` names, else the locale.
    private static func isArabic(_ arguments: [String]) -> Bool {
        func value(of option: String) -> String? {
            let isGiven = { (word: String) in word == option || word.hasPrefix(option + "=") }
            guard let place = arguments.lastIndex(where: isGiven) else { return nil }
            return arguments[place] == option
                ? arguments[(place + 1)...].first : String(arguments[place].dropFirst(option.count + 1))
        }
        switch value(of: "--messages") {
        case "ar": return true
        case "en": return false
        default: return isOutletArabic(DiskTree(root: value(of: "--site") ?? ".", named: ""))
        }
    }

    /// By the outlet in a folder; every start of the program asks. The settings as a whole, which take five milliseconds,
    /// are read only where those that decide are not written plainly.
    private static func isOutletArabic(_ folder: DiskTree) -> Bool {
        guard let settings = try? folder.read("Content/site.yaml") else { return prefersArabic }
        return plainly(settings)
            ?? speaksArabic(folder, LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1)))
    }

    /// What the lines of a site.yaml say, where they say it in bare words; nil where it takes a reader of YAML.
    private static func plainly(_ settings: [UInt8]) -> Bool? {
        var language: String?
        var messages: String?
        for line in settings.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
            guard let first = line.first, !" #-".utf8.contains(first) else { continue }
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            // Letters of ASCII and of Arabic: no quotes, no brackets, no mark of YAML's, no byte order mark.
            let isLetter = (0x61...0x7A).contains(first | 0x20) || (0xD8...0xDB).contains(first)
            guard parts.count == 2, isLetter else { return nil }
            let key = String(decoding: parts[0], as: UTF8.self).lowercased()
            guard languageKeys.contains(key) || messageKeys.contains(key) else { continue }
            let value = String(decoding: parts[1], as: UTF8.self).drop { $0 == " " }
            guard !value.isEmpty, value.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else { return nil }
            if languageKeys.contains(key) { language = String(value) } else { messages = String(value) }
        }
        switch messages {
        case nil: return Language(tag: language ?? "ar") == .arabic
        case "ar": return true
        case "en": return false
        default: return nil
        }
    }

    private static let languageKeys = ["language", "اللغة"]
    private static let messageKeys = ["messages", "لغة الرسائل"]
}

/// The text in the language that the program speaks.
func said(en english: String, ar arabic: String) -> String { SpokenLanguage.isArabic ? arabic : english }

extension ArgumentHelp {
    /// - Parameter value: what the option takes, in Arabic, such as `مجلد`; in English it is the option's name.
    static func text(en english: String, ar arabic: String, value: String? = nil) -> ArgumentHelp {
        SpokenLanguage.isArabic ? ArgumentHelp(arabic, valueName: value) : ArgumentHelp(english)
    }
}
