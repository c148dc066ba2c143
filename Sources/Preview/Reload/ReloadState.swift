import Base
import Publishing
import Synchronization

/// The site as it was last built, and the open pages that wait for the next build.
///
/// A class because the thread that builds and those that answer share it.
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
        var subscribers: [Int: @Sendable () -> Void] = [:]
        var lastSubscriber = 0

        func tell() { for tell in subscribers.values { tell() } }
    }

    private let shared = Mutex(Shared())

    /// The last state.
    var current: State { shared.withLock { $0.state } }

    /// Makes the next version, and tells all subscribers of it.
    ///
    /// - Parameter change: gets the last state without its styles.
    func publish(_ change: @Sendable (inout State) -> Void) {
        shared.withLock { shared in
            shared.state.styles = []
            change(&shared.state)
            shared.state.version += 1
            shared.tell()
        }
    }

    /// Tells all subscribers once more: a connection that is gone is noticed when it is written to.
    func tellAgain() { shared.withLock { $0.tell() } }

    /// Calls `told` after each change, on the thread that made it. Whoever is slow looks at the last state, not at all.
    ///
    /// - Returns: the subscriber's number.
    func subscribe(_ told: @escaping @Sendable () -> Void) -> Int {
        shared.withLock { shared in
            shared.lastSubscriber += 1
            shared.subscribers[shared.lastSubscriber] = told
            return shared.lastSubscriber
        }
    }

    func unsubscribe(_ number: Int) { shared.withLock { $0.subscribers[number] = nil } }
}
