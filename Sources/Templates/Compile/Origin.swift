import Base

/// A use of a template file: which file, and the tag of which other use led there.
struct Origin: Sendable {
    let source: Source
    let parent: (origin: Int, offset: Int)?
}

extension [Origin] {
    /// Where `offset` of use number `index` stands, with the chain of tags that led there, the outermost first.
    func location(_ index: Int, _ offset: Int) -> Location {
        var via: [String] = []
        var parent = self[index].parent
        while let (origin, place) = parent {
            let source = self[origin].source
            via.insert("\(source.path):\(Location(path: source.path, offset: place, in: source.bytes).line)", at: 0)
            parent = self[origin].parent
        }
        return Location(path: self[index].source.path, offset: offset, in: self[index].source.bytes, via: via)
    }
}
