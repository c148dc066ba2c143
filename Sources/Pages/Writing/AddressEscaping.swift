import Base
import Content

/// How addresses, and text for HTML alone, enter bytes.
extension [UInt8] {
    /// For HTML alone, with every character that a template would print.
    mutating func append(escapingHTML bytes: UnsafeBufferPointer<UInt8>) {
        bytes.escapedForHTML { append(contentsOf: $0) }
    }

    /// Letters, digits and `-._~/` stay; every other byte becomes `%XX` (RFC 3986, section 2.1).
    mutating func append(percentEncoding text: String, keeping kept: Unreserved = .inPath) {
        var text = text
        text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 3) { encoded in
                guard let start = encoded.baseAddress else { return }
                let count = percentEncode(bytes, keeping: kept, into: start)
                append(contentsOf: UnsafeBufferPointer(start: start, count: count))
            }
        }
    }

    /// The whole address of a path; nothing in it needs an escape in XML, HTML or JSON.
    mutating func append(_ path: URLPath, at address: SiteAddress) {
        append(escaping: address.origin)
        append(percentEncoding: address.base)
        append(percentEncoding: path.text)
    }
}

/// For HTML, with every character that a template would print.
func escaped(_ text: String) -> [UInt8] { escaped(text.utf8) }

func escaped(_ text: some Collection<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 16)
    let done: Void? = text.withContiguousStorageIfAvailable { output.append(escapingHTML: $0) }
    if done == nil { Array(text).withUnsafeBufferPointer { output.append(escapingHTML: $0) } }
    return output
}
