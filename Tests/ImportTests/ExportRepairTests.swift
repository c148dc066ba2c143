import Testing

@testable import Import

@Suite struct ExportRepairTests {
    /// What the filter makes of a text that comes in pieces of `size` bytes.
    private func mended(_ text: [UInt8], by size: Int) -> (text: [UInt8], repair: ExportRepair) {
        var repair = ExportRepair()
        var result: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            Array(rest.prefix(size)).withUnsafeBufferPointer { repair.feed($0, isLast: false) { result += $0 } }
            rest = rest.dropFirst(size)
        }
        repair.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true) { result += $0 }
        return (result, repair)
    }

    @Test(arguments: [
        ("\u{FEFF}\n <a>نص</a>", "<a>نص</a>"), ("<a>A & B</a>", "<a>A &amp; B</a>"),
        ("<a>&nbsp;&amp;&#1575;</a>", "<a>\u{A0}&amp;&#1575;</a>"), ("<a>&#0;&#11;x</a>", "<a>x</a>"),
        ("<a><![CDATA[A & B &nbsp; \u{0B}]]></a>", "<a><![CDATA[A & B &nbsp; ]]></a>"),
        ("<!-- a -- b --><a/>", "<!-- a - b --><a/>"), ("<a>\u{FFFE}</a>", "<a>\u{FFFD}</a>"),
    ])
    func makesWhatExportsHoldWellFormed(_ text: String, _ expected: String) {
        for size in [1, 7, 4096] {
            #expect(String(decoding: mended(Array(text.utf8), by: size).text, as: UTF8.self) == expected, "\(size)")
        }
    }

    @Test func bytesThatAreNoUTF8AreReplacedAndToldWithTheirLine() {
        let (text, repair) = mended(Array("<a>\n\n".utf8) + [0xFF] + Array("</a>".utf8), by: 5)
        #expect(String(decoding: text, as: UTF8.self) == "<a>\n\n\u{FFFD}</a>")
        #expect(repair.repairs.map(\.line) == [3])
    }

    @Test func aDocumentTypeEndsTheReading() {
        let (_, repair) = mended(
            Array("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8), by: 9)
        #expect(repair.doctypeLine == 2)
    }

    @Test func aCodePageThatIsDeclaredIsRead() {
        let text =
            Array("<?xml version=\"1.0\" encoding=\"windows-1256\"?><a>".utf8) + [0xE3, 0xD5, 0xD1] + Array("</a>".utf8)
        #expect(String(decoding: mended(text, by: 4096).text, as: UTF8.self).hasSuffix("<a>مصر</a>"))
    }
}
