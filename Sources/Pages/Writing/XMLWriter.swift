import Base
import Content

/// Writes XML as bytes, an element a line.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
        start(name, attributes)
        bytes += ">\n".utf8
    }

    mutating func close(_ name: String) {
        bytes += "</".utf8
        bytes += name.utf8
        bytes += ">\n".utf8
    }

    mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        start(name, attributes)
        bytes += "/>\n".utf8
    }

    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) {
        element(name, attributes) { $0.append(escaping: text) }
    }

    /// Nothing where there is no text.
    mutating func element(_ name: String, _ text: String?) {
        guard let text else { return }
        element(name) { $0.append(escaping: text) }
    }

    mutating func address(_ name: String, _ path: URLPath, at address: SiteAddress) {
        element(name) { $0.append(path, at: address) }
    }

    /// `write` escapes what it puts there.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ write: (inout [UInt8]) -> Void
    ) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
        write(&bytes)
        close(name)
    }

    private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        bytes.append(UInt8(ascii: "<"))
        bytes += name.utf8
        for (name, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += name.utf8
            bytes += "=\"".utf8
            bytes.append(escaping: value)
            bytes.append(UInt8(ascii: "\""))
        }
    }
}
