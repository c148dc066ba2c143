import ArgumentParser
import Base
import Content
import FlyingSocks
import Foundation
import Preview

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site on this machine while it is written; reloads the browser after every save.",
        discussion: "Writes nothing: Public/ stays as the last build left it. Ctrl-C ends it.")

    @OptionGroup var place: SitePlace
    @Option(help: "The port on 127.0.0.1; 0 takes any that is free.") var port: UInt16 = 8000
    @Flag(help: "Show drafts and embargoed articles, each with a note.") var drafts = false

    func run() async throws {
        let folder = try place.folder()
        let load = try place.options(showsHeld: drafts)
        let lock: SiteLock?
        do throws(Diagnostic) {
            lock = try SiteLock.take("serve.lock", in: folder, for: "serve")
        } catch {
            throw failed(error)
        }
        let fixed = place.now == nil ? nil : load.now
        let preview = Preview(folder, load, clock: { fixed ?? Instant(seconds: Int(Date().timeIntervalSince1970)) }) {
            rebuilt in
            let printer = DiagnosticPrinter(format: .text, arabic: rebuilt.speaksArabic)
            for problem in rebuilt.problems { printError(printer.line(problem)) }
            printError("built in \(rebuilt.took.milliseconds)")
        }
        do {
            try await preview.run(port: port) {
                print("http://127.0.0.1:\($0)/ – Ctrl-C stops it"); fflush(nil)
            }
        } catch let error as SocketError {
            printError(
                "error: port \(port) on 127.0.0.1 cannot be used (\(error.localizedDescription)); choose another with --port"
            )
            throw ExitCode(1)
        }
        withExtendedLifetime(lock) {}
    }

    private func failed(_ problem: Diagnostic) -> any Error {
        printError(DiagnosticPrinter(format: .text, arabic: false).line(problem))
        return ExitCode(1)
    }
}

extension Duration {
    var milliseconds: String {
        let (seconds, attoseconds) = components
        return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }
}
