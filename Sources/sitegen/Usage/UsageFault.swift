import Base

/// The first thing that is wrong with a command line, by the descriptions of the commands. It is looked for once the
/// parser has refused the line, and so never refuses one itself.
enum UsageFault {
    typealias Parameter = CommandReference.Parameter

    /// No command has this name; the whole line of the one that was probably meant.
    case unknownCommand(String, instead: String?)
    /// An option in front of the command's name.
    case optionFirst(String)
    case unknownOption(String, instead: Parameter?)
    case missingValue(Parameter)
    /// A value for an option that takes none.
    case needlessValue(Parameter)
    case refusedValue(String, Parameter)
    /// More words than the command takes; the line that was probably meant.
    case extraWords([String], instead: [String]?)
    case missing(Parameter)
}

/// A command line as it was typed: the commands that it names, and what is wrong with it.
struct TypedLine {
    /// From the program to the last command that was named.
    let chain: [CommandReference]
    private(set) var fault: UsageFault?

    /// - Parameter arguments: without the program's name.
    init(_ arguments: [String], of program: CommandReference) {
        let (chain, rest) = program.chain(arguments)
        self.chain = chain
        let command = chain[chain.count - 1]
        guard command.commands.isEmpty else {
            fault = rest.first.map { word in
                word.hasPrefix("-")
                    ? .optionFirst(word) : .unknownCommand(word, instead: Self.command(near: word, in: chain))
            }
            return
        }
        var words = Words(command: command)
        fault = words.read(rest) ?? words.tooMany(in: rest, of: chain) ?? words.tooFew
    }

    /// The command that a word was probably meant to be: one of these, one anywhere, or the nearest name of these.
    private static func command(near word: String, in chain: [CommandReference]) -> String? {
        func lines(_ command: CommandReference, _ line: String) -> [(name: String, line: String)] {
            command.commands.filter(\.isShown).flatMap { part in
                [(part.name, "\(line) \(part.name)")] + lines(part, "\(line) \(part.name)")
            }
        }
        let all = lines(chain[0], chain[0].name)
        if let same = all.first(where: { $0.name == word }) { return same.line }
        let names = chain[chain.count - 1].commands.filter(\.isShown).map(\.name)
        guard let name = suggestion(for: word, among: names) ?? names.first(where: { $0.hasPrefix(word) }) else {
            return nil
        }
        return (chain.map(\.name) + [name]).joined(separator: " ")
    }
}

/// The words behind a command's name, as the parser sorts them.
private struct Words {
    typealias Parameter = CommandReference.Parameter

    let command: CommandReference
    /// Places of the words that belong to no option.
    private var plain: [Int] = []
    private var given: Set<String> = []
    /// Places of the words that are, or end with, a value.
    private var values: Set<Int> = []

    init(command: CommandReference) { self.command = command }

    private var positional: [Parameter] { command.parameters.filter { $0.kind == .positional } }

    mutating func read(_ words: [String]) -> UsageFault? {
        var place = 0
        var isOver = false
        while place < words.count {
            let word = words[place]
            if !isOver, word == "--" {
                isOver = true
            } else if isOver || !word.hasPrefix("-") || word == "-" {
                plain.append(place)
                values.insert(place)
            } else if let fault = readOption(words, &place) {
                return fault
            }
            place += 1
        }
        return nil
    }

    private mutating func readOption(_ words: [String], _ place: inout Int) -> UsageFault? {
        let parts = words[place].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let option = command.parameters.first(where: { $0.names.contains(parts[0]) }) else {
            return .unknownOption(parts[0], instead: near(parts[0]))
        }
        given.formUnion(option.names)
        guard option.kind == .option else { return parts.count == 1 ? nil : .needlessValue(option) }
        if parts.count == 1 {
            place += 1
            guard place < words.count, !words[place].hasPrefix("-") || words[place] == "-" else {
                return .missingValue(option)
            }
        }
        values.insert(place)
        let value = parts.count == 1 ? words[place] : parts[1]
        return option.takes(value) ? nil : .refusedValue(value, option)
    }

    private func near(_ name: String) -> Parameter? {
        let shown = command.parameters.filter(\.isShown)
        let names = shown.flatMap(\.names).filter { $0.hasPrefix("--") }
        let bare = "--" + name.drop { $0 == "-" }
        // A beginning of three letters is nearer than a word of as many others.
        let found = names.first { bare.count > 4 && $0.hasPrefix(bare) } ?? suggestion(for: bare, among: names)
        return found.flatMap { found in shown.first { $0.names.contains(found) } }
    }

    func tooMany(in words: [String], of chain: [CommandReference]) -> UsageFault? {
        guard !positional.contains(where: \.isRepeating), plain.count > positional.count else { return nil }
        let extra = plain.dropFirst(positional.count)
        let line = chain.map(\.name)
        let first = extra[extra.startIndex]
        var instead: [String]?
        if first > 0, values.contains(first - 1) {
            // A name with blanks that was not quoted: what follows it without an option between belongs to it.
            let end = (first...).first { !extra.contains($0) } ?? words.count
            instead = line + words[..<(first - 1)] + [words[(first - 1)..<end].joined(separator: " ")] + words[end...]
        } else if extra.count == 1, positional.isEmpty, !given.contains("--site"),
            command.parameters.contains(where: { $0.names == ["--site"] })
        {
            instead = line + words[..<first] + ["--site", words[first]] + words[(first + 1)...]
        }
        return .extraWords(extra.map { words[$0] }, instead: instead)
    }

    var tooFew: UsageFault? {
        if plain.count < positional.count, !positional[plain.count].isOptional {
            return .missing(positional[plain.count])
        }
        return command.parameters.first { option in
            option.kind == .option && !option.isOptional && given.isDisjoint(with: option.names)
        }.map(UsageFault.missing)
    }
}

extension CommandReference.Parameter {
    /// What numbers are called, with the greatest that is one.
    static let numbers = ["عدد": Int.max, "منفذ": 65_535, "سنة": 9_999]

    /// Whether the parser would take a value.
    fileprivate func takes(_ value: String) -> Bool {
        guard choices.isEmpty else { return choices.contains(value) }
        guard let largest = Self.numbers[self.value] else { return true }
        return Int(value).map { 0...largest ~= $0 } ?? false
    }
}
