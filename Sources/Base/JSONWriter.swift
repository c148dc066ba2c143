/// Writes JSON (RFC 8259) as bytes, field by field; commas come by themselves.
package struct JSONWriter {
    /// What becomes of control characters and of those that turn the direction of what stands behind them.
    package enum Controls {
        /// They are left out, as in all that readers' programs fetch.
        case omitted
        /// They are written as `\u001b`, so that the text stays whole and a terminal that shows it obeys nothing.
        case escaped
    }

    /// The JSON written so far.
    package private(set) var bytes: [UInt8] = []
    private let controls: Controls
    private let indent: Int?
    private var depth = 0
    private var needsComma = false

    /// - Parameter indent: how many blanks a level of nesting is moved in; nil for everything on one line.
    package init(controls: Controls = .omitted, indent: Int? = nil) {
        (self.controls, self.indent) = (controls, indent)
    }

    /// The JSON written so far.
    package var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The end of something, so that what comes behind it can be taken back.
    package struct End {
        fileprivate let count: Int
        fileprivate let needsComma: Bool
    }

    /// The end of what was written so far.
    package var end: End { End(count: bytes.count, needsComma: needsComma) }

    /// Takes back what was written behind `end`.
    package mutating func cut(to end: End) {
        bytes.removeSubrange(end.count...)
        needsComma = end.needsComma
    }

    /// - Parameter count: in bytes.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    // MARK: Values. Without a key they are items of a list.

    package mutating func object(_ key: StaticString? = nil, _ fill: (inout JSONWriter) -> Void) {
        start(key)
        nest(open: "{", close: "}", fill)
    }

    package mutating func array(_ key: StaticString? = nil, _ fill: (inout JSONWriter) -> Void) {
        start(key)
        nest(open: "[", close: "]", fill)
    }

    package mutating func text(_ text: String) {
        start(nil)
        quoted { $0.write(text) }
    }

    /// Nothing where there is no text.
    package mutating func text(_ key: StaticString, _ text: String?) {
        guard let text else { return }
        start(key)
        quoted { $0.write(text) }
    }

    /// A list of texts.
    package mutating func texts(_ key: StaticString, _ texts: [String]) {
        array(key) { json in for text in texts { json.text(text) } }
    }

    /// - Parameter text: UTF-8.
    package mutating func text(_ key: StaticString, _ text: [UInt8]) {
        start(key)
        quoted { writer in
            switch writer.controls {
            case .omitted: writer.bytes.append(jsonEscaping: text)
            case .escaped: writer.write(String(decoding: text, as: UTF8.self))
            }
        }
    }

    package mutating func number(_ key: StaticString, _ number: Int) {
        start(key)
        bytes.append(decimal: number)
    }

    package mutating func flag(_ flag: Bool) {
        start(nil)
        bytes.append(flag ? "true" : "false")
    }

    package mutating func flag(_ key: StaticString, _ flag: Bool) {
        start(key)
        bytes.append(flag ? "true" : "false")
    }

    package mutating func null(_ key: StaticString) {
        start(key)
        bytes.append("null")
    }

    /// A value that was written before.
    package mutating func ready(_ key: StaticString?, _ json: [UInt8]) {
        start(key)
        bytes += json
    }

    /// A text that `write` appends; it must put nothing there that needs an escape.
    package mutating func quoted(_ key: StaticString?, _ write: (inout [UInt8]) -> Void) {
        start(key)
        quoted { write(&$0.bytes) }
    }

    // MARK: Values under a key that is no literal of the program

    package mutating func object(under key: String, _ fill: (inout JSONWriter) -> Void) {
        start(under: key)
        nest(open: "{", close: "}", fill)
    }

    /// A list of texts.
    package mutating func texts(under key: String, _ texts: [String]) {
        start(under: key)
        nest(open: "[", close: "]") { json in for text in texts { json.text(text) } }
    }

    package mutating func text(under key: String, _ text: String) {
        start(under: key)
        quoted { $0.write(text) }
    }

    // MARK: Parts

    private mutating func start(_ key: StaticString?) {
        separate()
        guard let key else { return }
        quoted { $0.bytes.append(key) }
        bytes.append(indent == nil ? ":" : ": ")
    }

    private mutating func start(under key: String) {
        separate()
        quoted { $0.write(key) }
        bytes.append(indent == nil ? ":" : ": ")
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        if depth > 0 { newLine() }
    }

    private mutating func newLine() {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: indent * depth)
    }

    private mutating func nest(open: Unicode.Scalar, close: Unicode.Scalar, _ fill: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: open))
        needsComma = false
        depth += 1
        fill(&self)
        depth -= 1
        if needsComma { newLine() }
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func quoted(_ write: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "\""))
        write(&self)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(_ text: String) {
        switch controls {
        case .omitted: bytes.append(jsonEscaping: text)
        case .escaped: bytes.append(jsonEscapingControls: text)
        }
    }
}

extension [UInt8] {
    /// Appends all of a text (RFC 8259, section 7), with what steers terminals as `\u001b`; `<` never appears.
    fileprivate mutating func append(jsonEscapingControls text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case _ where steersTerminals(scalar) || scalar == "<":
                let hex = String(scalar.value, radix: 16)
                append("\\u")
                self += repeatElement(UInt8(ascii: "0"), count: 4 - hex.utf8.count)
                self += hex.utf8
            default: self += String(scalar).utf8
            }
        }
    }
}
