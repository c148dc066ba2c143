import ArabicText
import Base
import Content
import FlyingFox
import FlyingSocks
import Publishing

/// Server-sent events for one page: what is wrong now, and when the page should be loaded again.
struct ReloadChannel: AsyncBufferedSequence {
    typealias Element = UInt8

    let reload: ReloadState
    let page: PageSeen

    /// The page as its reader has it.
    struct PageSeen: Sendable {
        let file: String
        var mark: String
        var number: Int
    }

    func makeAsyncIterator() -> Iterator { Iterator(states: reload.subscribe().makeAsyncIterator(), page: page) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        private var states: AsyncStream<ReloadState.State>.AsyncIterator
        private var page: PageSeen
        private var isFirst = true
        private var pending: [UInt8] = []

        init(states: AsyncStream<ReloadState.State>.AsyncIterator, page: PageSeen) {
            (self.states, self.page) = (states, page)
        }

        mutating func next() async -> UInt8? {
            if pending.isEmpty { pending = (await nextBuffer(suggested: 1) ?? []).reversed() }
            return pending.popLast()
        }

        mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
            guard let state = await states.next() else { return nil }
            guard isFirst || state.number != page.number else { return Array(": \n\n".utf8) }
            let start = isFirst ? "retry: 500\n" : ""
            isFirst = false
            let event = ReloadEvent(state, page)
            page.number = state.number
            page.mark = event.mark
            return Array("\(start)data: \(event.json)\n\n".utf8)
        }
    }
}

/// What one page is told.
struct ReloadEvent {
    let mark: String
    let json: String

    init(_ state: ReloadState.State, _ page: ReloadChannel.PageSeen) {
        let bytes = state.edition.flatMap { edition in edition.bytes(of: page.file) ?? edition.bytes(of: "404.html") }
        mark = bytes.map { Digest(of: $0).hex } ?? page.mark
        let changed = mark != page.mark
        let styles = changed ? state.styles.map { "[\(jsonText($0.old)),\(jsonText($0.new))]" } : []
        let problems = SummedDiagnostic.sums(of: state.problems).map { sum in
            let problem = sum.problem
            let place = problem.location?.text ?? ""
            let words = state.speaksArabic ? problem.message.arabic : problem.message.english
            let message = words + (sum.extent(arabic: state.speaksArabic).map { ": \($0)" } ?? "")
            return
                "{\"place\":\(jsonText(place)),\"severity\":\"\(problem.severity.rawValue)\",\"id\":\(jsonText(problem.id)),\"message\":\(jsonText(message))}"
        }
        json =
            "{\"edition\":\(state.number),\"reload\":\(changed),\"mark\":\"\(mark)\",\"styles\":[\(styles.joined(separator: ","))],"
            + "\"problems\":[\(problems.joined(separator: ","))]}"
    }
}
