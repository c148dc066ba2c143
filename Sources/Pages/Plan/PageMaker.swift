import ArabicText
import Base
import Content
import Markdown
import Search
import Typesetting

/// Makes the pages of an edition: what each shows, nothing of how.
struct PageMaker {
    let edition: Edition
    let site: Site
    let words: Catalogue

    init(_ edition: Edition) {
        self.edition = edition
        site = edition.site
        words = edition.catalogue
    }

    /// Every page: first the articles', in the order of the site's, then lists, indexes and what stands for itself.
    func all(_ theme: Theme, _ search: SearchPlan?, _ workers: Workers) -> [Page] {
        let (articles, others) = workers.both {
            self.articles(workers)
        } _: {
            let months = Month.all(of: site)
            return lists(months) + indexes(months) + standing + tombstones + breakingBar(theme) + fragments(theme)
                + [search.map { searchPage($0) }].compactMap { $0 }
        }
        return articles + others
    }

    // MARK: Articles

    /// What the articles of a section have in common.
    private struct SectionPart {
        let parents: [Outlet.Link]
        let template: TemplateChoice?
    }

    private var sectionParts: [SectionPart] {
        site.sections.indices.map { place in
            SectionPart(
                parents: way(to: place),
                template: site.settings(ofSection: place)?.storyTemplate.map {
                    TemplateChoice(.article, $0, seesData: false)
                })
        }
    }

    private func articles(_ workers: Workers) -> [Page] {
        let sections = sectionParts
        return workers.map(Array(site.articles.indices)) { article($0, sections) }
    }

    func article(_ index: Int) -> Page { article(index, sectionParts) }

    /// Links to a section's ancestors, the top first, and to itself.
    func way(to section: Int) -> [Outlet.Link] { links(to: site.sections[section].ancestors + [section]) }

    private func links(to sections: [Int]) -> [Outlet.Link] {
        sections.map { link(site.sections[$0].name, site.sections[$0].url) }
    }

    private func article(_ index: Int, _ sections: [SectionPart]) -> Page {
        let article = site.articles[index]
        let section = article.section.map { sections[$0] }
        return Page(
            kind: .article, url: article.url, title: article.title,
            description: article.summary ?? edition.articles[index].excerpt,
            parents: section?.parents ?? [],
            content: .article(.init(article: article, index: index, text: edition.articles[index])),
            template: article.template.map { TemplateChoice(.article, $0) } ?? section?.template,
            subject: article.thread == nil ? nil : .comments(index),
            origin: Location(path: article.path))
    }

    // MARK: Lists

    func lists(_ months: [Month]) -> [Page] {
        [home] + site.sections.indices.flatMap(section) + site.tags.indices.flatMap(tag)
            + site.authors.indices.flatMap(author)
            + months.flatMap(month)
    }

    private var home: Page {
        let pageSize = site.outlet.pageSize
        let front = site.frontPage
        // A story appears once on the page: what the editors placed is in no block, what a block shows is not among the
        // latest.
        var plan = FrontPlan(site, front)
        let slots = front.slots.isEmpty ? plan.take(5, of: site.articles.indices) : front.slots
        let latest = plan.take(pageSize, of: site.articles.indices)
        let blocks = front.blocks.map { plan.blocks($0) } ?? plan.sections()
        let list = ListPage(
            title: site.outlet.name, description: site.outlet.description, items: latest, number: 1, isFront: true,
            newer: nil,
            older: nil, count: site.articles.count, slots: slots, blocks: blocks, breaking: site.frontPage.breaking)
        return Page(
            kind: .home, url: URLPath(""), title: site.outlet.name, description: site.outlet.description, parents: [],
            content: .list(list), subject: .site, origin: Location(path: "Content/frontpage.yaml"))
    }

    private func section(_ index: Int) -> [Page] {
        let section = site.sections[index]
        return list(
            .section, section.articles, at: section.url, title: section.name, description: section.description,
            parents: links(to: section.ancestors),
            template: site.settings(ofSection: index)?.template.map { TemplateChoice(.section, $0) },
            subject: .section(index), origin: "Content/site.yaml", front: site.frontPage.sections[index])
    }

    private func tag(_ index: Int) -> [Page] {
        let tag = site.tags[index]
        return list(
            .tag, tag.articles, at: tag.url, title: tag.name, description: tag.description, image: tag.image,
            parents: [link(words.text("tags"), FixedPaths.tags)],
            subject: .tag(index), origin: tag.articles.last.map { site.articles[$0].path } ?? "Content")
    }

    private func author(_ index: Int) -> [Page] {
        let author = site.authors[index]
        return list(
            .author, author.articles, at: author.url, title: author.name, description: edition.bios[index].excerpt,
            parents: [link(words.text("authors"), FixedPaths.authors)],
            subject: .author(index),
            origin: author.path ?? author.articles.last.map { site.articles[$0].path } ?? "Content", author: index)
    }

    private func month(_ month: Month) -> [Page] {
        list(
            .archive, month.articles, at: month.url, title: month.title, description: nil,
            parents: [link(words.text("archive"), FixedPaths.archive)], origin: "Content/articles")
    }

