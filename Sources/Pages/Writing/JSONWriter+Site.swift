import Base
import Content

/// Dates and addresses as JSON texts.
extension JSONWriter {
    mutating func date(_ key: StaticString, _ stamp: Stamp) {
        quoted(key) { $0.append(written: stamp) }
    }

    /// With a time, as JSON Feed wants it.
    mutating func instant(_ key: StaticString, _ stamp: Stamp) {
        quoted(key) { $0.append(zoned: stamp) }
    }

    mutating func address(
        _ key: StaticString? = nil, _ path: URLPath, at address: SiteAddress, fragment: StaticString = ""
    ) {
        quoted(key) {
            $0.append(path, at: address)
            $0.append(fragment)
        }
    }

    /// An address that is whole and encoded already.
    mutating func address(_ key: StaticString, _ address: [UInt8], fragment: StaticString = "") {
        quoted(key) {
            $0 += address
            $0.append(fragment)
        }
    }
}
