package import Base
package import Content
import Publishing

/// Shows a site while it is written: builds it in memory, serves it on 127.0.0.1, and builds again after every save.
///
/// Nothing is ever written into the site's folder; of a very large site, what exceeds the memory lies in a nameless
/// file in the system's temporary folder.
package struct Preview: Sendable {
    private let rebuilder: Rebuilder
    private let site: DiskTree

    /// - Parameters:
    ///   - clock: the time of each build.
    ///   - report: called after each build.
    package init(
        _ site: DiskTree, _ load: LoadOptions, clock: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (Rebuilt) -> Void
    ) {
        self.site = site
        rebuilder = Rebuilder(site: site, load: load, clock: clock, report: report)
    }

    /// Serves for ever; returns only where nothing can listen at the port.
    ///
    /// - Parameters:
    ///   - port: 0 takes any that is free.
    ///   - listening: called with the port once the first build is done.
    package func run(port: UInt16, listening: (Int) -> Void) throws(ListenFailure) {
        let listener = try Listener(rebuilder.state, port: port)
        // Before the first build, so that no save falls between the two.
        let watcher = Watcher(site, folders: ["Content", "Templates"])
        rebuilder.rebuild(after: .everything)
        listening(listener.port)
        while true {
            if let change = watcher.next(limit: 5000) {
                rebuilder.rebuild(after: change)
            } else {
                rebuilder.state.tellAgain()
            }
        }
    }
}
