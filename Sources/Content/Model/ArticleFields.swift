package import Base

extension Article {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case news, opinion, analysis, report, interview, live, sponsored
    }

    package enum Status: Sendable, Hashable {
        case standing
        /// Keeps its place, headline and reason; its text is gone.
        case retracted(reason: String)
        /// Shows nothing of itself.
        case removed
        case expired
    }

    /// Who is named for the article, and as what (`تصوير`, `ترجمة`); an index into `Site.authors`.
    package struct Byline: Sendable, Hashable {
        package let author: Int
        package let role: String?

        package init(author: Int, role: String?) { (self.author, self.role) = (author, role) }
    }

    package struct Image: Sendable, Hashable {
        package let picture: Picture
        package let alt: String
        package let caption: String?
        package let credit: String?
        package let focus: String?

        package init(picture: Picture, alt: String, caption: String?, credit: String?, focus: String?) {
            (self.picture, self.alt, self.caption, self.credit, self.focus) = (picture, alt, caption, credit, focus)
        }
    }

    package struct Source: Sendable, Hashable {
        package let name: String
        package let url: WebURL?
        /// Where the text was first published, for an article that is syndicated.
        package let canonical: WebURL?

        package init(name: String, url: WebURL?, canonical: WebURL?) {
            (self.name, self.url, self.canonical) = (name, url, canonical)
        }
    }

    /// A path at which it was once published, and where the front matter says so.
    package struct Alias: Sendable, Hashable {
        package internal(set) var path: URLPath
        package internal(set) var location: Location
    }

    /// What was wrong, and since when it is right.
    package struct Correction: Sendable, Hashable {
        package let date: Stamp
        package let text: String
    }

    package enum Extra: Sendable, Hashable {
        case text(String)
        case number(Double)
        case flag(Bool)
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

extension Article.Correction: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(date)
        packer.add(text)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let date: Stamp = try unpacker.value()
        self.init(date: date, text: try unpacker.text())
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
