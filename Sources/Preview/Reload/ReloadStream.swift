import NIOCore

/// The open reload channel of one page: sends it each new version of the site, and of many only the last.
///
/// A class of the event loop's thread.
final class ReloadStream {
    private let site: ReloadState
    private let wire: Wire
    private var events: ReloadEvents
    private var subscription: Int?
    private var isBusy = false
    /// Whether the site has changed since the event that is under way.
    private var isBehind = false

    init(_ site: ReloadState, _ page: ReloadEvents.OpenPage, over wire: Wire) {
        (self.site, self.wire, events) = (site, wire, ReloadEvents(for: page))
    }

    func begin() {
        subscription = wire.subscribe(to: site) { [self] in tell() }
        tell()
    }

    func end() { if let subscription { site.unsubscribe(subscription) } }

    private func tell() {
        guard !isBusy else {
            isBehind = true
            return
        }
        (isBusy, isBehind) = (true, false)
        wire.work { [site, events] in
            var events = events
            let bytes = events.next(site.current)
            return (events, bytes)
        } then: { [self] in
            events = $0.0
            wire.write($0.1[...]) { [self] in
                isBusy = false
                if isBehind { tell() }
            }
        }
    }
}
