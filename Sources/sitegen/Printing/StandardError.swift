import ArgumentParser
import Base

/// Prints a line to standard error.
func printError(_ line: String) {
    StandardStream.errors.write(Array((line + "\n").utf8))
}

/// Prints wrong usage; throw the result, which is exit status 2.
func usage(en english: String, ar arabic: String) -> any Error {
    printError(
        SpokenLanguage.isArabic ? Terminal.errors.isolatingLatin("خطأ: " + visible(arabic)) : "error: \(english)")
    return ExitCode(2)
}

/// What a command throws, when it is parsed, of a value that is none of these.
func refused(_ option: String, _ values: String...) -> ValidationError {
    let english = values.dropLast().joined(separator: ", ") + " or " + (values.last ?? "")
    return ValidationError(
        said(en: "\(option) takes \(english)", ar: "يأخذ «\(option)» واحدة من: \(values.joined(separator: "، "))"))
}

/// Prints what stopped a command; throw the result, which is exit status 1.
func stopped(by problem: Diagnostic?, arabic: Bool) -> any Error {
    if let problem { printError(DiagnosticPrinter(format: .text, arabic: arabic).line(problem)) }
    return ExitCode(1)
}
