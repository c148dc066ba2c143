import Base

/// The program's manual page, in the language that it speaks: what `man sitegen` shows (man(7), the macros of groff_man).
struct ManualPage {
    let program: CommandReference

    var text: String {
        let version = programVersion.split(separator: " ").prefix(2).joined(separator: " ")
        var lines = [
            ".\\\" " + said(en: "Written by “sitegen reference --manual”.", ar: "كتبه «sitegen reference --manual»."),
            ".TH SITEGEN 1 \"\" \"\(version)\" \"sitegen\"",
            ".SH " + said(en: "NAME", ar: "الاسم"),
            "sitegen \\- " + escaped(String(program.abstract.prefix { $0 != "." })),
            ".SH " + said(en: "SYNOPSIS", ar: "الاستعمال"),
            ".B sitegen", "<\(said(en: "command", ar: "أمر"))> [\(said(en: "options", ar: "خيارات"))]", ".br",
            ".B sitegen help", "[<\(said(en: "command", ar: "أمر"))>]",
            ".SH " + said(en: "COMMANDS", ar: "الأوامر"),
        ]
        for command in program.commands where command.isShown { lines += section(command, after: program.name) }
        lines += [
            ".SH " + said(en: "EXIT STATUS", ar: "رمز الخروج"),
            escaped(
                said(
                    en:
                        "0 done; 1 errors in the input, nothing was changed; 2 wrong usage; 3 done without the articles "
                        + "that are broken (build --hold-broken).",
                    ar:
                        "0 تم؛ 1 أخطاء في المحتوى، لم يتغير شيء؛ 2 خطأ في كتابة الأمر؛ 3 تم من غير المقالات التي فيها خطأ."
                )),
            ".SH " + said(en: "ENVIRONMENT", ar: "البيئة"),
            escaped(
                said(
                    en:
                        "LC_ALL, LC_MESSAGES, LANG: messages are in Arabic where the first of them that is set begins "
                        + "with ar, unless the outlet's site.yaml decides. NO_COLOR: no colours. TZDIR: where the time "
                        + "zones are.",
                    ar:
                        "LC_ALL وLC_MESSAGES وLANG: الرسائل بالعربية إن بدأ أول مضبوط منها بـ ar، ما لم يحددها site.yaml. "
                        + "NO_COLOR: بلا ألوان. TZDIR: أين المناطق الزمنية.")),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ command: CommandReference, after line: String) -> [String] {
        let line = line + " " + command.name
        let shown = command.parameters.filter { $0.isShown && !["help", "version"].contains($0.value) }
        var lines = [".SS " + escaped(line), escaped(command.abstract)]
        if !command.discussion.isEmpty { lines += [".PP", escaped(command.discussion)] }
        for parameter in shown {
            lines += [".TP", ".B " + escaped(parameter.label), escaped(words(of: parameter))]
        }
        return lines
            + command.commands.filter(\.isShown).flatMap { section($0, after: line) }
    }

    private func words(of parameter: CommandReference.Parameter) -> String {
        var words = parameter.abstract
        if !parameter.choices.isEmpty {
            words += said(
                en: " Values: \(parameter.choices.joined(separator: ", ")).",
                ar: " القيم: \(parameter.choices.joined(separator: "، ")).")
        }
        if let usual = parameter.usual { words += said(en: " Default: \(usual)", ar: " المعتاد: \(usual)") }
        return words
    }

    /// A line of text that holds no request and no escape; hyphens stay the ones that are typed.
    private func escaped(_ text: String) -> String {
        let line = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
        return line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
    }
}
