/// What the links and pictures of an old text lead to in the new site.
protocol References {
    /// Answer for what an `href` says.
    func link(_ href: String) -> LinkAnswer
    /// Answer for what a `src` says, or an `img` with the number of a file of the library; nil for what is no address.
    func picture(_ source: String, id: Int?) -> PictureAnswer?
    /// Pictures of a gallery by the numbers of their files, in order; nil stands for one that is not there.
    func gallery(_ ids: [Int]) -> [(id: Int, figure: Figure?)]
    /// Pictures that were uploaded to the text itself.
    func ownGallery() -> [(id: Int, figure: Figure?)]
    /// Answer for a file that is offered for reading, hearing or watching.
    func file(_ source: String) -> LinkAnswer
}

struct LinkAnswer {
    /// Nil where the words stay without a link.
    var destination: String?
    /// Why.
    var row: ReportRow.Finding?
    /// File that the link needs.
    var use: FileUse?
}

struct PictureAnswer {
    /// As Markdown has it.
    var destination: String
    /// What is known of the picture by itself.
    var alt: String = ""
    var row: ReportRow.Finding?
    var use: FileUse?
}

/// A file that a text needs.
enum FileUse: Sendable, Hashable {
    /// Shown beside an article: in the folder of uploads, and beneath `Content/articles/uploads/`.
    case picture(from: String, as: String)
    /// Linked to: in the folder of uploads, and beneath `Content/assets/uploads/`.
    case asset(from: String, as: String)
    /// Not at hand: its address, and its path in the folder of uploads where it would have one.
    case missing(address: String, path: String)
}
