import Testing

@testable import Pages

@Suite struct PaginationTests {
    @Test(arguments: 0...205, [1, 2, 3, 10, 20]) func everyItemStandsOnOnePage(_ count: Int, _ size: Int) {
        let pages = Pagination(count: count, size: size)
        let shown = ([pages.front] + pages.full).flatMap(\.items)
        #expect(shown == Array(0..<count))
    }

    @Test(arguments: 0...205, [1, 2, 3, 10, 20]) func frontHoldsBetweenOneAndTwoPageSizes(_ count: Int, _ size: Int) {
        let front = Pagination(count: count, size: size).front.items.count
        #expect(count < size ? front == count : (size..<(2 * size)).contains(front))
    }

    @Test(arguments: [1, 3, 10]) func fullPagesNeverChange(_ size: Int) {
        for count in size...(size * 9) {
            let before = Pagination(count: count, size: size)
            let after = Pagination(count: count + 1, size: size)
            // Items are counted from the newest; from the oldest a page that stays holds the same ones.
            for page in before.full {
                let same = after.full.first { $0.number == page.number }
                #expect(same.map { (count + 1) - $0.items.upperBound } == count - page.items.upperBound)
                #expect(page.items.count == size)
            }
        }
    }

    @Test(arguments: 0...50, [1, 2, 3, 10]) func whereTheOldestComeFirstNoFullPageChanges(_ count: Int, _ size: Int) {
        let (before, after) = (
            Pagination(oldestFirst: count, size: size), Pagination(oldestFirst: count + 1, size: size)
        )
        let all = [before.front] + before.full
        #expect(all.flatMap(\.items) == Array(0..<count))
        #expect(all.map(\.number) == Array(1...all.count))
        let full = all.filter { $0.items.count == size }
        #expect(([after.front] + after.full).starts(with: full))
    }

    @Test func everyPageBesidesTheFrontIsNumbered() {
        for pages in [
            Pagination(count: 7, size: 2), Pagination(count: 3, size: 2), Pagination(oldestFirst: 7, size: 2),
            Pagination(oldestFirst: 0, size: 2), Pagination(onePage: 5),
        ] { #expect(Array(pages.numbers) == pages.full.map(\.number).sorted()) }
    }

    @Test func numbersRunFromTheOldest() {
        let pages = Pagination(count: 7, size: 2)
        #expect(pages.front.number == 3)
        #expect(pages.front.items == 0..<3)
        #expect(pages.full.map(\.number) == [2, 1])
        #expect(pages.full.map(\.items) == [3..<5, 5..<7])
    }
}
