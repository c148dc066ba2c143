package import Base
package import Content
import FlyingFox
import FlyingSocks
import Foundation
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

    /// Serves until the task is cancelled.
    ///
    /// - Parameters:
    ///   - port: 0 takes any that is free.
    ///   - listening: called with the port once it answers.
    package func run(port: UInt16, listening: @Sendable (Int) -> Void) async throws {
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 30, logger: .disabled,
            handler: HTTPFront(state: rebuilder.state))
        let serving = Task { try await server.run() }
        do {
            try await server.waitUntilListening(timeout: 5)
        } catch {
            // The server's own error, such as a port that is taken, says more than the time that ran out.
            serving.cancel()
            try await serving.value
            throw error
        }
        guard case .ip4(_, let bound)? = await server.listeningAddress else { return }
        rebuilder.state.port = Int(bound)
        await watch()
        listening(Int(bound))
        try await serving.value
    }

    /// Starts the thread that waits for saves and rebuilds; returns after the first build.
    private func watch() async {
        await withCheckedContinuation { first in
            let (site, rebuilder) = (site, rebuilder)
            Thread {
                // Before the first build, so that no save falls between the two.
                let watcher = Watcher(site, folders: ["Content", "Templates"])
                rebuilder.rebuild(after: .everything)
                first.resume()
                while true {
                    if let change = watcher.next(limit: 5000) {
                        rebuilder.rebuild(after: change)
                    } else {
                        rebuilder.state.sendAgain()
                    }
                }
            }.start()
        }
    }
}
