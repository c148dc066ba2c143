import ArgumentParser
import Base

/// Prints a line to standard error.
func printError(_ line: String) {
    StandardStream.errors.write(Array((line + "\n").utf8))
}

/// Prints wrong usage; throw the result, which is exit status 2.
func usage(_ problem: String) -> any Error {
    printError("error: \(problem)")
    return ExitCode(2)
}

/// Prints what stopped a command; throw the result, which is exit status 1.
func stopped(by problem: Diagnostic?, arabic: Bool) -> any Error {
    if let problem { printError(DiagnosticPrinter(format: .text, arabic: arabic).line(problem)) }
    return ExitCode(1)
}
