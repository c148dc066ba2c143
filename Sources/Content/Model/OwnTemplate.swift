package import Base

/// A template of the theme that an article, a page or a section asks for by its name.
package struct OwnTemplate: Sendable, Hashable {
    /// Name of the file in `Templates/`, without `.html`.
    package internal(set) var name: String
    /// Where it is asked for.
    package internal(set) var location: Location
}

extension OwnTemplate: FilePart {
    init(in path: String) { self.init(name: "", location: Location(path: path)) }

    mutating func visitParts<Visitor: PartVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.visit(&name)
        try visitor.visit(place: &location)
    }
}

extension Site {
    /// What site.yaml says of a section; nil where it lists none, and articles name them.
    package func settings(ofSection place: Int) -> Outlet.Section? {
        outlet.sections.indices.contains(place) ? outlet.sections[place] : nil
    }
}

extension Fields {
    /// The template that a key names, be it written with its ending or without.
    mutating func readTemplate(_ key: String = "template") -> OwnTemplate? {
        text(key).map { name in
            OwnTemplate(name: name.hasSuffix(".html") ? String(name.dropLast(5)) : name, location: place(of: key))
        }
    }
}
