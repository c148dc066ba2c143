import Testing

@testable import Markdown

@Suite struct ByteSearchTests {
    private static let text = Array(String(repeating: "وقال Reuters «نعم»؛ 12% @AZ[`az{/09: ", count: 150).utf8)
    /// Every byte, whatever stands around it.
    private static let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 151 ^ $0 >> 3) }

    @Test(arguments: [text, bytes, Array("abc".utf8), [], [UInt8](repeating: 0x61, count: 600_000)])
    func lettersAreCountedAsOneByOne(_ bytes: [UInt8]) {
        let counted = bytes.withUnsafeBufferPointer { $0.countLetters() }
        #expect(counted.latin == bytes.count { (0x61...0x7A).contains($0 | 0x20) })
        #expect(counted.arabic == bytes.count { (0xD8...0xDF).contains($0) })
    }

    @Test(arguments: [text, bytes])
    func aSearchFindsWhatALoopFinds(_ bytes: [UInt8]) {
        func isSign(_ byte: UInt8) -> Bool {
            byte < 0x80 && byte != 0x20 && byte &- 0x30 >= 10 && (byte | 0x20) &- 0x61 >= 26
        }
        bytes.withUnsafeBufferPointer { buffer in
            for start in 0..<bytes.count - 1 {
                let sign = buffer.firstOffset(from: start, to: bytes.count, where: isSign, inEight: { $0.signs })
                #expect(sign == bytes[start...].firstIndex(where: isSign) ?? bytes.count)
                let quote = buffer.firstOffset(
                    from: start, to: bytes.count, where: { $0 == 0x22 || $0 == 0x3C }, inEight: { $0.has(0x22) | $0.has(0x3C) })
                #expect(quote == bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x3C } ?? bytes.count)
            }
        }
    }
}
