package import Base

extension Article {
    /// Kind of story, as the key `kind` names it.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case news, opinion, analysis, report, interview, live, sponsored, investigation, editorial, factcheck, video,
            cartoon
    }

    /// Where the lines of paragraphs end: as the outlet has it, where they do in the file, or only where they plainly
    /// should.
    package enum Lines: String, Sendable, Hashable { case asOutlet, keep, join }

    /// Whether an article stands, and if not, what is left of it.
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
        /// Index into `Site.authors`.
        package let author: Int
        /// What they did; nil for who wrote it.
        package let role: String?

        /// Byline of one author.
        package init(author: Int, role: String?) { (self.author, self.role) = (author, role) }
    }

    /// Lead picture of an article, or portrait of an author.
    package struct Image: Sendable, Hashable {
        /// File that pages show.
        package let picture: Picture
        /// What it shows, in words; empty where the editor wrote nothing.
        package let alt: String
        /// Line below it.
        package let caption: String?
        /// Who made it.
        package let credit: String?
        /// Part that must stay in sight when it is cropped, as CSS `object-position` has it.
        package let focus: String?

        /// Image of a picture that was found.
        package init(picture: Picture, alt: String, caption: String?, credit: String?, focus: String?) {
            (self.picture, self.alt, self.caption, self.credit, self.focus) = (picture, alt, caption, credit, focus)
        }
    }

    /// Agency or publication that the text comes from.
    package struct Source: Sendable, Hashable {
        /// Its name.
        package let name: String
        /// Its address.
        package let url: WebURL?
        /// Where the text was first published, for an article that is syndicated.
        package let canonical: WebURL?

        /// Source of an article.
        package init(name: String, url: WebURL?, canonical: WebURL?) {
            (self.name, self.url, self.canonical) = (name, url, canonical)
        }
    }

    /// A claim that a fact check examined, and what it found.
    package struct Claim: Sendable, Hashable {
        /// The claim in a sentence.
        package let text: String
        /// What was found, in the outlet's words.
        package let rating: String
        /// Who made it.
        package let author: String?
        /// Where it was made.
        package let url: WebURL?
    }

    /// A path at which it was once published, and where the front matter says so.
    package struct Alias: Sendable, Hashable {
        /// Path of the site.
        package internal(set) var path: URLPath
        /// Where the front matter has it.
        package internal(set) var location: Location
    }

    /// What was wrong, and since when it is right.
    package struct Correction: Sendable, Hashable {
        /// When it was corrected.
        package let date: Stamp
        /// What was wrong and what is right.
        package let text: String
    }

    /// Value of a field that site.yaml declares under `extra`.
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

extension Article.Claim: Packable {
    package func pack(into packer: inout Packer) {
        packer.add(text)
        packer.add(rating)
        packer.add(author)
        packer.add(url?.text)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let (text, rating) = (try unpacker.text(), try unpacker.text())
        let author = try unpacker.optionalText()
        self.init(
            text: text, rating: rating, author: author,
            url: try unpacker.optionalText().map { WebURL(checked: $0) })
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
