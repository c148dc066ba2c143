import Base
private import CYaml

// libyaml's pointers live in this file alone, and none leaves it.

/// A text as libyaml reads it: one event after the other, each with its place. A class, as C memory has to be given back
/// once.
final class YamlEvents {
    /// What libyaml found.
    enum Event {
        /// `plain` where it stood without quotes and is no block scalar.
        case scalar(String, plain: Bool)
        case listStart
        case mapStart
        /// The end of the list or mapping that started last.
        case collectionEnd
        /// A value with an anchor or a tag, or an alias; and the sign that it begins with.
        case reference(UInt8)
        case documentStart
        case documentEnd
        case end
    }

    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    /// The copy of `text` that libyaml reads; it must not move.
    private let bytes: UnsafeMutablePointer<UInt8>
    private let isReady: Bool
    private let text: [UInt8]
    private let path: String
    private let firstLine: Int

    /// - Parameters:
    ///   - text: UTF-8.
    ///   - firstLine: the line of the file on which `text` starts, counted from 1.
    init(of text: [UInt8], path: String, firstLine: Int) {
        (self.text, self.path, self.firstLine) = (text, path, firstLine)
        bytes = .allocate(capacity: max(1, text.count))
        bytes.initialize(from: text, count: text.count)
        // False where there is no memory.
        isReady = yaml_parser_initialize(parser) == 1
        guard isReady else { return }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes, text.count)
    }

    deinit {
        if isReady { yaml_parser_delete(parser) }
        parser.deallocate()
        bytes.deallocate()
    }

    /// The next event and where it starts; `end` again and again behind the last. Throws what is no YAML, and then
    /// nothing more is to be asked for.
    func next() throws(Diagnostic) -> (event: Event, place: Location) {
        var event = yaml_event_t()
        guard isReady, yaml_parser_parse(parser, &event) == 1 else { throw failure }
        defer { yaml_event_delete(&event) }
        let place = location(event.start_mark)
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            if let sign = Self.sign(anchor: scalar.anchor, tag: scalar.tag) { return (.reference(sign), place) }
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return (
                .scalar(String(decoding: bytes, as: UTF8.self), plain: scalar.style == YAML_PLAIN_SCALAR_STYLE), place
            )
        case YAML_SEQUENCE_START_EVENT:
            let list = event.data.sequence_start
            return (Self.sign(anchor: list.anchor, tag: list.tag).map { .reference($0) } ?? .listStart, place)
        case YAML_MAPPING_START_EVENT:
            let map = event.data.mapping_start
            return (Self.sign(anchor: map.anchor, tag: map.tag).map { .reference($0) } ?? .mapStart, place)
        case YAML_ALIAS_EVENT: return (.reference(UInt8(ascii: "*")), place)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return (.collectionEnd, place)
        case YAML_DOCUMENT_START_EVENT: return (.documentStart, place)
        case YAML_DOCUMENT_END_EVENT: return (.documentEnd, place)
        case YAML_STREAM_START_EVENT: return try next()
        default: return (.end, place)
        }
    }

    private static func sign(anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?)
        -> UInt8?
    {
        anchor != nil ? UInt8(ascii: "&") : tag != nil ? UInt8(ascii: "!") : nil
    }

    private var failure: Diagnostic {
        // Words are missing where memory is.
        guard isReady, let words = parser.pointee.problem.map({ String(cString: $0) }) else {
            return problem("", at: Location(path: path, line: firstLine))
        }
        let state = parser.pointee
        guard state.error != YAML_READER_ERROR else {
            let place = Location(path: path, offset: state.problem_offset, in: text)
            return problem(words, at: Location(path: path, line: place.line + firstLine - 1, column: place.column))
        }
        let start = state.context == nil ? nil : location(state.context_mark)
        return problem(words, at: location(state.problem_mark), from: start)
    }

    /// What stopped the reading of this text, in an editor's words.
    ///
    /// - Parameters:
    ///   - words: libyaml's.
    ///   - start: where the construct began that was being read; nil where that is not known.
    func problem(_ words: String, at place: Location, from start: Location? = nil) -> Diagnostic {
        YamlProblem(problem: words, place: place, start: start, text: text, firstLine: firstLine).diagnostic
    }

    private func location(_ mark: yaml_mark_t) -> Location {
        Location(path: path, line: mark.line + firstLine, column: mark.column + 1)
    }
}
