import Base
import Foundation
import Testing

@Suite struct SpillFileTests {
    private let folder = FileManager.default.temporaryDirectory.path()

    private func isInMemory(_ place: SpillFile.Place) -> Bool {
        if case .memory = place { true } else { false }
    }

    @Test func whatIsPutThereComesBackFromMemoryAndFromTheFile() {
        let spill = SpillFile(in: folder, holding: 100)
        let texts = (0..<50).map { number in [UInt8](repeating: UInt8(number), count: number) }
        let places = Workers(jobs: 4).map(texts) { spill.put($0) }
        #expect(places.contains { !isInMemory($0) })
        #expect(places.map { spill.bytes(at: $0) } == texts)
    }

    @Test func aFolderThatTakesNoFileCostsMemoryAlone() {
        let spill = SpillFile(in: folder + "/not-there", holding: 0)
        let place = spill.put([1, 2, 3])
        #expect(isInMemory(place))
        #expect(spill.bytes(at: place) == [1, 2, 3])
    }

    @Test func nothingOfItStaysInTheFolder() throws {
        let own = folder + "/spill-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: own) }
        let spill = SpillFile(in: own, holding: 0)
        let place = spill.put([1, 2, 3])
        #expect(try FileManager.default.contentsOfDirectory(atPath: own) == [])
        #expect(!isInMemory(place) && spill.bytes(at: place) == [1, 2, 3])
    }
}
