import ArgumentParser
import Base
import Content
import Pages
import Publishing

extension UploadStep: ExpressibleByArgument {}

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: said(
            en: "Says what a build would add, change and remove against what is deployed; writes nothing.",
            ar: "يقول ما سيضيفه البناء ويغيّره ويحذفه مما هو منشور؛ ولا يكتب شيئًا."))

    @OptionGroup var options: SiteOptions
    @Option(
        help: .text(
            en:
                "The manifest kept after the last upload (a copy of Public/.sitegen-manifest); the last build's by "
                + "default.",
            ar: "قائمة الملفات المحفوظة بعد آخر رفع (نسخة Public/.sitegen-manifest)؛ قائمة آخر بناء ما لم تُذكر.",
            value: "ملف"), completion: .file()
    )
    var deployed: String?
    @Option(
        help: .text(
            en: "Print only the paths of one step of a safe upload, one a line: assets, then pages, then deletions.",
            ar: "اعرض مسارات خطوة واحدة من الرفع الآمن، كل مسار في سطر: assets ثم pages ثم deletions.", value: "خطوة"))
    var list: UploadStep?
    @Option(
        help: .text(
            en: "Where the last build is; Public/ in the site's folder by default.",
            ar: "أين آخر بناء؛ Public/ في مجلد الموقع ما لم يُذكر.", value: "مجلد"), completion: .directory) var output:
        String?
    @Flag(
        help: .text(
            en:
                "Compare what the last build left in Public/, as build --hold-broken may, and build nothing; with "
                + "--deployed.",
            ar: "قارن ما تركه آخر بناء في Public/، كما يتركه build --hold-broken، ولا تبنِ شيئًا؛ ويلزم معه --deployed.")
    )
    var built = false
    @Flag(help: .text(en: "Print JSON.", ar: "اعرض JSON.")) var json = false

    func run() throws {
        let folder = try options.folder()
        let load = try options.loadOptions()
        if built, deployed == nil {
            throw usage(
                en: "--built compares with what was uploaded; name its manifest with --deployed",
                ar: "يقارن «--built» بما رُفع؛ اذكر قائمة ملفاته بعد «--deployed»")
        }
        let (site, outlet) = { ($0.site, $0.outlet) }(loadSite(folder, load))
        let arabic = outlet?.arabicMessages ?? prefersArabic
        let plan: DeploymentPlan
        do {
            plan = DeploymentPlan(from: try before(), to: built ? try lastBuilt() : try next(folder, load), site: site)
        } catch let problem as Diagnostic {
            throw stopped(by: problem, arabic: arabic)
        }
        if let list {
            for path in plan.paths(of: list) { print(path) }
        } else {
            print(json ? plan.json : plan.text(arabic: arabic))
        }
    }

    /// What a build would leave; all that is wrong is printed.
    private func next(_ folder: DiskTree, _ load: LoadOptions) throws -> Manifest {
        let tree = MemoryTree()
        let outcome = Build(load).run(from: folder, to: tree, named: "Public")
        guard !outcome.hasErrors else {
            let printer = DiagnosticPrinter(format: .text, arabic: outcome.speaksArabic ?? prefersArabic)
            for line in printer.lines(outcome.diagnostics) { printError(line) }
            throw ExitCode(1)
        }
        return try Manifest(try tree.read(Manifest.path), at: Location(path: Manifest.path))
    }

    /// What the last build left.
    private func last() throws(Diagnostic) -> Manifest {
        let last = DiskTree(root: output ?? options.site + "/Public")
        return try Manifest(of: last, named: output ?? "Public") ?? Manifest([])
    }

    /// What the last build left, which must be there: without it all that is deployed would have to go.
    private func lastBuilt() throws(Diagnostic) -> Manifest {
        let last = try last()
        guard last.files.isEmpty else { return last }
        throw Diagnostic(
            id: PublishingRule.nothingBuilt,
            Message(
                en:
                    "--built looks at the last build; there is none in this folder; build first, or name the "
                    + "folder with --output",
                ar:
                    "ينظر \u{200E}«--built»\u{200E} في آخر بناء؛ ولا بناء في هذا المجلد؛ ابنِ الموقع أولًا، أو "
                    + "اذكر المجلد بعد \u{200E}«--output»\u{200E}"
            ),
            at: Location(path: output ?? "Public"))
    }

    /// What readers have now. A site that was never built has nothing; a file that was named must be there.
    private func before() throws(Diagnostic) -> Manifest {
        if let deployed {
            let parts = deployed.split(separator: "/", omittingEmptySubsequences: false)
            let folder = DiskTree(root: parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : ".")
            guard let bytes = try? folder.read(String(parts.last ?? "")) else { throw Self.unreadable(deployed) }
            // As `touch` makes it before the first upload: nothing is out yet.
            if bytes.isEmpty { return Manifest([]) }
            guard let manifest = try? Manifest(bytes, at: Location(path: deployed)) else {
                throw Self.unreadable(deployed)
            }
            return manifest
        }
        return try last()
    }

    private static func unreadable(_ name: String) -> Diagnostic {
        Diagnostic(
            id: PublishingRule.deployed,
            Message(
                en:
                    "“\(name)” is no list of published files; --deployed takes the copy of "
                    + "Public/.sitegen-manifest kept after the last upload, or an empty file before the first",
                ar:
                    "«\(name)» ليس قائمة ملفات منشورة؛ يأخذ \u{200E}«--deployed»\u{200E} نسخة "
                    + "Public/.sitegen-manifest المحفوظة بعد آخر رفع، أو ملفًا فارغًا قبل الرفع الأول"
            ),
            at: nil)
    }
}
