import Testing

@testable import Search

@Suite struct IndexFileTests {
    private static let example: [UInt8] = [
        0x00, 0x0A, 0x03, 0x63, 0x6F, 0x70, 0x01, 0xC8, 0x03, 0x8E, 0x88, 0x91, 0x03, 0x3E, 0x08, 0x32, 0x87, 0x81,
        0x01,
        0x58, 0x00,
    ]

    private static func terms(_ lists: [(String, [(Int, Int)])]) -> [(term: [UInt8], postings: [Posting])] {
        lists.map { term, postings in
            (Letters.encoded(term.unicodeScalars), postings.map { Posting(number: $0.0, weight: $0.1) })
        }
    }

    @Test func theExampleOfTheFormatIsWrittenAndRead() throws {
        let terms = Self.terms([("cop", [(9, 0)]), ("خبر", [(0, 3), (5, 0), (6, 1)]), ("خبراء", [(2, 2)])])
        #expect(IndexFile.bytes(base: 0, count: 10, terms) == Self.example)
        let file = try #require(IndexFile(Self.example))
        #expect(file.count == 10)
        #expect(file.terms.map(\.term) == terms.map(\.term))
        #expect(file.terms.map(\.postings) == terms.map(\.postings))
    }

    @Test func filesOfAnyShapeComeBackAsTheyWere() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let base = Int.random(in: 0...300, using: &random)
            let count = Int.random(in: 1...5000, using: &random)
            var terms: [[UInt8]: [Posting]] = [:]
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let length = Int.random(in: 1...30, using: &random)
                let letters = (0..<length).map { _ in Unicode.Scalar(0x620 + UInt32.random(in: 1...90, using: &random))
                }
                let numbers = Set(
                    (0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 0..<count, using: &random) })
                terms[Letters.encoded(letters.compactMap { $0 })] = numbers.sorted().map {
                    Posting(number: base + $0, weight: Int.random(in: 0...3, using: &random))
                }
            }
            let bytes = IndexFile.bytes(base: base, count: count, terms.map { ($0.key, $0.value) })
            let file = try #require(IndexFile(bytes))
            #expect(file.base == base)
            #expect(Dictionary(file.terms.map { ($0.term, $0.postings) }) { a, _ in a } == terms)
            #expect(file.terms.map(\.term) == file.terms.map(\.term).sorted { $0.lexicographicallyPrecedes($1) })
        }
    }

    @Test func damagedFilesAreRefusedOrReadWithoutHarm() {
        for length in Self.example.indices {
            #expect(IndexFile(Array(Self.example[..<length])) == nil, "cut to \(length)")
        }
        for place in Self.example.indices {
            for byte in UInt8.min...UInt8.max {
                var bytes = Self.example
                bytes[place] = byte
                if let file = IndexFile(bytes) {
                    #expect(file.terms.allSatisfy { $0.postings.allSatisfy { $0.number < file.base + file.count } })
                }
            }
        }
    }
}
