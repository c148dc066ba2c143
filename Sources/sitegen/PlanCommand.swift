import ArgumentParser
import Base
import Content
import Publishing

extension DeploymentPlan.Step: ExpressibleByArgument {}

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Says what a build would add, change and remove against what is deployed; writes nothing.")

    @OptionGroup var place: SitePlace
    @Option(help: "The manifest kept after the last upload (a copy of Public/.sitegen-manifest); the last build's by default.")
    var deployed: String?
    @Option(help: "Print only the paths of one step of a safe upload, one a line: assets, then pages, then deletions.")
    var list: DeploymentPlan.Step?
    @Option(help: "Where the last build is; Public/ in the site's folder by default.") var output: String?
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
        let folder = try place.folder()
        let load = try place.options()
        let built = MemoryTree()
        let outcome = Build(load).run(from: folder, to: built, named: "Public")
        let arabic = outcome.speaksArabic ?? prefersArabic
        if outcome.hasErrors {
            let printer = DiagnosticPrinter(format: .text, arabic: arabic)
            for problem in outcome.diagnostics { printError(printer.line(problem)) }
            throw ExitCode(1)
        }
        let plan: DeploymentPlan
        do throws(Diagnostic) {
            let new = try Manifest(try built.read(Manifest.path), at: Location(path: Manifest.path))
            plan = DeploymentPlan(from: try before(), to: new, site: loadSite(folder, load).site)
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        if let list {
            for path in plan.paths(of: list) { print(path) }
        } else {
            print(json ? plan.json : plan.text(arabic: arabic))
        }
    }

    /// What readers have now. A site that was never built has nothing; a file that was named must be there.
    private func before() throws(Diagnostic) -> Manifest {
        if let deployed {
            let parts = deployed.split(separator: "/", omittingEmptySubsequences: false)
            let folder = DiskTree(root: parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : ".")
            guard let bytes = try? folder.read(String(parts.last ?? "")) else { throw Self.unreadable(deployed) }
            // As `touch` makes it before the first upload: nothing is out yet.
            if bytes.isEmpty { return Manifest([]) }
            guard let manifest = try? Manifest(bytes, at: Location(path: deployed)) else { throw Self.unreadable(deployed) }
            return manifest
        }
        let last = DiskTree(root: output ?? place.site + "/Public")
        guard let bytes = try last.writer().existing(Manifest.path) else { return Manifest([]) }
        return try Manifest(bytes, at: Location(path: "Public/\(Manifest.path)"))
    }

    private static func unreadable(_ name: String) -> Diagnostic {
        Diagnostic(
            id: "deployed",
            Message(
                en:
                    "“\(name)” is no list of published files; --deployed takes the copy of Public/.sitegen-manifest kept after the last upload, or an empty file before the first",
                ar:
                    "«\(name)» ليس قائمة ملفات منشورة؛ يأخذ ‎--deployed نسخة Public/.sitegen-manifest المحفوظة بعد آخر رفع، أو ملفًا فارغًا قبل الرفع الأول"
            ),
            at: nil)
    }
}
