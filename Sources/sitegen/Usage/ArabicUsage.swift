import Base

/// What is said in Arabic of a line that the parser refused: what is wrong, what was probably meant, where help is.
///
/// Commands and options stand on lines of their own, so that no Arabic word turns them around.
struct ArabicUsage {
    let line: TypedLine
    /// What the parser says, where the descriptions tell nothing: a command's own reason.
    let reason: String
    var terminal = Terminal.errors

    var lines: [String] {
        let help = ["sitegen", "help"] + line.chain.dropFirst().map(\.name)
        return problem + ["للمساعدة:", "  " + help.joined(separator: " ")]
    }

    /// What is wrong, without where help is.
    var problem: [String] {
        let (head, more) = fault ?? (reason, [])
        return [terminal.isolatingLatin("خطأ: " + visible(head))] + more
    }

    private var fault: (String, [String])? {
        switch line.fault {
        case nil: nil
        case .unknownCommand(let word, let instead?): ("لا أمر اسمه «\(word)»؛ لعلك تقصد:", ["  " + instead])
        case .unknownCommand(let word, nil): ("لا أمر اسمه «\(word)»", [])
        case .optionFirst(let option): ("اكتب اسم الأمر أولًا، ثم خياراته مثل «\(option)»", [])
        case .unknownOption(let name, let near?): ("لا خيار اسمه «\(name)» لهذا الأمر؛ لعلك تقصد:", about(near))
        case .unknownOption(let name, nil): ("لا خيار اسمه «\(name)» لهذا الأمر", [])
        case .missingValue(let option): ("يلزم بعد «\(option.name)» قيمة:", about(option))
        case .needlessValue(let option): ("الخيار «\(option.name)» لا يأخذ قيمة؛ اكتبه وحده:", ["  " + option.name])
        case .refusedValue(let value, let option): refused(value, option)
        case .extraWords(let words, let instead):
            (
                (words.count == 1 ? "كلمة زائدة لا يأخذها هذا الأمر: " : "كلمات زائدة لا يأخذها هذا الأمر: ")
                    + words.map { "«\($0)»" }.joined(separator: " ") + (instead == nil ? "" : "؛ لعلك تقصد:"),
                instead.map { ["  " + visible($0.map(shellQuoted).joined(separator: " "))] + quoting($0) } ?? []
            )
        case .missing(let parameter): ("ينقص هذا الأمر:", about(parameter))
        }
    }

    private func refused(_ value: String, _ option: CommandReference.Parameter) -> (String, [String]) {
        let said = "القيمة «\(value)» لا تصلح لـ«\(option.name)»؛ "
        if let largest = CommandReference.Parameter.numbers[option.value] {
            return (said + (largest == .max ? "يأخذ عددًا بالأرقام:" : "يأخذ عددًا من 0 إلى \(largest):"), about(option))
        }
        if let near = suggestion(for: value, among: option.choices) {
            return (said + "لعلك تقصد:", ["  \(option.name) \(near)"])
        }
        return (said + "يأخذ واحدة من هذه:", option.choices.map { "  \(option.name) \($0)" })
    }

    private func quoting(_ words: [String]) -> [String] {
        words.contains { $0.contains(" ") } ? ["ما فيه مسافة يوضع بين علامتي اقتباس."] : []
    }

    private func about(_ parameter: CommandReference.Parameter) -> [String] {
        ["  " + parameter.label, "      " + terminal.isolatingLatin(parameter.abstract)]
    }
}

extension CommandReference.Parameter {
    /// As it is named in a sentence.
    fileprivate var name: String { names.last ?? "<\(value)>" }
}

extension Terminal {
    /// Latin words in an Arabic text, each run between LRI and PDI: `--site` keeps its hyphens in front, and `Content/`
    /// its slash behind.
    func isolatingLatin(_ text: String) -> String {
        guard isTerminal else { return text }
        var output = ""
        var run = ""
        func isLatin(_ character: Character) -> Bool { character.isASCII && character > " " }
        func end() {
            // Blanks and the sentence's own signs at the run's end belong to the sentence.
            let kept = run.prefix(
                upTo: run.lastIndex { !" .,:;)".contains($0) }.map { run.index(after: $0) } ?? run.startIndex)
            let rest = run.dropFirst(kept.count)
            output += (kept.contains { $0.isLetter || $0.isNumber } ? "\u{2066}\(kept)\u{2069}" : String(kept)) + rest
            run = ""
        }
        for character in text {
            if isLatin(character) || character == " " && !run.isEmpty {
                run.append(character)
            } else {
                end()
                output.append(character)
            }
        }
        end()
        return output
    }
}
