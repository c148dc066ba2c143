import Base
import Foundation
import Testing

@Suite struct ScratchTests {
    private let folder = FileManager.default.temporaryDirectory.path()

    private func isInMemory(_ place: Scratch.Place) -> Bool {
        if case .memory = place { true } else { false }
    }

    @Test func whatIsPutThereComesBackFromMemoryAndFromTheFile() {
        let scratch = Scratch(in: folder, holding: 100)
        let texts = (0..<50).map { number in [UInt8](repeating: UInt8(number), count: number) }
        let places = Workers(jobs: 4).map(texts) { scratch.put($0) }
        #expect(places.contains { !isInMemory($0) })
        #expect(places.map { scratch.bytes(at: $0) } == texts)
    }

    @Test func aFolderThatTakesNoFileCostsMemoryAlone() {
        let scratch = Scratch(in: folder + "/not-there", holding: 0)
        let place = scratch.put([1, 2, 3])
        #expect(isInMemory(place))
        #expect(scratch.bytes(at: place) == [1, 2, 3])
    }

    @Test func nothingOfItStaysInTheFolder() throws {
        let own = folder + "/scratch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: own) }
        let scratch = Scratch(in: own, holding: 0)
        let place = scratch.put([1, 2, 3])
        #expect(try FileManager.default.contentsOfDirectory(atPath: own) == [])
        #expect(!isInMemory(place) && scratch.bytes(at: place) == [1, 2, 3])
    }
}
