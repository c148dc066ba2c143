import Base
import Markdown

/// Makes a text one that the site takes: what it would refuse is written so that it stands as text.
struct MarkdownMending {
    /// What was written as text.
    private(set) var rows: [ReportRow.Finding] = []
    private let renderer = Renderer()

    /// How many places of one text are mended.
    private static let most = 40

    mutating func mended(_ markdown: String) -> String {
        var bytes = Array(markdown.utf8)
        for _ in 0..<Self.most {
            let remarks = renderer.render(bytes).remarks.filter { $0.severity == .error }
            guard let first = remarks.first, first.offset < bytes.count else { break }
            guard let place = Self.sign(in: bytes, from: first.offset) else { break }
            let words = String(decoding: bytes[first.offset...].prefix(80), as: UTF8.self)
            rows.append(.init(.text, "\(first.id): \(words)"))
            bytes.insert(UInt8(ascii: "\\"), at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The sign at or behind a place that an escape takes its meaning from.
    private static func sign(in bytes: [UInt8], from offset: Int) -> Int? {
        bytes[offset...].prefix(8).firstIndex { Escaping.isSign($0) && $0 != UInt8(ascii: "\\") }
    }
}
