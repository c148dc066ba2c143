@testable import Pages
import Testing

struct PictureWordsTests {
    private let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE1, 0, 8]

    private func xmp(_ inside: String) -> [UInt8] {
        jpeg + Array("<x:xmpmeta><rdf:RDF><rdf:Description \(inside)</rdf:Description></rdf:RDF></x:xmpmeta>".utf8)
    }

    /// A block of Photoshop's with these records of the second kind.
    private func iptc(_ records: [(number: UInt8, text: [UInt8])], name: String = "") -> [UInt8] {
        func big(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
        var data: [UInt8] = []
        for record in records {
            data += [0x1C, 2, record.number] + big(record.text.count)
            data += record.text
        }
        var block = jpeg + Array("Photoshop 3.0\u{0}8BIM\u{4}\u{4}".utf8)
        block.append(UInt8(name.utf8.count))
        block += name.utf8
        if name.utf8.count % 2 == 0 { block.append(0) }
        return block + [0, 0] + big(data.count) + data
    }

    @Test func `XMP tells the caption in its list, the credit in an attribute or an element`() {
        let words = PictureWords(
            in: xmp(
                """
                photoshop:Credit="AFP &amp; Co"><dc:creator><rdf:Seq><rdf:li>سلمى عزيز</rdf:li></rdf:Seq></dc:creator>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">النيل
                  في &#x642;نا</rdf:li><rdf:li xml:lang="en">The Nile</rdf:li></rdf:Alt></dc:description>
                """))
        #expect(words.caption == "النيل في قنا")
        #expect(words.credit == "سلمى عزيز / AFP & Co")
        let plain = PictureWords(in: xmp("><photoshop:Credit>AFP</photoshop:Credit>"))
        #expect(plain.caption == nil && plain.credit == "AFP")
    }

    @Test(arguments: ["", "a", "ab"]) func `IPTC tells the same by numbers`(_ name: String) {
        let words = PictureWords(
            in: iptc(
                [
                    (5, Array("x".utf8)), (80, Array("Salma".utf8)), (110, Array("Salma".utf8)),
                    (120, Array("النيل".utf8)),
                ],
                name: name))
        #expect(words.caption == "النيل")
        #expect(words.credit == "Salma")
    }

    @Test func `Who has the rights is named where nobody else is`() {
        #expect(PictureWords(in: iptc([(116, Array("© AFP".utf8))])).credit == "© AFP")
        #expect(PictureWords(in: iptc([(116, Array("© AFP".utf8)), (80, Array("هند".utf8))])).credit == "هند")
    }

    @Test(arguments: ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "  ", "default"]) func `What cameras fill in is no caption`(
        _ text: String
    ) {
        #expect(PictureWords(in: iptc([(120, Array(text.utf8))])).caption == nil)
    }

    @Test func `What is cut off, of another alphabet or nothing tells nothing`() {
        let whole = iptc([(120, Array("النيل".utf8))])
        for count in 0..<whole.count { #expect(PictureWords(in: Array(whole.prefix(count))).caption == nil) }
        #expect(PictureWords(in: iptc([(120, [0xC7, 0xE1])])).caption == nil)
        let broken = xmp("><dc:description><rdf:Alt><rdf:li xml:lang=\"x\">النيل")
        for count in 0..<broken.count { _ = PictureWords(in: Array(broken.prefix(count))) }
        #expect(PictureWords(in: jpeg) == PictureWords(in: []))
    }
}
