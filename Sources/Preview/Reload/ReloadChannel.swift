import FlyingFox
import FlyingSocks

/// Server-sent events (HTML, section 9.2) for one page: what is wrong with the site now, and whether the page changed.
struct ReloadChannel: AsyncBufferedSequence {
    typealias Element = UInt8

    let state: ReloadState
    let page: OpenPage

    /// A page as the browser shows it.
    struct OpenPage: Sendable {
        /// Path of its file in the site.
        let file: String
        /// Digest of its bytes, in hexadecimal digits.
        var digest: String
        /// Version of the site that it is from.
        var version: Int
    }

    func makeAsyncIterator() -> Iterator { Iterator(states: state.subscribe().makeAsyncIterator(), page: page) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        private var states: AsyncStream<ReloadState.State>.AsyncIterator
        private var page: OpenPage
        private var isFirst = true
        private var pending: [UInt8] = []

        init(states: AsyncStream<ReloadState.State>.AsyncIterator, page: OpenPage) {
            (self.states, self.page) = (states, page)
        }

        mutating func next() async -> UInt8? {
            if pending.isEmpty { pending = (await nextBuffer(suggested: 1) ?? []).reversed() }
            return pending.popLast()
        }

        mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
            guard let state = await states.next() else { return nil }
            // A comment, which keeps the connection open.
            guard isFirst || state.version != page.version else { return Array(": \n\n".utf8) }
            let start = isFirst ? "retry: 500\n" : ""
            isFirst = false
            let event = ReloadEvent(state, page)
            page.version = state.version
            page.digest = event.digest
            return Array("\(start)data: \(event.json)\n\n".utf8)
        }
    }
}
