/// A picture with what stands about it.
struct Figure: Sendable, Hashable {
    /// As Markdown has it.
    var destination: String
    var alt: String = ""
    /// As text.
    var caption: String = ""
    /// Where a click leads; nil for nowhere.
    var link: String?
    /// Whether it came with others, as one gallery.
    var isOfGallery = false
}

/// A table, row by row, the first being the heads.
struct TextTable: Sendable {
    enum Alignment: Sendable { case none, start, centre, end }

    var head: [InlineText]
    var rows: [[InlineText]]
    var alignments: [Alignment]
}

/// A block of Markdown before it is written.
indirect enum Block: Sendable {
    case paragraph(InlineText)
    /// Level 1–6.
    case heading(Int, InlineText)
    /// `start` is nil for a list without numbers.
    case list(start: Int?, items: [[Block]])
    case quote([Block], cite: String)
    /// `pullquote`, `aside` or `details`.
    case box(kind: String, title: String, [Block])
    case code(String)
    case table(TextTable)
    case rule
    case figure(Figure)
    /// Address of another site's post or film, which becomes a card.
    case card(String)
}
