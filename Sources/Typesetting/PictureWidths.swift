import Markdown

/// How wide pictures of a text are in the theme, whose column is `--measure` wide and whose galleries have three cells
/// in a row, or two.
extension PictureWidths {
    /// - Parameters: the picture's sides, in any unit.
    static func inColumn(_ width: Int, _ height: Int) -> PictureWidths {
        // A cell is four to three and filled: what is wider than that is wider than its cell.
        steps.first { width * 8 <= height * $0.eighths }?.widths ?? widest
    }

    private static let steps: [(eighths: Int, widths: PictureWidths)] = [
        (11, filling(1)), (12, filling(1.125)), (15, filling(1.34)), (16, filling(1.5)),
    ]
    private static let widest = filling(2)

    /// - Parameter factor: the width of the picture to that of its cell.
    private static func filling(_ factor: Double) -> PictureWidths {
        func rounded(_ width: Double, _ unit: String) -> String { "\((width * factor * 100).rounded() / 100)\(unit)" }
        let (columnOfDesk, columnOfTablet) = ("(min-width: 60em) ", "(min-width: 47em) ")
        return PictureWidths(
            text: "(min-width: 60em) 41rem, (min-width: 47em) 42.75rem, 92vw",
            half: columnOfDesk + rounded(20.25, "rem, ") + columnOfTablet + rounded(21.1, "rem, ")
                + rounded(44, "vw"),
            third: columnOfDesk + rounded(13.3, "rem, ") + columnOfTablet + rounded(13.9, "rem, ")
                + "(min-width: 30em) " + rounded(30, "vw, ") + rounded(44, "vw"))
    }
}
