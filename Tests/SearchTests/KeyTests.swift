import Testing

@testable import Search

@Suite struct KeyTests {
    private struct Vector: Decodable {
        let key: String
        let k64: Int
        let k1024: Int
        let hash: UInt32
    }

    @Test func shardsAreThoseOfTheVectors() throws {
        let vectors: [Vector] = try Vectors.read("hash")
        #expect(vectors.count == 9)
        for vector in vectors {
            let key = Letters.encoded(vector.key.unicodeScalars)
            #expect(Keys.hash(key) == vector.hash)
            #expect(Keys.shard(of: key, among: 64) == vector.k64)
            #expect(Keys.shard(of: key, among: 1024) == vector.k1024)
        }
    }
}
