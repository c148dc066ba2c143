import ArgumentParser
import Base
import Templates

/// A command as the parser describes it: what help, manual pages and usage errors are made of.
struct CommandReference {
    let name: String
    let abstract: String
    let discussion: String
    /// Hidden ones, too.
    let commands: [CommandReference]
    /// Hidden ones, too.
    let parameters: [Parameter]
    let isShown: Bool

    struct Parameter {
        enum Kind: String { case positional, option, flag }

        let kind: Kind
        /// Such as `-h` and `--help`; empty for a positional one.
        let names: [String]
        /// What its value is called.
        let value: String
        let isOptional: Bool
        let isRepeating: Bool
        let isShown: Bool
        let abstract: String
        let usual: String?
        /// The values that it may have; empty where any will do.
        let choices: [String]

        /// `--site <site>`, `<title>`, `-h, --help`.
        var label: String {
            switch kind {
            case .positional: "<\(value)>"
            case .option: names.joined(separator: ", ") + " <\(value)>"
            case .flag: names.joined(separator: ", ")
            }
        }
    }

    /// The program with all of its commands; nil where the parser describes itself in another way than it does now.
    static var program: CommandReference? {
        let description = try? JSONReader.value(of: Array(Sitegen._dumpHelp().utf8), path: "")
        return description?["command"].flatMap(CommandReference.init)
    }

    /// - Parameter description: an object as `--experimental-dump-help` prints it (`CommandInfoV0`).
    private init?(_ description: Value) {
        guard let name = description["commandName"]?.text else { return nil }
        self.name = name
        abstract = description["abstract"]?.text ?? ""
        discussion = description["discussion"]?.text ?? ""
        // The parser adds `help`, which is described in English alone.
        commands = (description["subcommands"]?.items ?? []).compactMap(CommandReference.init).filter {
            $0.name != "help"
        }
        parameters = (description["arguments"]?.items ?? []).compactMap(Parameter.init)
        isShown = description["shouldDisplay"]?.bool ?? true
    }

    /// The chain of commands that the words name, this one first, and what is left of the words.
    func chain(_ words: some Collection<String>) -> (commands: [CommandReference], rest: [String]) {
        guard let first = words.first, let command = commands.first(where: { $0.name == first }) else {
            return ([self], Array(words))
        }
        let (commands, rest) = command.chain(words.dropFirst())
        return ([self] + commands, rest)
    }
}

extension CommandReference.Parameter {
    fileprivate init?(_ description: Value) {
        guard let kind = (description["kind"]?.text).flatMap(Kind.init) else { return nil }
        self.kind = kind
        names = (description["names"]?.items ?? []).compactMap { name in
            name["name"]?.text.map { (name["kind"]?.text == "long" ? "--" : "-") + $0 }
        }
        value = description["valueName"]?.text ?? ""
        isOptional = description["isOptional"]?.bool ?? false
        isRepeating = description["isRepeating"]?.bool ?? false
        isShown = description["shouldDisplay"]?.bool ?? true
        let isParsers = names.contains("--help") || names.contains("--version")
        // The parser's own two are described in English alone.
        abstract =
            isParsers && SpokenLanguage.isArabic
            ? (names.contains("--help") ? "اعرض هذه المساعدة." : "اعرض الإصدار.")
            : description["abstract"]?.text ?? ""
        usual = description["defaultValue"]?.text
        choices = (description["allValues"]?.items ?? []).compactMap(\.text)
    }
}
