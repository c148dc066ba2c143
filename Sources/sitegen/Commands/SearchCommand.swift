import ArgumentParser
import Base
import Content
import Search

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: said(
            en: "Searches the site that was built, as its search page does.",
            ar: "يبحث في الموقع المبني كما تبحث صفحة البحث."),
        discussion: said(
            en: "Exit status: 0 something was found, 1 nothing was.", ar: "رمز الخروج: 0 وُجد شيء، 1 لم يوجد."))

    @OptionGroup var options: SiteOptions
    @Argument(help: .text(en: "The words.", ar: "الكلمات.", value: "كلمة")) var words: [String]
    @Option(
        help: .text(
            en: "Only articles of this section, by its slug.", ar: "مقالات هذا القسم وحدها، باسمه في الرابط.",
            value: "قسم")) var section: String?
    @Option(
        help: .text(
            en: "Only articles of this author, by the slug.", ar: "مقالات هذا الكاتب وحدها، باسمه في الرابط.",
            value: "كاتب")) var author: String?
    @Option(help: .text(en: "Only articles of this year.", ar: "مقالات هذه السنة وحدها.", value: "سنة")) var year: Int?
    @Flag(
        help: .text(
            en: "The newest first; site.yaml decides by default.", ar: "الأحدث أولًا؛ كما في site.yaml ما لم يُذكر."))
    var newest = false
    @Option(
        help: .text(
            en: "Where the build is; Public/ in the site's folder by default.",
            ar: "أين البناء؛ Public/ في مجلد الموقع ما لم يُذكر.", value: "مجلد"), completion: .directory) var output:
        String?
    @Flag(
        help: .text(
            en: "Print JSON: {\"complete\", \"hits\": [{\"url\", \"title\", \"date\"}]}.",
            ar: "اعرض JSON: {\"complete\", \"hits\": [{\"url\", \"title\", \"date\"}]}.")) var json = false

    func run() throws {
        let folder = try options.folder()
        let settings = Outlet.load(from: folder, try options.loadOptions()).outlet
        let arabic = settings?.arabicMessages ?? prefersArabic
        guard let settings else { throw stopped(by: .missingFile("Content/site.yaml"), arabic: arabic) }
        let index = BuiltIndex(DiskTree(root: output ?? options.site + "/Public", named: output ?? "Public"))
        var query = SearchQuery(words.joined(separator: " "))
        query.year = year
        query.facets = [section.map { "#" + $0 }, author.map { "@" + $0 }].compactMap { $0 }
        query.isByDate = newest || settings.search.isNewestFirst
        let found: BuiltIndex.Found
        do throws(Diagnostic) {
            found = try index.search(query, isArabic: settings.isSearchedInArabic)
        } catch {
            throw stopped(by: error, arabic: arabic)
        }
        if json {
            print(found.json)
        } else {
            for line in found.lines(arabic: arabic, Terminal.output.isolated) { print(line) }
        }
        if found.hits.isEmpty { throw ExitCode(1) }
    }
}
