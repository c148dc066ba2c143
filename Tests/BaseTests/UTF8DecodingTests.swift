import Base
import Testing

@Suite struct UTF8DecodingTests {
    private func decoded(_ bytes: [UInt8]) -> (value: UInt32, length: Int)? {
        bytes.withUnsafeBufferPointer { scalar(at: 0, in: $0) }
    }

    /// All up to the letters of Asia, and samples of all beyond.
    @Test func scalarsAreDecoded() {
        var wrong: [UInt32] = []
        let edges: [UInt32] = [0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF]
        let values = Array(0...0x30FF) + Array(stride(from: 0x3100, through: 0x10FFFF, by: 61)) + edges
        for scalar in values.compactMap(Unicode.Scalar.init) {
            let bytes = Array(String(scalar).utf8)
            guard let found = decoded(bytes + [0x80]), found == (scalar.value, bytes.count) else {
                wrong.append(scalar.value)
                continue
            }
        }
        #expect(wrong == [])
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xE2, 0x80],
            [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF],
        ] as [[UInt8]]) func brokenBytesAreNone(_ bytes: [UInt8])
    { #expect(decoded(bytes) == nil) }
}