    /// The front of a list at its own address, its other pages below it.
    ///
    /// - Parameters:
    ///   - pages: how it is cut; nil where it is as most lists are.
    ///   - standing: of a landing page, its place in `site.pages`.
    private func list(
        _ kind: Page.Kind, _ articles: [Int], _ pages: Pagination? = nil, at url: URLPath, title: String,
        description: String?, image: Article.Image? = nil, parents: [Outlet.Link], template: TemplateChoice? = nil,
        subject: Feed.Subject? = nil, origin: String, author: Int? = nil, standing: Int? = nil, front: FrontPage? = nil
    ) -> [Page] {
        var section: Int?
        if case .section(let place)? = subject { section = place }
        let pages = pages ?? Pagination(count: articles.count, size: site.outlet.pageSize)
        // The text of a landing page need not be summed up above itself.
        let summary = standing.map { site.pages[$0].description } ?? description
        return ([pages.front] + pages.full).map { page in
            let isFront = page.number == pages.front.number
            var plan = front.flatMap { isFront ? FrontPlan(site, $0) : nil }
            let items = Array(articles[page.items])
            var list = ListPage(
                title: title, description: summary, items: plan?.rest(of: items) ?? items, number: page.number,
                isFront: isFront,
                newer: pages.path(page.number + 1, of: url), older: pages.path(page.number - 1, of: url),
                count: isFront ? articles.count : nil,
                author: author, section: section,
                identity: section.map { site.sections[$0].identity }, standing: isFront ? standing : nil, image: image)
            if let front, isFront {
                (list.slots, list.blocks) = (front.slots, plan?.blocks(front.blocks ?? []) ?? [])
            }
            return Page(
                kind: kind, url: pages.path(page.number, of: url) ?? url, title: title, description: description,
                parents: parents, content: .list(list), template: template, subject: subject,
                origin: Location(path: origin))
        }
    }

    // MARK: Indexes

    func indexes(_ months: [Month]) -> [Page] {
        let tags = TermsPage.alphabetical(
            words.text("tags"), site.tags.map { .init(name: $0.name, url: $0.url, count: $0.articles.count) })
        let authors = TermsPage.alphabetical(
            words.text("authors"), site.authors.map { .init(name: $0.name, url: $0.url, count: $0.articles.count) })
        var years: [TermsPage.Group] = []
        for month in months {
            let entry = TermsPage.Entry(name: month.name, url: month.url, count: month.articles.count)
            let year = site.outlet.dates.numerals.plain(month.year)
            if years.last?.letter == year {
                years[years.count - 1].entries.append(entry)
            } else {
                years.append(.init(letter: year, entries: [entry]))
            }
        }
        return [
            index(.tags, tags, at: FixedPaths.tags), index(.authors, authors, at: FixedPaths.authors),
            index(.months, TermsPage(title: words.text("archive"), groups: years), at: FixedPaths.archive),
        ]
    }

    private func index(_ kind: Page.Kind, _ terms: TermsPage, at url: URLPath) -> Page {
        Page(
            kind: kind, url: url, title: terms.title, description: nil, parents: [], content: .terms(terms),
            origin: Location(path: "Templates/terms.html"))
    }

    // MARK: Search

    private func searchPage(_ plan: SearchPlan) -> Page {
        let years = plan.eras.flatMap { $0.years.map(\.year) }.reversed()
        return Page(
            kind: .search, url: FixedPaths.search, title: words.text("search"), description: nil, parents: [],
            content: .search(Array(years)), isUnlisted: true, origin: Location(path: "Templates/search.html"))
    }

    // MARK: Standing pages

    var standing: [Page] {
        site.pages.indices.flatMap(standingPage) + [
            Page(
                kind: .corrections, url: FixedPaths.corrections, title: words.text("corrections"), description: nil,
                parents: [],
                content: .corrections(edition.corrections), subject: .corrections,
                origin: Location(path: "Templates/corrections.html")),
            Page(
                kind: .notFound, url: FixedPaths.notFound, title: words.text("page_not_found"), description: nil,
                parents: [],
                content: .nothing, isUnlisted: true, origin: Location(path: "Templates/404.html")),
        ]
    }

    /// The page with its text, and with the pages of its list where it has one.
    private func standingPage(_ index: Int) -> [Page] {
        let page = site.pages[index]
        let description = page.description ?? edition.pages[index].excerpt
        guard let stories = page.list else {
            return [
                Page(
                    kind: .page, url: page.url, title: page.title, description: description, parents: [],
                    content: .standing(index), template: page.template.map { TemplateChoice(.page, $0) },
                    origin: Location(path: page.path))
            ]
        }
        return list(
            .landing, stories.articles, Pagination(stories), at: page.url, title: page.title, description: description,
            parents: [], template: page.template.map { TemplateChoice(.landing, $0) },
            subject: stories.hasFeed ? .page(index) : nil, origin: page.path, standing: index)
    }

    func link(_ title: String, _ url: URLPath) -> Outlet.Link { .init(title: title, target: .page(url)) }
}
