import NIOCore

/// How much of the preview is taken, by all connections together.
///
/// A class of the event loop's thread.
final class Seats {
    private let limits: Limits
    private var taken: [ObjectIdentifier: Connection] = [:]
    private var streams = 0
    private var bodies = 0

    init(_ limits: Limits) { self.limits = limits }

    /// Whether there is a seat for a new connection. Where there is none, whoever has kept the preview waiting for a
    /// request the longest has to leave, so that no crowd of silent clients keeps a browser out.
    func take(_ connection: Connection) -> Bool {
        if taken.count >= limits.connections {
            let waiting = taken.values.compactMap { other in other.waitingSince.map { (other, $0) } }
            guard let (longest, _) = waiting.min(by: { $0.1 < $1.1 }) else { return false }
            leave(longest)
            longest.leave()
        }
        taken[ObjectIdentifier(connection)] = connection
        return true
    }

    func leave(_ connection: Connection) { taken[ObjectIdentifier(connection)] = nil }

    /// Whether one more reload stream may be opened.
    func takeStream() -> Bool {
        guard streams < limits.streams else { return false }
        streams += 1
        return true
    }

    func leaveStream() { streams -= 1 }

    /// Whether the memory has room for a body of so many bytes. One has, however large it is.
    func hold(_ count: Int) -> Bool {
        guard bodies == 0 || bodies + count <= limits.bodies else { return false }
        bodies += count
        return true
    }

    func release(_ count: Int) { bodies -= count }
}
