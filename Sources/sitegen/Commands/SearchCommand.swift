import ArgumentParser
import Base
import Content
import Search

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searches the site that was built, as its search page does.",
        discussion: "Exit status: 0 something was found, 1 nothing was.")

    @OptionGroup var options: SiteOptions
    @Argument(help: "The words.") var words: [String]
    @Option(help: "Only articles of this section, by its slug.") var section: String?
    @Option(help: "Only articles of this author, by the slug.") var author: String?
    @Option(help: "Only articles of this year.") var year: Int?
    @Flag(help: "The newest first; site.yaml decides by default.") var newest = false
    @Option(help: "Where the build is; Public/ in the site's folder by default.") var output: String?
    @Flag(help: "Print JSON: {\"complete\", \"hits\": [{\"url\", \"title\", \"date\"}]}.") var json = false

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
