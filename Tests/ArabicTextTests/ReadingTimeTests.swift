import Testing

@testable import ArabicText

@Suite struct ReadingTimeTests {
    @Test(arguments: [(0, 0), (1, 1), (181, 1), (182, 2), (362, 2), (363, 3), (1810, 10), (-1, 0)])
    func minutesAreRoundedUp(_ words: Int, _ minutes: Int) {
        #expect(readingMinutes(words: words) == minutes)
    }
}
