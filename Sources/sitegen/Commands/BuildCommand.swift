import ArgumentParser
import Base
import Content
import Libc
import Publishing

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: said(en: "Builds the site.", ar: "يبني الموقع."),
        discussion: said(
            en: "Exit status: 0 done, 1 errors in the input (nothing was changed), 2 wrong usage, 3 done without the "
                + "articles that are broken.",
            ar: "رمز الخروج: 0 تم، 1 أخطاء في المحتوى (لم يتغير شيء)، 2 خطأ في كتابة الأمر، 3 تم من غير المقالات "
                + "التي فيها خطأ.")
    )

    @Option(
        help: .text(
            en: "The folder that holds Content/, Templates/ and Public/.",
            ar: "المجلد الذي فيه Content/ وTemplates/ وPublic/.", value: "مجلد"), completion: .directory) var site = "."
    @Option(
        help: .text(
            en: "Where the site is written; Public/ in the site's folder by default.",
            ar: "أين يُكتب الموقع؛ Public/ في مجلد الموقع ما لم يُذكر.", value: "مجلد"), completion: .directory)
    var output: String?
    @Option(
        help: .text(
            en: "The site's address, in place of site.yaml's.", ar: "عنوان الموقع بدل الذي في site.yaml.",
            value: "عنوان")) var baseURL: String?
    @Option(
        help: .text(
            en: "The build's clock, such as 2024-01-24T09:05:00Z; the machine's by default.",
            ar: "ساعة البناء، مثل 2024-01-24T09:05:00Z؛ ساعة الجهاز ما لم تُذكر.", value: "وقت")) var now: String?
    @Flag(
        help: .text(
            en: "Show drafts and embargoed articles; needs another --output than Public/.",
            ar: "أظهر المسودات وما عليه حظر نشر؛ ويلزم معه --output غير Public/.")) var drafts = false
    @Flag(
        help: .text(
            en: "Publish the rest when an article is broken: that one keeps its last page, a new one stays out.",
            ar: "إن كان في مقال خطأ فانشر غيره: يبقى المقال على آخر صورة له، والجديد ينتظر."))
    var holdBroken = false
    @Flag(
        help: .text(
            en:
                "Take out articles whose files are gone even where they are more than ten and more than a fifth of all.",
            ar: "احذف المقالات التي ذهبت ملفاتها ولو زادت على عشرة وعلى خُمس الكل."))
    var allowRemovals = false
    @Flag(help: .text(en: "Write every file anew.", ar: "اكتب كل ملف من جديد.")) var clean = false
    @Option(
        help: .text(
            en: "How many tasks run at once; one for each core by default.",
            ar: "كم مهمة تعمل معًا؛ مهمة لكل نواة ما لم يُذكر.", value: "عدد")) var jobs: Int?
    @Flag(help: .text(en: "Print how long each stage took.", ar: "اعرض مدة كل مرحلة.")) var timings = false
    @Flag(
        help: .text(
            en: "Add the copy desk's advice, and let any warning fail the build.",
            ar: "أضف نصائح المدقق، واجعل أي تنبيه يوقف البناء.")) var strict = false
    @Flag(
        help: .text(
            en: "Write nothing: make the whole site again without the cache, and compare it with what is published.",
            ar: "لا تكتب شيئًا: اصنع الموقع كله من جديد بلا ذاكرة، وقارنه بالمنشور."))
    var verify = false
    @Flag(help: .text(en: "Print nothing but problems.", ar: "لا تعرض إلا المشكلات.")) var quiet = false
    @Option(help: .text(en: "How problems are printed.", ar: "صورة عرض المشكلات.", value: "صورة")) var diagnostics =
        DiagnosticFormat.text
    @Flag(
        help: .text(
            en: "Print each message, also where many files have the same one.",
            ar: "اعرض كل رسالة، ولو تكررت في ملفات كثيرة.")) var allMessages = false

    func run() throws {
        let workers = Workers(asked: jobs)
        let folder = try siteFolder(site, workers)
        let tree = DiskTree(root: output ?? site + "/Public")
        try checkUsage(tree)
        let load = LoadOptions(
            now: try instant(now), showsUnpublished: drafts, address: try address(), workers: workers)
        let lock = try takeLock(folder, tree, load)
        if now == nil { try checkClock(load, tree, folder) }
        let start = ContinuousClock().now
        let outcome = run(build(load, tree), from: folder, to: tree)
        let took = ContinuousClock().now - start
        let printer = DiagnosticPrinter(format: diagnostics, arabic: outcome.speaksArabic ?? prefersArabic)
        for line in printer.lines(outcome.diagnostics, each: allMessages) { printError(line) }
        let report = BuildReport(outcome: outcome, took: took, isVerification: verify)
        if timings { for line in report.timings { printError(line) } }
        if !outcome.stops, !quiet { for line in report.lines { print(line) } }
        withExtendedLifetime((outcome, lock)) {
            // At once: to release the site object by object takes longer than to end the process.
            Libc.exit(outcome.stops ? 1 : outcome.heldBack.isEmpty ? 0 : 3)
        }
    }

    private func checkUsage(_ tree: DiskTree) throws {
        for folder in ["Content", "Templates"] {
            let own = DiskTree(root: site + "/" + folder).canonicalPath
            if tree.canonicalPath == own || tree.canonicalPath.hasPrefix(own + "/") {
                throw usage(
                    en:
                        "--output lies outside \(folder)/: the next build would take what is written there for its own",
                    ar: "لا يكون «--output» داخل \(folder)/: البناء التالي يعدّ ما كُتب فيه من المحتوى؛ سمِّ مجلدًا غيره")
            }
        }
        if drafts, isPublic(tree) {
            throw usage(
                en: "--drafts shows what is not public yet; give it another --output than Public/",
                ar: "يُظهر «--drafts» ما لم يُنشر بعد؛ سمِّ له مجلدًا غير Public/ بعد «--output»")
        }
        if verify, clean || holdBroken {
            throw usage(
                en: "--verify writes nothing and holds nothing back; leave --clean and --hold-broken out",
                ar: "لا يكتب «--verify» شيئًا ولا يحجب شيئًا؛ اتركه وحده بلا «--clean» و«--hold-broken»")
        }
    }

    /// The build as the options ask for it. Its files lie in `.sitegen`, which the lock has made.
    private func build(_ load: LoadOptions, _ tree: DiskTree) -> Build {
        var build = Build(load)
        build.rewritesAll = clean
        build.isStrict = strict
        build.holdsBroken = holdBroken
        build.allowsRemovals = allowRemovals
        let asked = CommandLine.arguments.filter {
            !["--strict", "--verify", "--hold-broken", "--all-messages"].contains($0)
        }
        build.holdingCommand = (asked.map(shellQuoted) + ["--hold-broken"]).joined(separator: " ")
        build.cache = FileStamp.program.map { program in
            BuildCache(
                in: DiskTree(root: site + "/.sitegen"), program: "\(programVersion) \(program)",
                output: tree.canonicalPath)
        }
        let pictures = PictureProgress(.errors)
        build.pictureProgress = { pictures.made($0, of: $1) }
        build.spill = SpillFile(in: site + "/.sitegen", holding: 32 << 20)
        return build
    }

    private func run(_ build: Build, from folder: DiskTree, to tree: DiskTree) -> Build.Outcome {
        let progress = Progress(.errors)
        defer { progress.end() }
        let name = output ?? "Public"
        return verify
            ? build.verify(tree, of: folder, named: name, progress: progress.finished)
            : build.run(from: folder, to: tree, named: name, progress: progress.finished)
    }

    /// One build at a time for each output, however it is named; another one of the same site may go elsewhere
    /// meanwhile.
    private func takeLock(_ folder: DiskTree, _ tree: DiskTree, _ load: LoadOptions) throws -> SiteLock {
        let isOwn = tree.canonicalPath == DiskTree(root: site + "/Public").canonicalPath
        let name = isOwn ? "lock" : "lock-\(Digest(of: tree.canonicalPath).hex.prefix(8))"
        do throws(Diagnostic) {
            return try SiteLock.take(name, or: ".", in: folder, for: "build")
        } catch {
            printError(DiagnosticPrinter(format: diagnostics, arabic: speaksArabic(folder, load)).line(error))
            throw ExitCode(1)
        }
    }

    /// A machine that has lost its clock would take every article for an embargoed one, and their pages away.
    private func checkClock(_ load: LoadOptions, _ output: DiskTree, _ folder: DiskTree) throws {
        let day = 24 * 60 * 60
        let modified: Int?
        do throws(Diagnostic) {
            modified = try output.modified(Manifest.path)
        } catch {
            throw stopped(by: error, arabic: speaksArabic(folder, load))
        }
        guard let last = modified, load.now.seconds < last - day else { return }
        let (clock, build) = (Zone.utc.iso(load.now), Zone.utc.iso(Instant(seconds: last)))
        let problem = Diagnostic(
            id: PublishingRule.clock,
            Message(
                en:
                    "time goes forward; this machine's clock says \(clock), and the last build was at \(build); "
                    + "set the clock, or name the time with --now",
                ar:
                    "لا يعود الوقت إلى الوراء؛ ساعة هذا الجهاز تقول \(clock)، وآخر بناء كان في \(build)؛ اضبط "
                    + "الساعة، أو اذكر الوقت بعد \u{200E}«--now»\u{200E}"
            ),
            at: nil)
        throw stopped(by: problem, arabic: speaksArabic(folder, load))
    }

    private func isPublic(_ tree: DiskTree) -> Bool {
        guard output != nil else { return true }
        // By name, for a folder that does not exist yet, and by what the names resolve to.
        let own = DiskTree(root: site + "/Public")
        let names = [own, tree].map(\.standardPath)
        let resolved = [own, tree].map { $0.resolvedRoot ?? "" }
        // Beneath it, too: whoever uploads the one uploads the other.
        return [names, resolved].contains { pair in
            !pair[0].isEmpty && !pair[1].isEmpty && (pair[1] == pair[0] || pair[1].hasPrefix(pair[0] + "/"))
        }
    }

    private func address() throws -> SiteAddress? {
        guard let baseURL else { return nil }
        do throws(WebURL.Problem) {
            return try SiteAddress(try WebURL(baseURL))
        } catch {
            throw usage(
                en: "--base-url takes an address such as https://example.org/, not “\(baseURL)”",
                ar: "يأخذ «--base-url» عنوانًا مثل https://example.org/ لا «\(baseURL)»")
        }
    }
}
