import Base

/// The help of a command in Arabic. Commands and options stand on lines of their own, which run from left to right, and
/// what is said of them stands below.
struct ArabicHelp {
    /// From the program to the command.
    let chain: [CommandReference]
    var terminal = Terminal.output

    var lines: [String] {
        guard let command = chain.last else { return [] }
        var sections = [[usage(command)] + text(command.abstract, indent: 2)]
        if !command.discussion.isEmpty { sections.append(text(command.discussion, indent: 2)) }
        let shown = command.parameters.filter(\.isShown)
        sections.append(list("ما يأخذه الأمر:", shown.filter { $0.kind == .positional }))
        sections.append(list("الخيارات:", shown.filter { $0.kind != .positional }))
        let commands = command.commands.filter(\.isShown)
        if !commands.isEmpty {
            sections.append(["الأوامر:"] + commands.flatMap { ["  " + $0.name] + text($0.abstract, indent: 6) })
            let words = ["sitegen", "help"] + chain.dropFirst().map(\.name)
            sections.append(["لمساعدة أمر منها:", "  " + words.joined(separator: " ") + " <أمر>"])
        }
        return Array(sections.filter { !$0.isEmpty }.joined(separator: [""]))
    }

    /// Such as `sitegen new article <عنوان> [خيارات]`.
    private func usage(_ command: CommandReference) -> String {
        let words =
            command.parameters.filter { $0.isShown && ($0.kind == .positional || !$0.isOptional) }.map { parameter in
                let word = parameter.label + (parameter.isRepeating ? " …" : "")
                return parameter.isOptional ? "[\(word)]" : word
            }
        let end = command.commands.isEmpty ? "[خيارات]" : "<أمر>"
        return (chain.map(\.name) + words + [end]).joined(separator: " ")
    }

    private func list(_ heading: String, _ parameters: [CommandReference.Parameter]) -> [String] {
        guard !parameters.isEmpty else { return [] }
        return [heading]
            + parameters.flatMap { parameter -> [String] in
                var lines = ["  " + parameter.label] + text(parameter.abstract, indent: 6)
                if !parameter.choices.isEmpty {
                    lines += text("القيم: " + parameter.choices.joined(separator: "، "), indent: 6)
                }
                if let usual = parameter.usual { lines += text("المعتاد: \(usual)", indent: 6) }
                return lines
            }
    }

    /// Lines of at most 78 columns.
    private func text(_ text: String, indent: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > 78 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).map { String(repeating: " ", count: indent) + terminal.isolatingLatin($0) }
    }
}
