import Base
import Publishing
import Synchronization

/// The site as it was last built, and the open pages that wait for the next build.
///
/// A class because the thread that builds and the tasks that answer share it.
final class ReloadState: Sendable {
    struct State: Sendable {
        /// The last site without errors; nil before there was any.
        var site: ShownSite?
        /// The number of the build, from 1, whether it had errors or not.
        var version = 0
        var problems: [Diagnostic] = []
        var speaksArabic = true
        /// Old and new addresses of the style sheets that changed, where nothing else was saved.
        var styles: [(old: String, new: String)] = []
    }

    private struct Shared: Sendable {
        var state = State()
        var subscribers: [Int: AsyncStream<State>.Continuation] = [:]
        var lastSubscriber = 0
        var port = 0
    }

    private let shared = Mutex(Shared())

    /// The port that the preview listens at; 0 until it does.
    var port: Int {
        get { shared.withLock { $0.port } }
        set { shared.withLock { $0.port = newValue } }
    }

    /// The last state.
    var current: State { shared.withLock { $0.state } }

    /// Makes the next version, and sends it to all subscribers.
    ///
    /// - Parameter change: gets the last state without its styles.
    func publish(_ change: @Sendable (inout State) -> Void) {
        shared.withLock { shared in
            shared.state.styles = []
            change(&shared.state)
            shared.state.version += 1
            for subscriber in shared.subscribers.values { subscriber.yield(shared.state) }
        }
    }

    /// Sends the state once more: a connection that is gone is noticed when it is written to.
    func sendAgain() {
        shared.withLock { shared in
            for subscriber in shared.subscribers.values { subscriber.yield(shared.state) }
        }
    }

    /// The state now, and each after it. A slow subscriber gets the last one, not all.
    func subscribe() -> AsyncStream<State> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = shared.withLock { shared in
                shared.lastSubscriber += 1
                shared.subscribers[shared.lastSubscriber] = continuation
                continuation.yield(shared.state)
                return shared.lastSubscriber
            }
            continuation.onTermination = { [self] _ in shared.withLock { $0.subscribers[number] = nil } }
        }
    }
}
