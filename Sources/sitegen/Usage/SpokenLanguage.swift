import ArgumentParser
import Base
import Content

/// The language of help, of usage errors and of what is said before a site is read.
enum SpokenLanguage {
    /// Whether it is Arabic, by the program's arguments and the machine.
    static let isArabic = isArabic(CommandLine.arguments.dropFirst())

    /// Whether it is Arabic: as `--messages` says, else the site.yaml in the folder that `--site` names, else the locale.
    private static func isArabic(_ arguments: some Sequence<String>) -> Bool {
        let given = Array(arguments.prefix { $0 != "--" })
        func value(of option: String) -> String? {
            let places = given.indices.reversed()
            guard let place = places.first(where: { given[$0] == option || given[$0].hasPrefix(option + "=") }) else {
                return nil
            }
            let isOneWord = given[place] != option
            return isOneWord
                ? String(given[place].dropFirst(option.count + 1)) : given[(place + 1)...].first
        }
        switch value(of: "--messages") {
        case "ar": return true
        case "en": return false
        default: break
        }
        return speaksArabic(
            DiskTree(root: value(of: "--site") ?? ".", named: "", workers: Workers(jobs: 1)),
            LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1)))
    }
}

/// The text in the language that the program speaks.
func said(en english: String, ar arabic: String) -> String { SpokenLanguage.isArabic ? arabic : english }

extension ArgumentHelp {
    /// - Parameter value: what the option takes, in Arabic, such as `مجلد`; in English it is the option's name.
    static func text(en english: String, ar arabic: String, value: String? = nil) -> ArgumentHelp {
        SpokenLanguage.isArabic
            ? ArgumentHelp(stringLiteral: arabic).taking(value) : ArgumentHelp(stringLiteral: english)
    }

    private func taking(_ value: String?) -> ArgumentHelp {
        var help = self
        help.valueName = value
        return help
    }
}
