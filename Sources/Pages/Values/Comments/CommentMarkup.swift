import Base
import Content

/// A reader's text as HTML: paragraphs, each in its own direction, line ends, and the web addresses in it as links that
/// nobody vouches for. Everything else is text.
enum CommentMarkup {
    /// Addresses of one comment that become links; the rest are words.
    private static let mostLinks = 20

    static func html(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        var links = 0
        for paragraph in paragraphs(text) {
            output += "<p dir=\"auto\">".utf8
            for (number, line) in paragraph.enumerated() {
                if number > 0 { output += "<br>".utf8 }
                append(line, to: &output, &links)
            }
            output += "</p>".utf8
        }
        return output
    }

    private static func paragraphs(_ text: String) -> [[Substring]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }.map(Array.init)
    }

    private static func append(_ line: Substring, to output: inout [UInt8], _ links: inout Int) {
        var rest = line
        while let start = nextAddress(in: rest), links < mostLinks {
            let whole = rest[start...].prefix { !$0.isWhitespace }
            let address = withoutEnd(whole)
            output.append(escaping: String(rest[..<start]))
            if let url = WebURL(reader: String(address)) {
                links += 1
                output += "<a href=\"".utf8
                output.append(escaping: url.text)
                output += "\" rel=\"nofollow ugc\"><bdi dir=\"ltr\">".utf8
                output.append(escaping: String(address))
                output += "</bdi></a>".utf8
            } else {
                output.append(escaping: String(address))
            }
            rest = rest[address.endIndex...]
        }
        output.append(escaping: String(rest))
    }

    private static func nextAddress(in line: Substring) -> Substring.Index? {
        var place = line.startIndex
        while let start = line[place...].firstIndex(where: { $0 == "h" || $0 == "H" }) {
            let beginning = line[start...].prefix(8).lowercased()
            if beginning.hasPrefix("http://") || beginning.hasPrefix("https://") { return start }
            place = line.index(after: start)
        }
        return nil
    }

    /// Signs that end the sentence and not the address.
    private static func withoutEnd(_ address: Substring) -> Substring {
        var address = address
        while let last = address.last, ".,;:!?)]}»\"'،؛؟…".contains(last) {
            if last == ")", address.contains("(") { break }
            address.removeLast()
        }
        return address
    }
}
