import Base
import Publishing

/// What `explain` prints of rules.
struct RuleListing {
    let arabic: Bool
    var terminal = Terminal.output

    /// Every id with its sentence, beneath the headings of the themes.
    var list: [String] {
        RuleBook.themes.flatMap { theme in
            [arabic ? theme.theme.arabic : theme.theme.english]
                + theme.all.map { rule in
                    "  " + rule.rawValue + ": " + terminal.isolated(text(of: rule).sentence)
                } + [""]
        }.dropLast()
    }

    func page(of rule: any Rule) -> [String] {
        let text = text(of: rule)
        let place = rule.explanation.place.name(arabic: arabic) ?? (arabic ? "مثال" : "For example")
        return [
            terminal.painted("[\(rule.rawValue)]", .grey) + " "
                + terminal.isolated(arabic ? rule.theme.arabic : rule.theme.english), "",
            text.sentence, "", (arabic ? "السبب: " : "Cause: ") + text.cause,
            (arabic ? "العلاج: " : "Cure: ") + text.cure, "", place + ":",
        ]
            + text.exampleLines.map { line in
                let colour: Terminal.Colour? = line.hasPrefix("-") ? .red : line.hasPrefix("+") ? .yellow : nil
                return "  " + (colour.map { terminal.painted(line, $0) } ?? line)
            }
    }

    /// What to say of an id that is none.
    func unknown(_ id: String) -> Message {
        let near = suggestion(for: id, among: RuleBook.rules.map { $0.rawValue })
        return Message(
            en: "no message has the id “\(visible(id))”"
                + (near.map { "; did you mean “\($0)”?" } ?? "; “sitegen explain” lists them all"),
            ar: "لا رسالة بالمعرّف «\(visible(id))»"
                + (near.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ «sitegen explain» يعددها كلها"))
    }

    private func text(of rule: any Rule) -> Explanation.Text {
        arabic ? rule.explanation.arabic : rule.explanation.english
    }
}
