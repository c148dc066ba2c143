private import Synchronization

/// What was made of files that have not changed since: lets a preview read 10,000 articles again after a change in one.
///
/// A value is right as long as its mark is equal: the mark names all that the value was made from.
package final class Shelf<Mark: Hashable & Sendable, Value: Sendable>: Sendable {
    private let kept = Mutex<[String: (mark: Mark, value: Value)]>([:])

    package init() {}

    /// The value kept for `path`, or what `make` gives, which is then kept.
    package func value(for path: String, mark: Mark, make: () -> Value) -> Value {
        let found = kept.withLock { $0[path] }
        if let found, found.mark == mark { return found.value }
        let value = make()
        kept.withLock { $0[path] = (mark, value) }
        return value
    }

    package func forget(_ path: String) { kept.withLock { $0[path] = nil } }

    package func forgetAll() { kept.withLock { $0 = [:] } }
}
