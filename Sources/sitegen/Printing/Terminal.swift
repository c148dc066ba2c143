import Base

/// Whether a stream is a terminal. Only there are colours, progress and characters that isolate direction printed.
struct Terminal {
    enum Colour: Int { case red = 31, yellow = 33, grey = 90 }

    let isTerminal: Bool
    let hasColour: Bool

    /// Standard error, where problems and progress go. `NO_COLOR` turns colour off where it is set and not empty
    /// (no-color.org).
    static let errors = Terminal(.errors)

    /// Standard output, where a command's answer goes.
    static let output = Terminal(.output)

    private init(_ stream: StandardStream) {
        isTerminal = stream.isTerminal
        hasColour = isTerminal && Machine.variable("NO_COLOR") == nil && Machine.variable("TERM") != "dumb"
    }

    func painted(_ text: String, _ colour: Colour) -> String {
        hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Between FSI and PDI, so that an Arabic message does not turn the path beside it around.
    func isolated(_ text: String) -> String {
        isTerminal && !text.isEmpty ? "\u{2068}\(text)\u{2069}" : text
    }
}
