import Base

/// What a picture's file says of itself, as photographers and agencies write it: what it shows, and who made it.
struct PictureWords: Equatable {
    let caption: String?
    let credit: String?

    /// - Parameter start: the first part of a JPEG, PNG or WebP; both ways to write it stand near the front.
    init(in start: [UInt8]) {
        let (xmp, iptc) = (XMPText(in: start), IPTCRecords(in: start))
        caption = Self.caption(xmp?.text(of: "dc:description") ?? iptc[120])
        credit =
            Self.line(
                [xmp?.text(of: "dc:creator") ?? iptc[80], xmp?.text(of: "photoshop:Credit") ?? iptc[110]])
            ?? Self.line([xmp?.text(of: "dc:rights") ?? iptc[116]])
    }

    /// What cameras put there by themselves says nothing.
    private static func caption(_ text: String?) -> String? {
        guard let text = line([text]), !isFilledIn(text) else { return nil }
        return text
    }

    private static func isFilledIn(_ text: String) -> Bool {
        let text = text.uppercased()
        return ["DIGITAL CAMERA", "SONY DSC", "EXIF_JPEG_PICTURE", "DCIM"].contains { text.contains($0) }
            || ["DEFAULT", "IMAGE", "PHOTO", "UNTITLED", "SCREENSHOT"].contains(text)
    }

    /// On one line, each part once; nil where nothing is said.
    private static func line(_ parts: [String?]) -> String? {
        let parts = parts.compactMap { part -> String? in
            let words = part?.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } }
            return words.flatMap { $0.isEmpty ? nil : $0.joined(separator: " ") }
        }
        return parts.isEmpty ? nil : parts.uniqued().joined(separator: " / ")
    }
}

/// The XML that stands in a picture's file (ISO 16684-1), read for single values.
private struct XMPText {
    private let text: [UInt8]

    init?(in file: [UInt8]) {
        guard let start = file.place(of: Array("<rdf:RDF".utf8)),
            let end = file.place(of: Array("</rdf:RDF>".utf8), from: start)
        else { return nil }
        text = Array(file[start..<end])
    }

    /// An attribute, an element, or all that stands in its list.
    func text(of name: String) -> String? {
        if let start = text.place(of: Array("\(name)=\"".utf8)).map({ $0 + name.utf8.count + 2 }),
            let end = text[start...].firstIndex(of: UInt8(ascii: "\""))
        {
            return CharacterReferences.resolved(text[start..<end])
        }
        guard let start = text.place(of: Array("<\(name)>".utf8)).map({ $0 + name.utf8.count + 2 }),
            let end = text.place(of: Array("</\(name)>".utf8), from: start)
        else { return nil }
        // Of captions in several languages the first, of people all.
        let items = text[start..<end].split(separator: UInt8(ascii: "<")).compactMap { tag -> String? in
            guard tag.starts(with: "rdf:li".utf8), let close = tag.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            return CharacterReferences.resolved(tag[(close + 1)...])
        }
        if name == "dc:creator", !items.isEmpty { return items.joined(separator: "، ") }
        let plain =
            text[start..<end].contains(UInt8(ascii: "<"))
            ? nil : CharacterReferences.resolved(text[start..<end])
        return items.first ?? plain
    }
}

/// Records of agencies in a block of Photoshop's (IPTC IIM 4.2, section 1.5), by the numbers of record 2.
private struct IPTCRecords {
    private var values: [UInt8: String] = [:]

    subscript(_ number: UInt8) -> String? { values[number] }

    init(in file: [UInt8]) {
        guard let block = file.place(of: Array("8BIM\u{4}\u{4}".utf8)), block + 12 < file.count else { return }
        // A name with its length, of an even number of bytes, and how long the records are.
        let name = (Int(file[block + 6]) + 2) & ~1
        var place = block + 10 + name
        let size = file.number(at: place - 4, 4) ?? 0
        let end = min(file.count, place + size)
        while place + 5 <= end, file[place] == 0x1C, let length = file.number(at: place + 3, 2), length < 0x8000,
            place + 5 + length <= end
        {
            let content = file[(place + 5)..<(place + 5 + length)]
            // Texts that are not UTF-8 are of whatever machine wrote them.
            if file[place + 1] == 2, let text = String(validating: content, as: UTF8.self) {
                let number = file[place + 2]
                values[number] = values[number].map { "\($0)، \(text)" } ?? text
            }
            place += 5 + length
        }
    }
}

extension [UInt8] {
    fileprivate func number(at place: Int, _ size: Int) -> Int? {
        guard place >= 0, place + size <= count else { return nil }
        return self[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }
}
