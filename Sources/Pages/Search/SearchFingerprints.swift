package import Base
import Content
import Search

/// Digests of what the files of the search index are made from.
///
/// Each era has a chain: the digest of its first articles, of one more, of two more. What a base file is made from is
/// then one link of it, and an article more changes a bounded number of files.
package struct SearchFingerprints: Sendable {
    /// Of the articles of each era.
    package let articles: [[Digest]]
    private let eras: [EraLinks]
    /// The program and the settings; then the settings alone, for what readers see must not depend on the program.
    private let maker: Digest
    private let settings: Digest

    /// - Parameters:
    ///   - articles: the digest of each of `Site.articles` with all that a page shows of it.
    ///   - program: stands for the program that writes the files.
    init(_ plan: SearchPlan, _ site: Site, articles: [Digest], program: String) {
        let entries = plan.entries.map { entry in
            switch entry {
            case .article(let index): articles[index]
            case .retracted(let index): Self.digest(of: site.tombstones[index], site)
            case .nothing: Digest(high: 0, low: 0)
            }
        }
        self.init(
            plan.eras, of: plan.eras.map { Array(entries[$0.articles]) },
            settings: Self.settings(site), program: program)
    }

    /// - Parameter articles: of each era.
    init(_ eras: [Era], of articles: [[Digest]], settings: Digest, program: String) {
        self.articles = articles
        self.eras = zip(eras, articles).map { EraLinks($0, $1) }
        self.settings = settings
        var parts = Fingerprint()
        parts.add(program)
        parts.add(settings)
        maker = parts.digest
    }

    /// The same maker's digests of other articles.
    func of(_ era: Era, _ articles: [Digest]) -> EraFingerprints {
        EraFingerprints(EraLinks(era, articles), maker: maker)
    }

    private static func settings(_ site: Site) -> Digest {
        var parts = Fingerprint()
        parts.add("search 1")
        parts.add(site.settingsDigest)
        parts.add(site.outlet.address.base)
        return parts.digest
    }

    private static func digest(of tombstone: Article, _ site: Site) -> Digest {
        var parts = Fingerprint()
        parts.add(tombstone.digest)
        parts.add("\(tombstone.status)")
        parts.add(tombstone.url.text)
        parts.add(tombstone.date.date.iso)
        for byline in tombstone.bylines { parts.add(site.authors[byline.author].name) }
        for byline in tombstone.bylines { parts.add(site.authors[byline.author].slug) }
        parts.add(tombstone.section.map { site.sections[$0].name })
        parts.add(tombstone.section.map { site.sections[$0].key })
        return parts.digest
    }

    /// What the file is made from.
    package func digest(of file: SearchFile) -> Digest {
        if file.part != .map { return EraFingerprints(eras[file.era], maker: maker).digest(of: file.part) }
        var parts = Fingerprint()
        parts.add(maker)
        for era in eras { era.addWhole(to: &parts) }
        return parts.digest
    }

    /// Eight hexadecimal digits that tell an era's content from any other.
    func version(of era: Int) -> String {
        var parts = Fingerprint()
        parts.add(settings)
        eras[era].addWhole(to: &parts)
        return String(parts.digest.hex.prefix(8))
    }
}

/// Digests of what the files of one era are made from.
package struct EraFingerprints: Sendable {
    private let links: EraLinks
    private let maker: Digest

    fileprivate init(_ links: EraLinks, maker: Digest) { (self.links, self.maker) = (links, maker) }

    package func digest(of part: SearchFile.Part) -> Digest {
        var parts = Fingerprint()
        parts.add(maker)
        links.add(part, to: &parts)
        return parts.digest
    }
}

/// An era with its chain.
private struct EraLinks: Sendable {
    let era: Era
    let articles: [Digest]
    /// Of the first articles: none, one, two.
    private let chain: [Digest]

    init(_ era: Era, _ articles: [Digest]) {
        (self.era, self.articles) = (era, articles)
        var last = Digest(high: 0, low: 0)
        var chain = [last]
        chain.reserveCapacity(articles.count + 1)
        for article in articles {
            last = Self.link(last, article)
            chain.append(last)
        }
        self.chain = chain
    }

    private static func link(_ a: Digest, _ b: Digest) -> Digest {
        withUnsafeBytes(of: (a.high.littleEndian, a.low.littleEndian, b.high.littleEndian, b.low.littleEndian)) {
            Digest(of: $0)
        }
    }

    func add(_ part: SearchFile.Part, to parts: inout Fingerprint) {
        switch part {
        case .base(let file):
            let covered = era.covered(by: file)
            parts.add(era.files)
            parts.add(file)
            parts.add(covered)
            parts.add(chain[covered])
        case .tail(let file):
            let tail = era.tail ?? 0..<0
            parts.add(era.files)
            parts.add(file)
            parts.add(tail.lowerBound)
            for number in tail { parts.add(articles[number]) }
        case .cards(let file):
            for digest in articles[(file * Era.cards)..<min((file + 1) * Era.cards, era.count)] { parts.add(digest) }
        case .map: addWhole(to: &parts)
        }
    }

    func addWhole(to parts: inout Fingerprint) {
        parts.add(era.year)
        parts.add(era.count)
        parts.add(era.files)
        parts.add(era.tail != nil)
        for year in era.years {
            parts.add(year.year)
            parts.add(year.first)
        }
        parts.add(chain[era.count])
    }
}
