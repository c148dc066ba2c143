import Base

extension Manuscript {
    /// A name as an editor wrote it, of a section, a tag or an article.
    struct Word: Sendable, Hashable {
        var text: String
        var location: Location
    }

    /// Who is named for the article, and as what.
    struct Byline: Sendable {
        var name: String
        var role: String?
        var location: Location
    }

    /// The lead picture, before any file was looked up.
    struct Image: Sendable {
        var src: String
        var alt: String?
        var caption: String?
        var credit: String?
        var focus: String?
        var location: Location
    }

    /// An update or a correction, and where its date is written.
    struct ToldChange: Sendable {
        var stamp: Stamp
        var location: Location
    }
}

extension Manuscript.Word: FilePart {
    init(in path: String) { self.init(text: "", location: Location(path: path)) }

    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&text)
        try visitor.visit(place: &location)
    }
}

extension Manuscript.Byline: FilePart {
    init(in path: String) { self.init(name: "", role: nil, location: Location(path: path)) }

    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&name)
        try visitor.visit(&role)
        try visitor.visit(place: &location)
    }
}

extension Manuscript.Image: FilePart {
    init(in path: String) {
        self.init(src: "", alt: nil, caption: nil, credit: nil, focus: nil, location: Location(path: path))
    }

    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&src)
        try visitor.visit(&alt)
        try visitor.visit(&caption)
        try visitor.visit(&credit)
        try visitor.visit(&focus)
        try visitor.visit(place: &location)
    }
}

extension Manuscript.ToldChange: FilePart {
    init(in path: String) { self.init(stamp: .epoch, location: Location(path: path)) }

    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&stamp)
        try visitor.visit(place: &location)
    }
}

extension Article.Alias: FilePart {
    init(in path: String) { self.init(path: URLPath(""), location: Location(path: path)) }

    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&path)
        try visitor.visit(place: &location)
    }
}
