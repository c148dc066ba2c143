/// How a list is cut into pages: numbered from the oldest, so that a full page never changes again.
///
/// The front shows the newest items and is never nearly empty: it holds between one and two page sizes, or the whole
/// list where that is shorter.
struct Pagination: Equatable {
    struct Page: Equatable {
        /// 1 holds the oldest; the front has the highest.
        let number: Int
        /// Which items of the list, the newest first, stand on it.
        let items: Range<Int>
    }

    let front: Page
    /// From the newest to the oldest.
    let full: [Page]

    init(count: Int, size: Int) {
        let pages = max(0, count / size - 1)
        let atFront = count - pages * size
        front = Page(number: pages + 1, items: 0..<atFront)
        full = (0..<pages).map { Page(number: pages - $0, items: (atFront + $0 * size)..<(atFront + ($0 + 1) * size)) }
    }
}
