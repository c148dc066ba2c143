import ArgumentParser
import Base
import Content
import Publishing

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "After a deployment: adds what is now public to the ledger, Content/published.tsv.",
        discussion:
            "Commit the ledger with the articles. Builds read it: a URL in it must lead somewhere for ever. Where "
            + "the last build is at hand, only what it wrote is recorded, as it wrote it. What is broken keeps "
            + "its line."
    )

    @OptionGroup var place: SiteOptions
    @Option(help: "Where the last build is; Public/ in the site's folder by default.") var output: String?

    func run() throws {
        let folder = try place.folder()
        let load = try place.options()
        let built: Manifest?
        do throws(Diagnostic) {
            built = try Manifest(of: DiskTree(root: output ?? place.site + "/Public"), named: output ?? "Public")
        } catch {
            throw stopped(by: error, arabic: speaksArabic(folder, load))
        }
        // What `build --hold-broken` has published is public, whatever else is broken.
        let proof = Proof.pullHoldingBroken(from: folder, load, published: { built })
        let arabic = proof.outlet?.arabicMessages ?? prefersArabic
        let errors = proof.diagnostics.judged(.lenient).filter {
            $0.severity == .error && $0.id != "published-url-lost"
        }
        for line in DiagnosticPrinter(format: .text, arabic: arabic).lines(errors) { printError(line) }
        guard errors.errors(besides: proof.heldBack).isEmpty, let site = proof.site else {
            throw ExitCode(1)
        }
        let old = Ledger.read(folder).ledger
        let recording = old.recording(site, as: built)
        let new = recording.ledger
        do throws(Diagnostic) {
            if new != old { try folder.writer().write(new.bytes, to: Ledger.path) }
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        let added = new.entries.count - old.entries.count
        let total = Counted.articles.phrase(new.entries.count, arabic: arabic)
        print("\(Ledger.path): \(total)" + (arabic ? "، الجديد منها: \(added)" : ", \(added) new"))
        if built == nil {
            print(
                arabic
                    ? "لا بناء في Public/: سُجّل ما تقوله الملفات الآن"
                    : "no build in Public/: recorded as the files are now")
        }
        if recording.unbuilt > 0 {
            let count = Counted.articles.phrase(recording.unbuilt, arabic: arabic)
            print(arabic ? "ليس في آخر بناء فلم يُسجَّل: \(count)" : "not in the last build, left out: \(count)")
        }
        if recording.changedSince > 0 {
            let count = Counted.articles.phrase(recording.changedSince, arabic: arabic)
            print(
                arabic
                    ? "تغيّر بعد آخر بناء فسُجّل كما بُني: \(count)"
                    : "changed since the last build, recorded as built: \(count)")
        }
    }
}
