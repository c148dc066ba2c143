import Base
import Testing

@Suite struct SixteenBytesTests {
    private static let text = Array(String(repeating: "وقال Reuters «نعم»؛ 12% @AZ[`az{/09: ", count: 150).utf8)
    /// Every byte, whatever stands around it.
    private static let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 151 ^ $0 >> 3) }

    @Test(arguments: [false, true])
    func aSearchFindsWhatALoopFinds(_ isText: Bool) {
        let bytes = isText ? Self.text : Self.bytes
        func isSign(_ byte: UInt8) -> Bool { byte &- 0x3A < 7 || (byte | 0x20) &- 0x61 < 26 || byte >= 0xE2 }
        bytes.withUnsafeBufferPointer { buffer in
            for start in 0..<bytes.count - 1 {
                let sign = buffer.firstOffset(
                    from: start, to: bytes.count, where: isSign,
                    inSixteen: { $0.among(0x3A, 7) | $0.letters | $0.from(0xE2) })
                let expectedSign = bytes[start...].firstIndex(where: isSign) ?? bytes.count
                #expect(sign == expectedSign)
                let quote = buffer.firstOffset(
                    from: start, to: bytes.count, where: { $0 == 0x22 || $0 == 0x3C },
                    inSixteen: { $0.equal(0x22) | $0.equal(0x3C) })
                let expectedQuote = bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x3C } ?? bytes.count
                #expect(quote == expectedQuote)
            }
        }
    }
}
