import ArgumentParser
import Base
import Content
import Pages
import Publishing

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: said(
            en: "After a deployment: adds what is now public to the ledger, Content/published.tsv.",
            ar: "بعد الرفع: يضيف ما صار منشورًا إلى السجل Content/published.tsv."),
        discussion: said(
            en: "Commit the ledger with the articles. Builds read it: a URL in it must lead somewhere for ever. Where "
                + "the last build is at hand, only what it wrote is recorded, as it wrote it. What is broken keeps "
                + "its line.",
            ar: "احفظ السجل في المستودع مع المقالات. يقرؤه البناء: كل رابط فيه يقود إلى شيء ما دام الموقع. وإن "
                + "وُجد آخر بناء سُجّل ما كتبه كما كتبه. وما فيه خطأ يبقى سطره.")
    )

    @OptionGroup var options: SiteOptions
    @Option(
        help: .text(
            en: "Where the last build is; Public/ in the site's folder by default.",
            ar: "أين آخر بناء؛ Public/ في مجلد الموقع ما لم يُذكر.", value: "مجلد"), completion: .directory) var output:
        String?

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions()
        let built: Manifest?
        do throws(Diagnostic) {
            built = try Manifest(of: DiskTree(root: output ?? options.site + "/Public"), named: output ?? "Public")
        } catch {
            throw stopped(by: error, arabic: speaksArabic(folder, load))
        }
        let (site, feeds, arabic) = try site(in: folder, load, built)
        let old = Ledger.read(folder).ledger
        let recording = old.recording(site, feeds: feeds, as: built)
        do throws(Diagnostic) {
            if recording.ledger != old { try folder.writer().write(recording.ledger.bytes, to: Ledger.path) }
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        for line in report(recording, since: old, hasBuild: built != nil, arabic: arabic) { print(line) }
    }

    /// The site, whose errors are printed; stops where one of them is not in what `build --hold-broken` left out. What
    /// that has published is public, whatever else is broken.
    private func site(
        in folder: DiskTree, _ load: LoadOptions, _ built: Manifest?
    ) throws -> (site: Site, feeds: [Feed], arabic: Bool) {
        let proof = Proof.pullHoldingBroken(from: folder, load, published: { built })
        let arabic = proof.outlet?.arabicMessages ?? prefersArabic
        let errors = proof.diagnostics.judged(.lenient).filter {
            $0.severity == .error && !$0.breaks(PublishingRule.publishedURLLost)
                && !$0.breaks(PublishingRule.publishedURLTaken)
        }
        for line in DiagnosticPrinter(format: .text, arabic: arabic).lines(errors) { printError(line) }
        guard errors.errors(besides: proof.heldBack).isEmpty, let site = proof.site else {
            throw ExitCode(1)
        }
        return (site, proof.plan?.feeds.feeds ?? [], arabic)
    }

    private func report(
        _ recording: Ledger.Recording, since old: Ledger, hasBuild: Bool, arabic: Bool
    ) -> [String] {
        let entries = recording.ledger.articles.count
        let total = Counted.articles.phrase(entries, arabic: arabic)
        let added = entries - old.articles.count
        var lines = ["\(Ledger.path): \(total)" + (arabic ? "، الجديد منها: \(added)" : ", \(added) new")]
        if !hasBuild {
            lines.append(
                arabic
                    ? "لا بناء في Public/: سُجّل ما تقوله الملفات الآن"
                    : "no build in Public/: recorded as the files are now")
        }
        if recording.unbuilt > 0 {
            let count = Counted.articles.phrase(recording.unbuilt, arabic: arabic)
            lines.append(arabic ? "ليس في آخر بناء فلم يُسجَّل: \(count)" : "not in the last build, left out: \(count)")
        }
        if recording.changedSince > 0 {
            let count = Counted.articles.phrase(recording.changedSince, arabic: arabic)
            lines.append(
                arabic
                    ? "تغيّر بعد آخر بناء فسُجّل كما بُني: \(count)"
                    : "changed since the last build, recorded as built: \(count)")
        }
        return lines
    }
}
