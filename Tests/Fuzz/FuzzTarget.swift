/// What the program does with bytes that nobody vouches for, each by the calls of a build, and what must hold of the
/// answer.
enum FuzzTarget: String, CaseIterable, Sendable {
    case frontMatter, markdown, templates, pictures

    /// What does not hold; nil where all does.
    func fault(in bytes: [UInt8]) -> String? {
        switch self {
        case .frontMatter: faultInFrontMatter(bytes)
        case .markdown: faultInMarkdown(bytes)
        case .templates: faultInTemplate(bytes)
        case .pictures: faultInPicture(bytes)
        }
    }
}
