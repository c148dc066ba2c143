import ArabicText
package import Base
import Content
import Pictures
import Templates
package import Typesetting

/// Prints any page and any feed of an edition. All that could be wrong with what people wrote was found before; what
/// can still fail is reading an article's file again.
package struct Press: Sendable {
    private var edition: Edition
    private let feeds: FeedPlan
    /// Has the pictures in other sizes.
    var darkroom: Darkroom { edition.darkroom }
    private let sources: Theme
    /// Makes the search index; nil for a site without one.
    package private(set) var search: SearchPress?
    private let theme: CompiledTheme
    private var values: PageValues
    /// Those of pages in other languages than the outlet's.
    private var others: [Language: PageValues] = [:]

    /// Digests of all that pages and feeds are made from.
    ///
    /// - Parameter program: stands for the program that prints.
    package func fingerprints(program: String, _ workers: Workers) -> PageFingerprints {
        PageFingerprints(edition, feeds, sources, theme, search?.plan, program: program, workers: workers)
    }

    /// - Returns: nil where the templates are in error.
    package static func make(_ edition: Edition, _ feeds: FeedPlan, _ search: SearchPlan?, _ theme: Theme) -> (
        press: Press?, diagnostics: [Diagnostic]
    ) {
        // The types of values are the same, whichever of their fields are filled.
        let types = PageValues(edition, feeds, theme, ReadFields())
        var (compiled, diagnostics) = CompiledTheme.compile(theme, for: edition, types)
        guard let compiled else { return (nil, diagnostics) }
        diagnostics += compiled.unshown(edition.site.outlet)
        let values = PageValues(edition, feeds, theme, compiled.reads)
        var press = Press(edition: edition, feeds: feeds, sources: theme, theme: compiled, values: values)
        press.others = press.valuesOfOthers()
        press.search = search.map { press.searchPress($0) }
        return (press, diagnostics)
    }

    /// The same templates for an edition in which nothing but texts is another.
    package func printing(_ edition: Edition) -> Press {
        var press = self
        press.edition = edition
        press.values = PageValues(edition, feeds, sources, theme.reads)
        press.others = press.valuesOfOthers()
        press.search = search.map { press.searchPress($0.plan) }
        return press
    }

    /// A press for so many pages: for most of a site it makes every card once, for a few only those that they show.
    package func prepared(for pages: Int, workers: Workers) -> Press {
        guard pages * 4 > edition.site.articles.count else { return self }
        var press = self
        press.values = PageValues(edition, feeds, sources, theme.reads, cardsMadeBy: workers)
        press.others = press.valuesOfOthers(madeBy: workers)
        return press
    }

    /// Cards are made beforehand where many pages of the language show them.
    private func valuesOfOthers(madeBy workers: Workers? = nil) -> [Language: PageValues] {
        edition.wordings.others.keys.reduce(into: [:]) { values, language in
            let isCommon =
                workers != nil
                && edition.site.articles.lazy.filter {
                    edition.wordings.other(for: $0.language) == language
                }.count * 4 > edition.site.articles.count
            values[language] = PageValues(
                edition.speaking(language), feeds, sources, theme.reads, cardsMadeBy: isCommon ? workers : nil)
        }
    }

    /// A press that makes the search index so.
    package func with(_ search: SearchPress) -> Press {
        var press = self
        press.search = search
        return press
    }

    private func searchPress(_ plan: SearchPlan) -> SearchPress {
        let (edition, feeds, sources, theme) = (edition, feeds, sources, theme)
        return SearchPress(edition, plan) {
            PageFingerprints(edition, feeds, sources, theme, plan, program: "", workers: Workers(jobs: 1)).search
        }
    }

    /// The bytes of a file of the search index.
    func print(_ file: SearchFile) throws(Diagnostic) -> [UInt8] { try search?.bytes(of: file) ?? [] }

    /// The bytes of the updates that a live page fetches.
    func print(_ updates: LiveUpdates) throws(Diagnostic) -> [UInt8] {
        LiveUpdates.part(
            of: try edition.html(ofArticle: updates.index), hasEnded: edition.site.articles[updates.index].hasEnded)
    }

    /// Appends the page's bytes.
    package func print(_ page: Page, into output: inout ByteBuffer) throws(Diagnostic) {
        var text: [UInt8] = []
        if case .article(let subject) = page.content {
            text =
                if let index = subject.index { try edition.html(ofArticle: index) } else {
                    subject.text.inMemoryHTML ?? []
                }
        }
        if !others.isEmpty, page.kind.followsText,
            let language = edition.wordings.other(for: page.language(in: edition.site)),
            let template = theme[page, language], let values = others[language]
        {
            return template.render(values.values(of: page, text: text), into: &output)
        }
        let shown = withBlocks(page)
        theme[page]?.render(values.values(of: shown, text: text), into: &output)
    }

    /// The same page with its blocks as their looks show them.
    private func withBlocks(_ page: Page) -> Page {
        guard case .list(var list) = page.content, list.blocks.contains(where: { $0.chosen != nil }) else {
            return page
        }
        for place in list.blocks.indices {
            guard let look = list.blocks[place].chosen?.look, let template = theme[look: look] else { continue }
            var html = ByteBuffer()
            template.render(values.values(of: list.blocks[place], on: page), into: &html)
            list.blocks[place].html = html.bytes(from: 0)
        }
        return page.showing(.list(list))
    }

    /// The feed's bytes.
    package func print(_ feed: Feed) throws(Diagnostic) -> [UInt8] { try Self.print(feed, of: edition) }

    static func print(_ feed: Feed, of edition: Edition) throws(Diagnostic) -> [UInt8] {
        let items = try FeedEditor(edition).items(of: feed)
        return switch feed.format {
        case .rss: Rss(feed: feed, site: edition.site).bytes(items)
        case .atom: Atom(feed: feed, site: edition.site).bytes(items)
        case .json: JSONFeed(feed: feed, site: edition.site).bytes(items)
        }
    }
}
