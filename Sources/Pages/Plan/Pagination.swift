import Content

/// How a list is cut into pages: numbered from the oldest, so that a full page never changes again.
///
/// The front shows the newest items and is never nearly empty: it holds between one and two page sizes, or the whole
/// list where that is shorter.
struct Pagination: Equatable {
    struct Page: Equatable {
        /// 1 holds the oldest.
        let number: Int
        /// Which items of the list stand on it.
        let items: Range<Int>
    }

    /// The page that readers come to first: the last by number, or the first where the oldest come first.
    let front: Page
    /// The others, in the order in which they are read.
    let full: [Page]

    /// Numbers of the pages besides the front.
    var numbers: Range<Int> { front.number == 1 ? 2..<full.count + 2 : 1..<full.count + 1 }

    /// Of a list with its newest items first.
    init(count: Int, size: Int) {
        let pages = max(0, count / size - 1)
        let atFront = count - pages * size
        front = Page(number: pages + 1, items: 0..<atFront)
        full = (0..<pages).map { Page(number: pages - $0, items: (atFront + $0 * size)..<(atFront + ($0 + 1) * size)) }
    }

    /// Of a list with its oldest items first.
    init(oldestFirst count: Int, size: Int) {
        let pages = max(1, (count + size - 1) / size)
        let all = (0..<pages).map { Page(number: $0 + 1, items: $0 * size..<min(count, ($0 + 1) * size)) }
        (front, full) = (all[0], Array(all.dropFirst()))
    }

    /// Of a list that stands on one page.
    init(onePage count: Int) { (front, full) = (Page(number: 1, items: 0..<count), []) }

    /// The path of the page with this number: the front at the list's own, all others below it at `page/N/`. Nil where
    /// there is none.
    func path(_ number: Int, of list: URLPath) -> URLPath? {
        guard number > 0, number <= full.count + 1 else { return nil }
        return number == front.number ? list : URLPath(list.text + "page/\(number)/")
    }
}

extension Pagination {
    /// Of a landing page's list. In another order than by date a new story may move all others, as it does where there
    /// is a limit.
    init(_ list: StoryList) {
        switch (list.pageSize, list.order) {
        case (let size?, .newest): self.init(count: list.articles.count, size: size)
        case (let size?, .oldest): self.init(oldestFirst: list.articles.count, size: size)
        default: self.init(onePage: list.articles.count)
        }
    }
}
