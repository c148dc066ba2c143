import Base
import Content
import EmbeddedFiles
import Publishing

/// The script that served pages carry, and built pages never: it reloads them, swaps style sheets and shows what is
/// wrong.
enum InjectedScript {
    static let path = "/.sitegen/reload.js"
    static let channel = "/.sitegen/events"

    /// The bytes of reload.js.
    static var bytes: [UInt8] {
        let script = embeddedReloadScript().pointee
        return [UInt8](UnsafeBufferPointer(start: script.bytes, count: script.count))
    }

    /// Puts the script's tag before the end of the body, with what the channel needs to know of the page.
    static func injected(into page: [UInt8], version: Int, file: String, unpublished article: Article?) -> [UInt8] {
        var tag =
            "<script src=\"\(path)\" data-version=\"\(version)\" data-page=\"\(percentEncoded(file))\" "
            + "data-digest=\"\(Digest(of: page).hex)\""
        if let article {
            tag += " data-unpublished=\"\(article.date.date.year)-\(article.date.date.month)-\(article.date.date.day)\""
        }
        tag += "></script>\n"
        let place = lastBodyEnd(in: page) ?? page.count
        return page[..<place] + Array(tag.utf8) + page[place...]
    }

    private static func lastBodyEnd(in page: [UInt8]) -> Int? {
        let end = Array("</body>".utf8)
        guard page.count >= end.count else { return nil }
        return stride(from: page.count - end.count, through: 0, by: -1).first {
            page[$0] == end[0] && page[$0...].starts(with: end)
        }
    }
}
