package import Base
import Content
import Search
import Synchronization
import Typesetting

/// Makes the files of the search index.
///
/// A build has those of terms made before it prints (`prepared`), era by era. A preview asks for one or another: then
/// the index of that era is made, and stays.
package struct SearchPress: Sendable {
    package let plan: SearchPlan
    private let texts: SearchTexts
    private let cards: SearchCards
    private let asked: Asked
    private var ready: [Key: SpillFile.Place] = [:]
    private var fingerprints: SearchFingerprints?
    private var spill: SpillFile?

    private struct Key: Hashable, Sendable {
        let era: Int
        let part: SearchFile.Part
    }

    /// What a preview was asked for so far.
    private final class Asked: Sendable {
        let eras = Mutex<[Int: EraIndex]>([:])
        let fingerprints = Mutex<SearchFingerprints?>(nil)
        let digest: @Sendable () -> SearchFingerprints?

        init(_ digest: @escaping @Sendable () -> SearchFingerprints?) { self.digest = digest }
    }

    /// - Parameter digest: makes the digests that the map tells, where no build has them ready.
    init(_ edition: Edition, _ plan: SearchPlan, digest: @escaping @Sendable () -> SearchFingerprints?) {
        self.plan = plan
        texts = SearchTexts(edition, plan)
        cards = SearchCards(edition)
        asked = Asked(digest)
    }

    // MARK: Files

    package func bytes(of file: SearchFile) throws(Diagnostic) -> [UInt8] {
        switch file.part {
        case .map: return map
        case .cards(let number):
            let entries = plan.entries(of: plan.eras[file.era])
            let start = entries.startIndex + number * Era.cards
            return cards.bytes(of: entries[start..<min(start + Era.cards, entries.endIndex)])
        case .base(let number):
            if let made = made(file) { return made }
            return try index(of: file.era).base(number)
        case .tail(let number):
            if let made = made(file) { return made }
            return try index(of: file.era).tail(number)
        }
    }

    private func made(_ file: SearchFile) -> [UInt8]? {
        guard let place = ready[Key(era: file.era, part: file.part)] else { return nil }
        if case .memory(let bytes) = place { return bytes }
        return spill?.bytes(at: place)
    }

    private var map: [UInt8] {
        let fingerprints =
            fingerprints
            ?? asked.fingerprints.withLock { known in
                if known == nil { known = asked.digest() }
                return known
            }
        var json = JSONWriter()
        json.object { json in
            json.number("v", 1)
            json.array("eras") { json in
                for (place, era) in plan.eras.enumerated() {
                    json.object { json in
                        json.number("y", era.year)
                        json.number("n", era.count)
                        json.number("k", era.files)
                        json.number("t", era.tail == nil ? 0 : 1)
                        json.text("v", fingerprints?.version(of: place))
                        json.array("years") { json in
                            for year in era.years { json.ready(nil, Array("[\(year.year),\(year.first)]".utf8)) }
                        }
                    }
                }
            }
        }
        return json.bytes
    }

    private func index(of era: Int) throws(Diagnostic) -> EraIndex {
        if let known = asked.eras.withLock({ $0[era] }) { return known }
        let made = try index(plan.eras[era], of: Array(0..<plan.eras[era].count), Workers(jobs: 1))
        asked.eras.withLock { $0[era] = made }
        return made
    }

    private func index(_ era: Era, of numbers: [Int], _ workers: Workers) throws(Diagnostic) -> EraIndex {
        let (texts, start) = (texts, era.articles.lowerBound)
        return try EraIndex(era, of: numbers, plan.terms, workers) { number throws(Diagnostic) in
            try texts.text(start + number)
        }
    }

    // MARK: Before a build prints

    /// What a build knows of the files that the last one left.
    package struct LastFiles: Sendable {
        package let last: LastSearch
        /// The bytes of a file, where it lies there as it was made from what a digest stands for.
        package let bytes: @Sendable (_ path: String, _ madeFrom: Digest) -> [UInt8]?

        package init(_ last: LastSearch, bytes: @escaping @Sendable (String, Digest) -> [UInt8]?) {
            (self.last, self.bytes) = (last, bytes)
        }
    }

    /// A press that has made these files of terms, and which of them are as they lie there.
    ///
    /// - Parameters:
    ///   - fingerprints: of all files of the plan.
    ///   - spill: takes what is too much for the memory.
    package func prepared(
        for files: [SearchFile], _ fingerprints: SearchFingerprints, _ lastFiles: LastFiles, _ spill: SpillFile?,
        _ workers: Workers
    ) throws(Diagnostic) -> (press: SearchPress, same: [String]) {
        var press = self
        (press.fingerprints, press.spill) = (fingerprints, spill)
        var same: [String] = []
        let byEra = Dictionary(grouping: files) { $0.era }
        for era in byEra.keys.sorted() {
            for made in try self.made(byEra[era] ?? [], of: era, fingerprints, lastFiles, spill, workers) {
                if made.isSame {
                    same.append(made.file.url.text)
                } else {
                    press.ready[Key(era: era, part: made.file.part)] = made.place
                }
            }
        }
        return (press, same)
    }

    private struct Made: Sendable {
        let file: SearchFile
        var place: SpillFile.Place?
        var isSame = false
    }

    private func made(
        _ files: [SearchFile], of place: Int, _ fingerprints: SearchFingerprints, _ lastFiles: LastFiles,
        _ spill: SpillFile?, _ workers: Workers
    ) throws(Diagnostic) -> [Made] {
        let era = plan.eras[place]
        @Sendable func put(_ bytes: [UInt8]) -> SpillFile.Place { spill?.put(bytes) ?? .memory(bytes) }
        if let patch = EraPatch(era, fingerprints.articles[place], files, lastFiles.last) {
            let before = fingerprints.of(patch.old, patch.oldArticles)
            let index = try index(era, of: patch.numbers, workers)
            let made = workers.map(files) { file -> Made? in
                guard case .base(let number) = file.part else {
                    if case .tail(let number) = file.part { return Made(file: file, place: put(index.tail(number))) }
                    return nil
                }
                let covered = patch.old.covered(by: number)
                // A file that covered nothing was not there.
                let old =
                    covered == 0
                    ? IndexFile.bytes(base: 0, count: 0, [])
                    : lastFiles.bytes(file.url.file, before.digest(of: file.part))
                guard let old,
                    let new = index.base(number, from: old, covering: covered, isChanged: patch.isChanged)
                else { return nil }
                return covered > 0 && new == old
                    ? Made(file: file, isSame: true) : Made(file: file, place: put(new))
            }
            if !made.contains(where: { $0 == nil }) { return made.compactMap { $0 } }
        }
        let index = try index(era, of: Array(0..<era.count), workers)
        return workers.map(files) { file in
            switch file.part {
            case .base(let number): Made(file: file, place: put(index.base(number)))
            case .tail(let number): Made(file: file, place: put(index.tail(number)))
            case .cards, .map: Made(file: file)
            }
        }
    }
}
