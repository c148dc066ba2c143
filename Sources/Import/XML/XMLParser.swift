private import CExpat

// Expat's pointers live in this file alone: what leaves it are values.

/// Is told what stands in a file of XML, in its order.
protocol XMLReceiver: AnyObject {
    func start(_ name: String, _ attributes: XMLAttributes)
    func collect(_ text: UnsafeBufferPointer<UInt8>)
    func finish(_ name: String)
}

/// Attributes of an element, which are there while its start is told.
struct XMLAttributes {
    fileprivate let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// In the order of the file.
    var all: [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        var place = 0
        while let pointer, let key = pointer[place], let value = pointer[place + 1] {
            found.append((String(cString: key), String(cString: value)))
            place += 2
        }
        return found
    }

    /// Value of a name; empty where there is none.
    subscript(name: String) -> String { all.first { $0.name == name }?.value ?? "" }
}

/// Reads XML piece by piece. A class, since C holds a pointer to it.
final class XMLParser {
    private let parser = XML_ParserCreate("UTF-8")
    private unowned let receiver: any XMLReceiver

    /// Why a file cannot be read on.
    struct Fault {
        /// Whether it only ends too early.
        let isCut: Bool
        let words: String
    }

    /// - Parameter receiver: outlives the parser.
    init(_ receiver: any XMLReceiver) {
        self.receiver = receiver
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name else { return }
                let parser = Unmanaged<XMLParser>.fromOpaque(data).takeUnretainedValue()
                parser.receiver.start(String(cString: name), XMLAttributes(pointer: attributes))
            },
            { data, name in
                guard let data, let name else { return }
                Unmanaged<XMLParser>.fromOpaque(data).takeUnretainedValue().receiver.finish(String(cString: name))
            })
        XML_SetCharacterDataHandler(
            parser,
            { data, bytes, count in
                guard let data, let bytes else { return }
                let parser = Unmanaged<XMLParser>.fromOpaque(data).takeUnretainedValue()
                bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
                    parser.receiver.collect(UnsafeBufferPointer(start: $0, count: Int(count)))
                }
            })
    }

    deinit { XML_ParserFree(parser) }

    /// Line that is being read, from 1.
    var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

    /// Nil where the piece could be read.
    func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Fault? {
        let status = bytes.withMemoryRebound(to: CChar.self) { bytes in
            XML_Parse(parser, bytes.baseAddress, Int32(bytes.count), isLast ? 1 : 0)
        }
        guard status != XML_STATUS_OK else { return nil }
        let code = XML_GetErrorCode(parser)
        let isCut =
            isLast
            && (code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN
                || code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION)
        return Fault(isCut: isCut, words: XML_ErrorString(code).map { String(cString: $0) } ?? "")
    }
}
