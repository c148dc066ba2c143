import Base
import Publishing
import Synchronization

/// Where the newest edition lies, and who waits for the next one.
final class ReloadState: Sendable {
    struct State: Sendable {
        /// The last one that was sound; nil before there was any.
        var edition: ShownSite?
        /// Counts editions and reports of problems, from 1.
        var number = 0
        var problems: [Diagnostic] = []
        var speaksArabic = true
        /// Style sheets that changed with the last edition, where nothing but styles was saved.
        var styles: [(old: String, new: String)] = []
    }

    private struct Waiting: Sendable {
        var state = State()
        var readers: [Int: AsyncStream<State>.Continuation] = [:]
        var next = 0
    }

    private let waiting = Mutex(Waiting())
    private let opened = Mutex(0)

    /// Where the reload is, once that is known.
    var port: Int { opened.withLock { $0 } }

    func open(at port: Int) { opened.withLock { $0 = port } }

    var state: State { waiting.withLock { $0.state } }

    func put(_ change: @Sendable (inout State) -> Void) {
        waiting.withLock { waiting in
            waiting.state.styles = []
            change(&waiting.state)
            waiting.state.number += 1
            for reader in waiting.readers.values { reader.yield(waiting.state) }
        }
    }

    /// Tells every reader the state once more: a connection that is gone is noticed when it is written to.
    func remind() {
        waiting.withLock { waiting in
            for reader in waiting.readers.values { reader.yield(waiting.state) }
        }
    }

    /// The state now, and each after it. Who is slow sees the last one, not all.
    func subscribe() -> AsyncStream<State> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let place = waiting.withLock { waiting in
                waiting.next += 1
                waiting.readers[waiting.next] = continuation
                continuation.yield(waiting.state)
                return waiting.next
            }
            continuation.onTermination = { [self] _ in waiting.withLock { $0.readers[place] = nil } }
        }
    }
}
