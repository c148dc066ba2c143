import ArgumentParser
import Base
import Content
import Publishing

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "After a deployment: adds what is now public to the ledger, Content/published.tsv.",
        discussion:
            "Commit the ledger with the articles. Builds read it: a URL in it must lead somewhere for ever. What is broken keeps its line."
    )

    @OptionGroup var place: SitePlace

    func run() throws {
        let folder = try place.folder()
        let load = try place.options()
        // What `build --hold-broken` has published is public, whatever else is broken.
        let proof = Proof.pullHoldingBroken(from: folder, load, published: { Manifest(of: DiskTree(root: place.site + "/Public")) })
        let arabic = proof.outlet?.arabicMessages ?? prefersArabic
        let errors = proof.diagnostics.filter { $0.severity == .error && $0.id != "published-url-lost" }
        for problem in Set(errors).sorted() { printError(DiagnosticPrinter(format: .text, arabic: arabic).line(problem)) }
        let held = Set(proof.heldBack)
        guard errors.allSatisfy({ held.contains($0.location?.path ?? "") }), let site = proof.site else { throw ExitCode(1) }
        let old = Ledger.read(folder).ledger
        let new = old.recording(site)
        do throws(Diagnostic) {
            if new != old { try folder.writer().write(new.bytes, to: Ledger.path) }
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        let added = new.entries.count - old.entries.count
        let total = Counted.articles.phrase(new.entries.count, arabic: arabic)
        print("\(Ledger.path): \(total)" + (arabic ? "، الجديد منها: \(added)" : ", \(added) new"))
    }
}
