import Testing

@testable import Markdown

@Suite struct SheetTests {
    @Test func itHoldsWhatIsWrittenHoweverMuchItIs() {
        var sheet = Sheet(capacity: 1)
        var expected: [UInt8] = []
        for number in 0..<3000 {
            sheet.write("<p>")
            sheet.write(number)
            sheet.append(0x0A)
            sheet.writeEscaped("ع & \"<>")
            expected += Array("<p>\(number)\nع &amp; &quot;&lt;&gt;".utf8)
        }
        #expect(sheet.count == expected.count && sheet.last == expected.last)
        #expect(sheet.take(from: 0) == expected)
        #expect(sheet.count == 0 && sheet.last == nil)
    }

    @Test func whatIsTakenLeavesTheRest() {
        var sheet = Sheet()
        sheet.write("قبل")
        let start = sheet.count
        sheet.write([0x61, 0x62])
        #expect(sheet.take(from: start) == [0x61, 0x62])
        #expect(sheet.take(from: 0) == Array("قبل".utf8))
    }

    @Test func muchRoomIsGivenBackAndItGoesOn() {
        var sheet = Sheet()
        let much = [UInt8](repeating: 0x61, count: 3 << 20)
        sheet.write(much)
        #expect(sheet.take(from: 0) == much)
        sheet.write("b")
        #expect(sheet.take(from: 0) == [0x62])
    }
}
