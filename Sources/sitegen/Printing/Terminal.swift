import Foundation

/// Whether people or programs read what is printed. Only people get colour, progress and marks of direction.
struct Terminal {
    enum Colour: Int { case red = 31, yellow = 33, grey = 90 }

    let isTerminal: Bool
    let hasColour: Bool

    /// Standard error, where problems and progress go. `NO_COLOR` is kept as no-color.org has it: set and not empty.
    static let errors = Terminal(isTerminal: isatty(2) == 1, environment: ProcessInfo.processInfo.environment)

    /// Standard output, where a command's answer goes.
    static let output = Terminal(isTerminal: isatty(1) == 1, environment: ProcessInfo.processInfo.environment)

    init(isTerminal: Bool, environment: [String: String]) {
        self.isTerminal = isTerminal
        hasColour = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    func painted(_ text: String, _ colour: Colour) -> String {
        hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Between FSI and PDI, so that an Arabic message does not turn the path beside it around.
    func isolated(_ text: String) -> String {
        isTerminal && !text.isEmpty ? "\u{2068}\(text)\u{2069}" : text
    }
}

/// Says what a build is doing once it has taken a second, on one line that the next one replaces.
final class Progress {
    private let terminal: Terminal
    private let start = ContinuousClock().now
    private var shown = false

    init(_ terminal: Terminal) { self.terminal = terminal }

    func finished(_ stage: String) {
        guard terminal.isTerminal, ContinuousClock().now - start > .seconds(1) else { return }
        shown = true
        FileHandle.standardError.write(Data("\r\u{1B}[2K\(stage) ✓".utf8))
    }

    /// Takes the line away.
    func end() {
        if shown { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    }
}
