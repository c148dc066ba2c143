import ArabicText
import ArgumentParser
import Base
import Content

/// The options that most commands have: the site's folder, the time, the number of tasks.
struct SiteOptions: ParsableArguments {
    @Option(
        help: .text(
            en: "The folder that holds Content/, Templates/ and Public/.",
            ar: "المجلد الذي فيه Content/ وTemplates/ وPublic/.", value: "مجلد"), completion: .directory) var site = "."
    @Option(
        help: .text(
            en: "The clock, such as 2024-01-24T09:05:00Z; the machine's by default.",
            ar: "الساعة، مثل 2024-01-24T09:05:00Z؛ ساعة الجهاز ما لم تُذكر.", value: "وقت")) var now: String?
    @Option(
        help: .text(
            en: "How many tasks run at once; one for each core by default.",
            ar: "كم مهمة تعمل معًا؛ مهمة لكل نواة ما لم يُذكر.", value: "عدد")) var jobs: Int?

    func folder() throws -> DiskTree {
        try siteFolder(site, workers)
    }

    func loadOptions(showsUnpublished: Bool = false) throws -> LoadOptions {
        LoadOptions(now: try instant(now), showsUnpublished: showsUnpublished, workers: workers)
    }

    private var workers: Workers { Workers(asked: jobs) }
}

/// The folder that `--site` names.
func siteFolder(_ site: String, _ workers: Workers) throws -> DiskTree {
    let folder = DiskTree(root: site, named: "", workers: workers)
    let isThere: Bool
    do throws(Diagnostic) {
        isThere = try folder.exists()
    } catch {
        throw stopped(by: error, arabic: prefersArabic)
    }
    guard isThere else {
        throw usage(
            en: "there is no folder \(site); give the site's folder with --site",
            ar: "لا مجلد اسمه «\(site)»؛ اذكر مجلد الموقع بعد «--site»")
    }
    return folder
}

extension Workers {
    /// - Parameter jobs: the number that `--jobs` gives; nil for one task a core.
    init(asked jobs: Int?) { self.init(jobs: jobs ?? Machine.cores) }
}

/// Whether messages are in Arabic where no site.yaml tells: the machine's locale decides.
var prefersArabic: Bool {
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Machine.variable).first
    return language?.hasPrefix("ar") ?? false
}

/// Whether messages are in Arabic by the outlet's site.yaml, for those that come before the site is read.
func speaksArabic(_ folder: DiskTree, _ load: LoadOptions) -> Bool {
    Outlet.load(from: folder, load).outlet?.arabicMessages ?? prefersArabic
}

/// The machine's clock.
var machineClock: Instant { Instant(seconds: FileStamp.clock / 1_000_000_000) }

/// The instant that `--now` names; the machine's clock where it is absent.
func instant(_ now: String?) throws -> Instant {
    guard let now else { return machineClock }
    do throws(DateProblem) {
        return try Stamp(try parseDate(now), zone: .utc(in: ZoneDatabase())).instant
    } catch {
        throw usage(
            en: "--now takes an instant such as 2024-01-24T09:05:00Z, not “\(now)”",
            ar: "يأخذ «--now» وقتًا مثل 2024-01-24T09:05:00Z لا «\(now)»")
    }
}
