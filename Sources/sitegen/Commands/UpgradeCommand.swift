import ArgumentParser
import Base
import Content
import Publishing

struct UpgradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: said(
            en: "Brings an outlet to this version of the program.", ar: "يأتي بالموقع إلى هذا الإصدار من البرنامج."),
        subcommands: [UpgradeThemeCommand.self])
}

struct UpgradeThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme",
        abstract: said(
            en: "Takes over what is new in the theme; never overwrites what was edited.",
            ar: "يأخذ الجديد من القوالب، ولا يمس ما غيّرتموه."),
        discussion: said(
            en:
                "Files of Templates/ that were not edited are replaced, new ones added. Beside one that was edited comes "
                + "the theme's, ending in .new, which no build reads: take from it what you like and delete it. What was "
                + "deleted stays deleted. Templates/.theme records what was taken; commit it. Without it every file that "
                + "differs counts as edited.",
            ar:
                "ما لم يُغيَّر من ملفات Templates/ يتجدد، والجديد يُضاف. وما غيّرتموه يبقى، ويأتي بجانبه ملف القوالب منتهيًا بـ .new "
                + "ولا يقرؤه أي بناء: خذ منه ما تريد ثم احذفه. وما حذفتموه يبقى محذوفًا. ويسجل الملف Templates/.theme ما أُخذ، "
                + "فاحفظه في المستودع؛ وبغيره يُعدّ كل ملف مختلف مغيَّرًا."))

    @OptionGroup var options: SiteOptions
    @Flag(help: .text(en: "Say what would change, and write nothing.", ar: "اذكر ما سيتغير، ولا تكتب شيئًا."))
    var dryRun = false
    @Flag(help: .text(en: "Print the lines that differ, too.", ar: "اعرض السطور المختلفة أيضًا.")) var diff = false

    func run() throws {
        let folder = try options.folder()
        let (outlet, problems) = Outlet.load(from: folder, try options.loadOptions())
        let arabic = outlet?.arabicMessages ?? prefersArabic
        if let missing = problems.first(where: { $0.breaks(SettingsRule.noSite) }) {
            throw stopped(by: missing, arabic: arabic)
        }
        do throws(Diagnostic) {
            let lock = try SiteLock.take("lock", or: ".", in: folder, for: "upgrade")
            defer { withExtendedLifetime(lock) {} }
            let upgrade = try ThemeUpgrade(in: folder)
            if !dryRun { try upgrade.write(to: folder) }
            let listing = UpgradeListing(upgrade: upgrade, isDryRun: dryRun, arabic: arabic)
            for line in listing.lines(withDifferences: diff) { print(line) }
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
    }
}
