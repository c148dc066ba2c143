import ArabicText
package import Base

/// A manuscript between builds. Every place in it is in its own file, so that the path is kept once.
extension Manuscript: Packable {
    func pack(into packer: inout Packer) {
        packer.add(path)
        packer.add(bodyStart)
        packer.add(digest)
        packer.add(readDigest)
        packer.add(url.text)
        for text in [title, kicker ?? "", summary ?? ""] { packer.add(text) }
        packer.add(kicker != nil)
        packer.add(summary != nil)
        for stamp in [date, updated, expires] { packer.add(stamp) }
        packer.add(bylines) { packer, byline in
            packer.add(byline.name)
            packer.add(byline.role)
            packer.add(place: byline.location)
        }
        packer.add(section) { $0.add(word: $1) }
        packer.add(tags) { $0.add(word: $1) }
        packer.add(related) { $0.add(word: $1) }
        packer.add(image) { packer, image in
            packer.add(image.src)
            for text in [image.alt, image.caption, image.credit, image.focus] { packer.add(text) }
            packer.add(place: image.location)
        }
        packer.add(source)
        packer.add(kind.rawValue)
        for text in [slug, series, location, language, id] { packer.add(text) }
        packer.add(idLocation) { $0.add(place: $1) }
        packer.add(aliases) { packer, alias in
            packer.add(alias.path.text)
            packer.add(place: alias.location)
        }
        packer.add(isDraft)
        packer.add(allowsComments)
        packer.add(status)
        packer.add(corrections) { packer, correction in
            packer.add(correction.date)
            packer.add(correction.text)
        }
        packer.add(toldChanges) { packer, change in
            packer.add(change.stamp)
            packer.add(place: change.location)
        }
        packer.add(extra) { $0.add($1) }
        packer.add(hasArabicKeys)
    }

    init(from unpacker: inout Unpacker) throws(Damaged) {
        let path = try unpacker.text()
        let bodyStart = try unpacker.int()
        self.init(path: path, bodyStart: bodyStart, digest: try unpacker.digest())
        readDigest = try unpacker.digest()
        url = URLPath(try unpacker.text())
        title = try unpacker.text()
        let (kicker, summary) = (try unpacker.text(), try unpacker.text())
        self.kicker = try unpacker.flag() ? kicker : nil
        self.summary = try unpacker.flag() ? summary : nil
        date = try unpacker.optionalValue()
        updated = try unpacker.optionalValue()
        expires = try unpacker.optionalValue()
        bylines = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let name = try part.text()
            let role = try part.optionalText()
            return Byline(name: name, role: role, location: try part.place(in: path))
        }
        section = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.word(in: path) }
        tags = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.word(in: path) }
        related = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.word(in: path) }
        image = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in
            let src = try part.text()
            let (alt, caption) = (try part.optionalText(), try part.optionalText())
            let (credit, focus) = (try part.optionalText(), try part.optionalText())
            return Image(
                src: src, alt: alt, caption: caption, credit: credit, focus: focus, location: try part.place(in: path))
        }
        source = try unpacker.optionalValue()
        kind = try unpacker.named()
        slug = try unpacker.optionalText()
        series = try unpacker.optionalText()
        location = try unpacker.optionalText()
        language = try unpacker.optionalText()
        id = try unpacker.optionalText()
        idLocation = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.place(in: path) }
        aliases = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let alias = URLPath(try part.text())
            return Article.Alias(path: alias, location: try part.place(in: path))
        }
        isDraft = try unpacker.flag()
        allowsComments = try unpacker.flag()
        status = try unpacker.value()
        corrections = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let date: Stamp = try part.value()
            return Article.Correction(date: date, text: try part.text())
        }
        toldChanges = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let stamp: Stamp = try part.value()
            return (stamp, try part.place(in: path))
        }
        extra = try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.optionalValue() }
        hasArabicKeys = try unpacker.flag()
    }
}

extension Packer {
    fileprivate mutating func add(place location: Location) {
        add(narrow: location.line)
        add(narrow: location.column)
    }

    fileprivate mutating func add(word: Manuscript.Word) {
        add(word.text)
        add(place: word.location)
    }
}

extension Unpacker {
    fileprivate mutating func place(in path: String) throws(Damaged) -> Location {
        let line = try narrow()
        return Location(path: path, line: line, column: try narrow())
    }

    fileprivate mutating func word(in path: String) throws(Damaged) -> Manuscript.Word {
        let text = try text()
        return Manuscript.Word(text: text, location: try place(in: path))
    }

    fileprivate mutating func named<Name: RawRepresentable<String>>() throws(Damaged) -> Name {
        guard let value = Name(rawValue: try text()) else { throw Damaged() }
        return value
    }
}

extension Stamp: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(instant)
        packer.add(date.daysSince1970)
        packer.add(time?.secondsSinceMidnight ?? -1)
        packer.add(offset)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let instant: Instant = try unpacker.value()
        let date = CivilDate(daysSince1970: try unpacker.int())
        let seconds = try unpacker.int()
        let time = CivilTime(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60)
        self.init(instant: instant, date: date, time: seconds < 0 ? nil : time, offset: try unpacker.int())
    }
}

extension Article.Source: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(name)
        packer.add(url?.text)
        packer.add(canonical?.text)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let name = try unpacker.text()
        let url = try unpacker.optionalText().map { WebURL(checked: $0) }
        self.init(name: name, url: url, canonical: try unpacker.optionalText().map { WebURL(checked: $0) })
    }
}

extension Article.Status: Packable {
    package func pack(into packer: inout Packer) {
        switch self {
        case .standing: packer.add(count: 0)
        case .retracted(let reason):
            packer.add(count: 1)
            packer.add(reason)
        case .removed: packer.add(count: 2)
        case .expired: packer.add(count: 3)
        }
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        switch try unpacker.count() {
        case 0: self = .standing
        case 1: self = .retracted(reason: try unpacker.text())
        case 2: self = .removed
        case 3: self = .expired
        default: throw Damaged()
        }
    }
}

extension Article.Extra: Packable {
    package func pack(into packer: inout Packer) {
        switch self {
        case .text(let text):
            packer.add(count: 0)
            packer.add(text)
        case .number(let number):
            packer.add(count: 1)
            packer.add(Int(bitPattern: UInt(number.bitPattern)))
        case .flag(let flag):
            packer.add(count: 2)
            packer.add(flag)
        }
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        switch try unpacker.count() {
        case 0: self = .text(try unpacker.text())
        case 1: self = .number(Double(bitPattern: UInt64(UInt(bitPattern: try unpacker.int()))))
        case 2: self = .flag(try unpacker.flag())
        default: throw Damaged()
        }
    }
}
