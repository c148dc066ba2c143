import Base

/// Where in the HTML the next output would land, followed through the text of a template as a browser reads it.
struct HTMLContext: Equatable {
    private enum State: Equatable {
        case text, comment, declaration
        /// Behind `<`, in the name.
        case tagName
        /// In a tag, between its attributes or in the name of one.
        case tag, attributeName
        case beforeValue, unquoted
        case value(quote: UInt8)
    }

    private var state = State.text
    /// The name of the tag, or behind it that of the element whose content is raw: script, style and the like.
    private var element: [UInt8] = []
    private var attribute: [UInt8] = []
    /// Whether it is in the content of `element`, which only its end tag ends.
    private var isRaw = false
    private var isEndTag = false
    /// What was just read, for `<!--`, `-->` and `</script`.
    private var tail: [UInt8] = []

    private static let rawElements = ["script", "style", "title", "textarea", "xmp", "iframe", "noframes"].map {
        Array($0.utf8)
    }

    /// Whether both are at the same place, as far as it matters to what follows.
    func agrees(with other: HTMLContext) -> Bool {
        func plain(_ state: State) -> State {
            state == .attributeName || (state == .tagName) ? .tag : state
        }
        guard plain(state) == plain(other.state), isRaw == other.isRaw else { return false }
        if state == .text || state == .comment { return !isRaw || element == other.element }
        if case .value = state { return isEvent == other.isEvent }
        return true
    }

    // MARK: Text

    mutating func read(_ bytes: some Collection<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { bytes in
            var index = 0
            while index < bytes.count {
                index = skippingPlain(index, in: bytes)
                if index < bytes.count { read(bytes[index]) }
                index += 1
            }
        }
        if done == nil { for byte in bytes { read(byte) } }
    }

    /// Where the next byte stands that may change the state, so that long text costs one search.
    private mutating func skippingPlain(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let wanted: UInt8
        switch state {
        case .text where tail.isEmpty: wanted = UInt8(ascii: "<")
        case .value(let quote): wanted = quote
        default: return index
        }
        return bytes.firstOffset(of: wanted, from: index, to: bytes.count)
    }

    private mutating func read(_ byte: UInt8) {
        switch state {
        case .text: isRaw ? readRaw(byte) : readText(byte)
        case .comment:
            remember(byte)
            if tail.suffix(3).elementsEqual("-->".utf8) { begin(.text) }
        case .declaration: if byte == UInt8(ascii: ">") { begin(.text) }
        case .tagName: readTagName(byte)
        case .tag, .attributeName: readTag(byte)
        case .beforeValue:
            if Self.isSpace(byte) { return }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .value(quote: byte)
            } else if byte == UInt8(ascii: ">") {
                closeTag()
            } else {
                state = .unquoted
            }
        case .unquoted:
            if Self.isSpace(byte) { state = .tag } else if byte == UInt8(ascii: ">") { closeTag() }
        case .value(let quote): if byte == quote { state = .tag }
        }
    }

    private mutating func readText(_ byte: UInt8) {
        if tail.last == UInt8(ascii: "<") {
            if Self.isLetter(byte) || byte == UInt8(ascii: "/") {
                state = .tagName
                isEndTag = byte == UInt8(ascii: "/")
                element = isEndTag ? [] : [byte | 0x20]
                tail = []
                return
            }
            if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
                begin(.declaration)
                tail = [byte]
                state = byte == UInt8(ascii: "!") ? .tagName : .declaration
                element = [byte]
                return
            }
        }
        tail = byte == UInt8(ascii: "<") ? [byte] : []
    }

    private mutating func readTagName(_ byte: UInt8) {
        // `<!` begins a comment or a declaration.
        if element.first == UInt8(ascii: "!") {
            element.append(byte)
            if element.elementsEqual("!--".utf8) {
                begin(.comment)
            } else if !"!--".utf8.starts(with: element) {
                begin(byte == UInt8(ascii: ">") ? .text : .declaration)
            }
            return
        }
        if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
            state = .tag
        } else if byte == UInt8(ascii: ">") {
            closeTag()
        } else {
            element.append(Self.isLetter(byte) ? byte | 0x20 : byte)
        }
    }

    private mutating func readTag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"): closeTag()
        case UInt8(ascii: "="): state = .beforeValue
        case UInt8(ascii: "/"): state = .tag
        case _ where Self.isSpace(byte): state = .tag
        default:
            if state == .tag { attribute = [] }
            state = .attributeName
            attribute.append(Self.isLetter(byte) ? byte | 0x20 : byte)
        }
    }

    private mutating func readRaw(_ byte: UInt8) {
        if byte == UInt8(ascii: "<") { tail = [] }
        tail.append(Self.isLetter(byte) ? byte | 0x20 : byte)
        // Only what could become the end tag is kept, so that other text is skipped.
        let end = Array("</".utf8) + element
        if !end.starts(with: tail) { tail = [] }
        if tail.count == end.count {
            isRaw = false
            isEndTag = true
            begin(.tag)
        }
    }

    private mutating func closeTag() {
        isRaw = !isEndTag && Self.rawElements.contains(element)
        isEndTag = false
        begin(.text)
    }

    private mutating func begin(_ next: State) {
        state = next
        tail = []
        attribute = []
    }

    private mutating func remember(_ byte: UInt8) {
        tail.append(byte)
        if tail.count > 16 { tail.removeFirst(tail.count - 12) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    // MARK: Output

    private var isEvent: Bool { attribute.starts(with: "on".utf8) }

    /// Something of unknown content was printed here.
    mutating func wrote() {
        switch state {
        case .beforeValue: state = .unquoted
        case .tag: state = .attributeName
        default: break
        }
        if state == .text || state == .comment { tail = [] }
    }

    /// Why `expression` may not be printed here; nil where it may.
    func refusal(of expression: Expression, _ value: Typed) -> Message? {
        switch state {
        case .text, .comment, .declaration:
            guard isRaw else { return nil }
            if element.elementsEqual("style".utf8) {
                return Message(
                    en: "nothing is printed into <style>; set a class, or a style attribute",
                    ar: "لا يُطبع شيء داخل <style>؛ استعمل صنفًا أو سمة style")
            }
            guard element.elementsEqual("script".utf8) else { return nil }
            if case .filter(_, "tojson", _) = expression.node { return nil }
            return Message(
                en: "only “| tojson” is printed into <script>", ar: "لا يُطبع داخل <script> إلا «| tojson»")
        case .value:
            guard isEvent else { return nil }
            let name = String(decoding: attribute, as: UTF8.self)
            return Message(
                en: "nothing is printed into “\(name)”; use a data- attribute and a script",
                ar: "لا يُطبع شيء داخل «\(name)»؛ استعمل سمة data- وبرنامجًا")
        case .beforeValue, .unquoted:
            let name = String(decoding: attribute, as: UTF8.self)
            return Message(
                en: "an attribute’s value stands in quotes: \(name)=\"…\"",
                ar: "قيمة السمة بين علامتي اقتباس: \(name)=\"…\"")
        case .tagName, .tag, .attributeName:
            if value.constant != nil { return nil }
            switch value.type.unwrapped {
            case .int, .markup: return nil
            default:
                return Message(
                    en: "inside a tag only ints and literals are printed outside quotes",
                    ar: "لا يُطبع داخل الوسم خارج علامات الاقتباس إلا الأعداد والنصوص الصريحة")
            }
        }
    }
}
