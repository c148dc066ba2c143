@testable import Markdown
import Testing
@testable import Typesetting

struct PictureWidthsTests {
    /// The first width that is told for a place, in rem.
    private func rem(_ sizes: String) throws -> Double {
        try #require(sizes.firstMatch(of: /60em\) ([0-9.]+)rem/).flatMap { Double($0.1) })
    }

    @Test(arguments: [
        (4, 3, 1.0), (3, 2, 1.125), (16, 9, 1.34), (2, 1, 1.5), (3, 1, 2), (3, 4, 1), (0, 0, 1), (9000, 1, 2),
    ])
    func `What is wider than its cell must be wider to fill it`(_ width: Int, _ height: Int, _ factor: Double) throws {
        let widths = PictureWidths.inColumn(width, height)
        #expect(abs(try rem(widths[.third]) / 13.3 - factor) < 0.01)
        #expect(abs(try rem(widths[.half]) / 20.25 - factor) < 0.01)
        #expect(try rem(widths[.text]) == 41)
    }
}
