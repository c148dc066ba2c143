import Base
import Content
import Typesetting

/// The sitemaps (sitemaps.org, with Google's image extension): one a year of articles, so that past years never change,
/// one for all other pages, the news sitemap, and the index of them.
struct Sitemap {
    /// The protocol's limits for one file.
    struct Limits {
        var entries = 50_000
        var bytes = 50 * 1024 * 1024
    }

    private enum Part: Sendable {
        case others
        case year(Int, Range<Int>)
    }

    private struct File {
        let url: URLPath
        let bytes: [UInt8]
        let modified: Stamp?
    }

    private let site: Site
    private let address: SiteAddress
    private let limits: Limits

    init(_ site: Site, limits: Limits = Limits()) {
        self.site = site
        self.limits = limits
        address = site.outlet.address
    }

    /// - Parameter pages: those of the plan; articles among them are known from the site.
    func files(_ pages: [Page], now: Instant, workers: Workers) -> [WrittenFile] {
        let news = NewsSitemap(site, now: now)
        // The longest task first: what is left of the others is shared better.
        let files = workers.map([.others] + years) { part in
            switch part {
            case .others: others(pages)
            case .year(let year, let articles): file(of: year, articles)
            }
        }
        let newest = File(url: FixedPaths.newsSitemap, bytes: news.bytes, modified: news.modified)
        let all = files.dropFirst().joined() + (files.first ?? []) + [newest]
        return all.map { .init(url: $0.url, bytes: $0.bytes, origin: Self.origin) }
            + [.init(url: FixedPaths.sitemapIndex, bytes: index(of: all), origin: Self.origin)]
    }

    private static let origin = Location(path: "Content")

    private func index(of files: [File]) -> [UInt8] {
        var xml = XMLWriter()
        xml.open("sitemapindex", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"])
        for file in files {
            xml.open("sitemap")
            xml.address("loc", file.url, at: address)
            if let modified = file.modified { xml.element("lastmod") { $0.append(written: modified) } }
            xml.close("sitemap")
        }
        xml.close("sitemapindex")
        return xml.bytes
    }

    // MARK: Articles

    /// The places in `site.articles` of each year's, whatever search engines may know of them; the oldest first, so
    /// that a file that is full stays as it is.
    private var years: [Part] {
        var years: [(year: Int, places: Range<Int>)] = []
        for place in site.articles.indices.reversed() {
            let year = site.articles[place].date.date.year
            if let last = years.last, last.year == year {
                years[years.count - 1].places = place..<last.places.upperBound
            } else {
                years.append((year, place..<place + 1))
            }
        }
        return years.map { .year($0.year, $0.places) }
    }

    private func file(of year: Int, _ places: Range<Int>) -> [File] {
        var file = SitemapFile(limits)
        for article in site.articles[places].reversed() where article.isListed {
            file.add(article.modified) { xml in
                xml.address("loc", article.url, at: address)
                xml.element("lastmod") { $0.append(written: article.modified) }
                guard let image = article.image else { return }
                xml.open("image:image")
                xml.address("image:loc", image.main(site.outlet.pictures).url, at: address)
                xml.close("image:image")
            }
        }
        return file.isEmpty ? [] : file.files(named: "sitemaps/\(year)")
    }

    // MARK: Everything else

    /// The fronts of lists and the standing pages; later pages of lists hold nothing of their own.
    private func others(_ pages: [Page]) -> [File] {
        var file = SitemapFile(limits)
        for page in pages where page.kind != .article && !page.isUnlisted {
            var modified: Stamp?
            if case .list(let list) = page.content {
                guard list.isFront else { continue }
                modified = (list.slots + list.items + list.blocks.flatMap(\.items)).map { site.articles[$0].modified }
                    .max()
            }
            if case .corrections(let entries) = page.content { modified = entries.first?.correction.date }
            file.add(modified) { xml in
                xml.address("loc", page.url, at: address)
                if let modified { xml.element("lastmod") { $0.append(written: modified) } }
            }
        }
        return file.files(named: "sitemaps/pages")
    }

    /// Entries that fill one file after another.
    private struct SitemapFile {
        private let limits: Limits
        private var full: [(bytes: [UInt8], modified: Stamp?)] = []
        private var xml = SitemapFile.begin()
        private var count = 0
        private var modified: Stamp?

        var isEmpty: Bool { full.isEmpty && count == 0 }

        init(_ limits: Limits) { self.limits = limits }

        private static func begin() -> XMLWriter {
            var xml = XMLWriter()
            xml.open(
                "urlset",
                [
                    "xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9",
                    "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
                ])
            return xml
        }

        mutating func add(_ stamp: Stamp?, _ write: (inout XMLWriter) -> Void) {
            // No entry comes near 20,000 bytes: a path has at most some thousand.
            if count == limits.entries || xml.bytes.count + 20_000 > limits.bytes { turn() }
            xml.open("url")
            write(&xml)
            xml.close("url")
            count += 1
            if let stamp { modified = modified.map { max($0, stamp) } ?? stamp }
        }

        private mutating func turn() {
            xml.close("urlset")
            full.append((xml.bytes, modified))
            xml = Self.begin()
            (count, modified) = (0, nil)
        }

        /// `name.xml`, and from the second on `name-2.xml`.
        func files(named name: String) -> [File] {
            var last = self
            last.turn()
            return last.full.enumerated().map { number, file in
                File(
                    url: URLPath(number == 0 ? "\(name).xml" : "\(name)-\(number + 1).xml"), bytes: file.bytes,
                    modified: file.modified)
            }
        }
    }
}

extension Article {
    /// Whether search engines are to know this page: the one that the text was first published on, and public.
    var isListed: Bool { self.source?.canonical == nil && !isUnpublished }
}
