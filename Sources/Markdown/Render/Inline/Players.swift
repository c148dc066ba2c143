import ArabicText
import Base

/// Recordings beside the article: `![عنوان](interview.mp3 "شرح | مصدر | غلاف: face.jpg")` is the browser's own player.
extension Rendering {
    /// A player alone in its paragraph, with its title, its length, and what a picture's caption says.
    mutating func writePlayerFigure(
        _ recording: ResolvedRecording, _ image: InlineRun.Piece, _ node: Node, _ block: Node
    ) {
        let title = Array(run.alternatives[image.start..<image.end])
        html.write("<figure class=\"player\">\n")
        writeImage(node, alt: image.start..<image.end, block, inFigure: true)
        html.write("\n")
        let (caption, credit, _) = parts(of: node, block)
        guard !title.isEmpty || !caption.isEmpty || !credit.isEmpty || recording.length != nil else {
            return html.write("</figure>\n")
        }
        html.write("<figcaption")
        writeDirection(of: title.isEmpty ? settings.direction : direction(of: title))
        html.write(">")
        if !title.isEmpty {
            html.write("<b>")
            writeLine(title)
            html.write("</b>")
        }
        if let length = recording.length {
            html.write(title.isEmpty ? "<time datetime=\"PT" : " <time datetime=\"PT")
            html.write(recording.seconds)
            html.write("S\">")
            html.writeEscaped(length)
            html.write("</time>")
        }
        if !caption.isEmpty || !credit.isEmpty {
            html.write(" ")
            write(caption, credit)
        }
        html.write("</figcaption>\n</figure>\n")
    }

    /// Nothing is fetched before a reader asks for it, but for the first bytes of a film without a picture.
    mutating func writePlayer(
        _ recording: ResolvedRecording, _ title: String, posterIn node: Node, _ block: Node, _ destination: String,
        inFigure: Bool, at place: Int
    ) {
        document.hasRareParts = true
        let (caption, _, named) = parts(of: node, block)
        let poster = named ?? recording.poster
        document.recordings.append(
            RecordingUse(
                destination: destination, title: title, poster: poster,
                captions: recording.captions.map(\.destination), offset: place))
        if title.isEmpty { report(.untitledRecording(destination, at: place)) }
        if let poster { document.pictures.append(PictureUse(destination: poster, alt: title, offset: place)) }
        let picture = poster.flatMap { resolver.picture($0) }
        html.write(recording.isVideo ? "<video controls playsinline" : "<audio controls")
        html.write(recording.isVideo && picture == nil ? " preload=\"metadata\"" : " preload=\"none\"")
        write("src", recording.source)
        if !title.isEmpty { write("aria-label", title) }
        if !inFigure, !caption.isEmpty { write("title", String(decoding: caption, as: UTF8.self)) }
        if recording.isVideo {
            if let picture { write("poster", picture.source) }
            if recording.width > 0 {
                write("width", String(recording.width))
                write("height", String(recording.height))
            }
        }
        html.write(">")
        for (number, captions) in recording.captions.enumerated() {
            html.write("<track kind=\"captions\"")
            write("src", captions.source)
            write("srclang", captions.language)
            write("label", captions.language)
            html.write(number == 0 ? " default />" : " />")
        }
        // For readers of feeds, many of which show no player.
        html.write("<a href=\"")
        html.writeEscaped(recording.source)
        html.write("\">")
        html.writeEscaped(title.isEmpty ? destination : title)
        html.write(recording.isVideo ? "</a></video>" : "</a></audio>")
    }

    private mutating func write(_ name: StaticString, _ value: String) {
        html.write(" ")
        html.write(name)
        html.write("=\"")
        html.writeEscaped(value)
        html.write("\"")
    }

    /// What stands between the quotes: caption, credit, and which picture stands for the recording.
    private mutating func parts(of node: Node, _ block: Node) -> (caption: [UInt8], credit: [UInt8], poster: String?) {
        guard !node.title.isEmpty else { return ([], [], nil) }
        let parts = title(of: node, in: block).split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        var (rest, poster): ([ArraySlice<UInt8>], String?) = ([], nil)
        for part in parts {
            if let name = Self.posterName(part) { poster = name } else { rest.append(part) }
        }
        let (caption, credit) = self.caption(Array(rest.joined(separator: [UInt8(ascii: "|")])))
        return (caption, credit, poster)
    }

    private static func posterName(_ part: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: trimmed(part), as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let key = text[..<colon].lowercased().trimmed
        return posterKeys.contains(key) ? text[text.index(after: colon)...].trimmed : nil
    }

    private static let posterKeys: Set<String> = ["غلاف", "الغلاف", "poster", "cover"]
}

extension StringProtocol {
    fileprivate var trimmed: String {
        var words = self[...]
        while let first = words.first, first.isWhitespace { words.removeFirst() }
        while let last = words.last, last.isWhitespace { words.removeLast() }
        return String(words)
    }
}
