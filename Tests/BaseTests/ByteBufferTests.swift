import Testing

import Base

@Suite struct ByteBufferTests {
    @Test func itHoldsWhatIsWrittenHoweverMuchItIs() {
        var sheet = ByteBuffer(capacity: 1)
        var expected: [UInt8] = []
        for number in 0..<3000 {
            sheet.append("<p>")
            withDecimal(number) { sheet.append($0) }
            sheet.append(0x0A)
            Array("ع & \"<>'".utf8).withUnsafeBufferPointer { $0.escapedForHTML { sheet.append($0) } }
            expected += Array("<p>\(number)\nع &amp; &#34;&lt;&gt;&#39;".utf8)
        }
        #expect(sheet.count == expected.count && sheet.last == expected.last)
        #expect(sheet.take(from: 0) == expected)
        #expect(sheet.count == 0 && sheet.last == nil)
    }

    @Test func whatIsTakenLeavesTheRest() {
        var sheet = ByteBuffer()
        sheet.append("قبل")
        let start = sheet.count
        sheet.append(0x61)
        sheet.append(0x62)
        #expect(sheet.take(from: start) == [0x61, 0x62])
        #expect(sheet.take(from: 0) == Array("قبل".utf8))
    }

    @Test func muchRoomIsGivenBackAndItGoesOn() {
        var sheet = ByteBuffer()
        let much = [UInt8](repeating: 0x61, count: 3 << 20)
        much.withUnsafeBufferPointer { sheet.append($0) }
        #expect(sheet.take(from: 0) == much)
        sheet.append("b")
        #expect(sheet.take(from: 0) == [0x62])
    }
}
