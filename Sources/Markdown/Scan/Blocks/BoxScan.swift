private import Base

/// The boxes of a newsroom, fenced by lines of colons: `::: aside العنوان` … `:::`.
enum BoxKind: String, CaseIterable {
    case pullquote, aside, details, poem, gallery, transcript

    /// The names that editors may use, the first being the one suggested.
    static let names: [(name: String, kind: BoxKind)] = [
        ("pullquote", .pullquote), ("aside", .aside), ("details", .details),
        ("اقتباس", .pullquote), ("إطار", .aside), ("تفاصيل", .details),
        ("quote", .pullquote), ("pull", .pullquote), ("box", .aside), ("note", .aside), ("spoiler", .details),
        ("مقتبس", .pullquote), ("اطار", .aside), ("هامش", .aside), ("التفاصيل", .details), ("المزيد", .details),
        ("poem", .poem), ("شعر", .poem), ("قصيدة", .poem), ("أبيات", .poem), ("زجل", .poem), ("نبطي", .poem),
        ("ملحون", .poem), ("poetry", .poem), ("ابيات", .poem), ("الشعر", .poem), ("القصيدة", .poem),
        ("gallery", .gallery), ("معرض", .gallery), ("ألبوم", .gallery), ("صور", .gallery), ("غاليري", .gallery),
        ("جاليري", .gallery), ("album", .gallery), ("photos", .gallery), ("pictures", .gallery), ("البوم", .gallery),
        ("المعرض", .gallery), ("الصور", .gallery), ("الألبوم", .gallery), ("الالبوم", .gallery),
        ("جاليرى", .gallery), ("كاليري", .gallery),
        ("transcript", .transcript), ("تفريغ", .transcript), ("التفريغ", .transcript), ("نص التسجيل", .transcript),
    ]

    /// What may stand alone behind a gallery's name as a part of it: `معرض صور`.
    fileprivate static let ofPictures = ["صور", "الصور"]

    static func named(_ name: String) -> BoxKind? {
        let name = name.lowercased()
        return names.first { $0.name == name }?.kind
    }
}

struct BoxOpening {
    /// Nil under a name that is none; the text inside is shown without a box.
    let kind: BoxKind?
    let offset: Int
    let name: String
}

extension BodyScan {
    mutating func openBox(_ line: inout LineCursor, _ state: inout OpenState) -> Opening {
        let (first, end) = (line.first, line.end)
        var i = first
        while i < end, body[i] == UInt8(ascii: ":") { i += 1 }
        guard i - first >= 3 else { return .nothing }
        while i < end, BlockStart.isBlank(body[i]) { i += 1 }
        if i == end { return closeBox(line, &state) }
        close(&state)
        let nameStart = i
        while i < end, !BlockStart.isBlank(body[i]) { i += 1 }
        let name = String(decoding: body[nameStart..<i], as: UTF8.self)
        while i < end, BlockStart.isBlank(body[i]) { i += 1 }
        let kind = BoxKind.named(name)
        if kind == .gallery { i = endOfGalleryName(from: i, to: end) }
        if kind == nil { report(.unknownBox(name, at: first)) }
        var heading: [UInt8] = []
        heading.write("# \u{1}B")
        heading.write(boxes.count)
        heading.write("\u{1} ")
        rewriting.replace(first, i, with: heading)
        startInline()
        scanInline(i, end)
        rewriting.replace(end, end, with: " \u{1}")
        openBoxes.append((boxes.count, containers.count))
        boxes.append(BoxOpening(kind: kind, offset: first, name: name))
        if kind == .poem { leaf = .poem(followsBlank: false) }
        return .done
    }

    private func endOfGalleryName(from start: Int, to end: Int) -> Int {
        var wordEnd = start
        while wordEnd < end, !BlockStart.isBlank(body[wordEnd]) { wordEnd += 1 }
        guard BoxKind.ofPictures.contains(String(decoding: body[start..<wordEnd], as: UTF8.self)) else { return start }
        while wordEnd < end, BlockStart.isBlank(body[wordEnd]) { wordEnd += 1 }
        return wordEnd == end ? end : start
    }

    private mutating func closeBox(_ line: LineCursor, _ state: inout OpenState) -> Opening {
        // The line ends the box only from where the box was opened.
        let depth = state.unclosed ? state.matched : containers.count
        guard openBoxes.contains(where: { $0.depth == depth }) else {
            report(.strayBoxEnd(at: line.first))
            return .nothing
        }
        close(&state)
        openBoxes.removeLast()
        rewriting.replace(line.first, line.end, with: "# \u{1}b\u{1} \u{1}")
        return .done
    }

    mutating func report(unclosed index: Int) {
        report(.boxNotClosed(boxes[index].name, at: boxes[index].offset))
    }
}
