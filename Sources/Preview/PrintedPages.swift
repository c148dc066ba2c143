import Synchronization

/// The pages as browsers last got them, for as long as one cannot be printed again: its text stands in a file that an editor
/// has broken meanwhile.
final class PrintedPages: Sendable {
    /// An editor looks at a handful of pages.
    private static let most = 64

    private let pages = Mutex<(bytes: [String: [UInt8]], order: [String])>(([:], []))

    func keep(_ bytes: [UInt8], of file: String) {
        pages.withLock { pages in
            if pages.bytes.updateValue(bytes, forKey: file) == nil { pages.order.append(file) }
            if pages.order.count > Self.most { pages.bytes[pages.order.removeFirst()] = nil }
        }
    }

    func last(of file: String) -> [UInt8]? { pages.withLock { $0.bytes[file] } }
}
