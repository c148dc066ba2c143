package import Base
import Search

/// What the index of the last build was made from: the digests of the articles of each era.
package struct LastSearch: Sendable, Packable {
    private var eras: [Int: (era: Era, articles: [Digest])] = [:]

    package init() {}

    /// That of a build which made the files of this plan.
    package init(_ plan: SearchPlan, _ fingerprints: SearchFingerprints) {
        for (era, articles) in zip(plan.eras, fingerprints.articles) { eras[era.year] = (era, articles) }
    }

    /// The era of this year as it was, and the digests of its articles.
    func era(_ year: Int) -> (era: Era, articles: [Digest])? { eras[year] }

    package func pack(into packer: inout Packer) {
        packer.add(eras.keys.sorted()) { packer, year in
            guard let (era, articles) = eras[year] else { return }
            packer.add(year)
            packer.add(era.files)
            packer.add(era.reach)
            packer.add(era.step)
            packer.add(articles) { $0.add($1) }
        }
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        let eras = try unpacker.list { (part: inout Unpacker) throws(Damaged) in
            let (year, files, reach, step) = (try part.int(), try part.int(), try part.int(), try part.int())
            let articles = try part.list { (part: inout Unpacker) throws(Damaged) in try part.digest() }
            return (
                Era(year: year, articles: 0..<articles.count, years: [], files: files, reach: reach, step: step),
                articles
            )
        }
        for (era, articles) in eras { self.eras[era.year] = (era, articles) }
    }

    /// As the cache has it.
    package var bytes: [UInt8] {
        var packer = Packer()
        packer.add(self)
        return packer.bytes
    }

    /// Nil for bytes that are none.
    package init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, let last = bytes.withUnsafeBytes({ try? Self(reading: $0) }) else { return nil }
        self = last
    }

    private init(reading bytes: UnsafeRawBufferPointer) throws(Damaged) {
        var unpacker = Unpacker(bytes)
        try self.init(from: &unpacker)
    }
}
