/// A parsed template.
struct Syntax: Sendable {
    let source: Source
    let statements: [Statement]
    /// All blocks of the file, nested ones too.
    let blocks: [Block]
    let parent: (name: String, offset: Int)?
    let faults: [Fault]
}
