import TestSupport
import Testing

@testable import Content

@Suite struct DocumentFactsTests {
    private static func told(_ facts: DocumentFacts?) -> [String] {
        (facts?.fields ?? []).map { "\($0.name)=\($0.value)" }
    }

    @Test(arguments: [
        ("/Author(Salma \\(desk\\))/Producer(Skia/PDF m120)", ["Author=Salma (desk)"]),
        ("/Author<FEFF0633064406450649>", ["Author=سلمى"]),
        ("/Company(Acme)/Title(Report)/CreationDate(D:20240101)", ["Company=Acme"]),
        ("/Creator(Canon iR-ADV C3525)/Producer(Word)", ["Creator=Canon iR-ADV C3525"]),
        ("/Title(Report)/Producer(pdfTeX-1.40)", []), ("/Author()", []),
    ])
    func aPDFTellsWhoMadeIt(_ information: String, _ fields: [String]) {
        let facts = PDFDocument.facts(of: SampleFiles.pdf(information))
        #expect(Self.told(facts) == fields)
        #expect(facts?.isUnreadable == false)
    }

    @Test func informationInAnObjectStreamIsRead() {
        let file = SampleFiles.pdf("", packed: SampleFiles.deflated("4 0 <</Author(Salma)>>"))
        #expect(Self.told(PDFDocument.facts(of: file)) == ["Author=Salma"])
    }

    @Test func anObjectStreamThatCannotBeUnpackedIsTold() {
        var packed = SampleFiles.deflated("4 0 <</Author(Salma)>>")
        packed[3] ^= 0x55
        let facts = PDFDocument.facts(of: SampleFiles.pdf("", packed: packed))
        #expect(facts?.isUnreadable == true)
    }

    @Test func xmpIsRead() {
        let xmp =
            "<x:xmpmeta><rdf:Description tiff:Model=\"iPhone 12\"><dc:creator><rdf:Seq><rdf:li>Salma</rdf:li></rdf:Seq>"
            + "</dc:creator><xmp:CreatorTool>Word</xmp:CreatorTool></rdf:Description></x:xmpmeta>"
        let stream =
            "6 0 obj\n<</Type/Metadata/Subtype/XML/Length \(xmp.utf8.count)>>\nstream\n\(xmp)\nendstream\nendobj\n"
        let file = SampleFiles.pdf("/Title(Report)") + Array(stream.utf8)
        #expect(Self.told(PDFDocument.facts(of: file)) == ["tiff:Model=iPhone 12", "dc:creator=Salma"])
    }

    @Test func aLockedPDFIsNotTakenForAClean() {
        let file = String(decoding: SampleFiles.pdf("/Author(\u{1}\u{2})"), as: UTF8.self)
            .replacing("/Size 5", with: "/Size 5/Encrypt 9 0 R")
        #expect(PDFDocument.facts(of: Array(file.utf8))?.isUnreadable == true)
    }

    @Test func earlierStatesOfAPDFAreTold() {
        #expect(PDFDocument.facts(of: SampleFiles.pdf("", revisions: 2))?.hidden == [.earlierVersions])
        #expect(PDFDocument.facts(of: SampleFiles.pdf("", revisions: 1))?.hidden == [])
    }

    @Test func whatIsNoPDFIsNone() {
        #expect(PDFDocument.facts(of: Array("<html>".utf8)) == nil)
        #expect(OfficeDocument.facts(of: Array("PK".utf8)) == nil)
    }

    private static let word = "word/document.xml"

    @Test func officeFilesTellWhoWroteThem() {
        let file = SampleFiles.zip([
            "docProps/core.xml":
                "<cp:coreProperties><dc:creator>Salma</dc:creator><cp:lastModifiedBy>Omar</cp:lastModifiedBy>"
                + "<cp:revision>7</cp:revision></cp:coreProperties>",
            "docProps/app.xml": "<Properties><Company>Acme</Company><Application>Word</Application></Properties>",
            Self.word: "<w:document><w:p/></w:document>",
        ])
        let facts = OfficeDocument.facts(of: file)
        #expect(Self.told(facts) == ["creator=Salma", "lastModifiedBy=Omar", "revision=7", "Company=Acme"])
        #expect(facts?.hidden == [])
    }

    @Test func trackedChangesAndHiddenSheetsAreTold() {
        let text = SampleFiles.zip([
            Self.word: "<w:ins w:author=\"Salma\"/>", "word/comments.xml": "<w:comment w:id=\"0\">",
        ])
        #expect(OfficeDocument.facts(of: text)?.hidden == [.comments, .trackedChanges])
        let sheets = SampleFiles.zip(["xl/workbook.xml": "<sheet name=\"Raw\" state=\"veryHidden\"/>"])
        #expect(OfficeDocument.facts(of: sheets)?.hidden == [.hiddenSheets])
        let plain = SampleFiles.zip(["docProps/core.xml": "<cp:revision>1</cp:revision><dc:creator></dc:creator>"])
        #expect(Self.told(OfficeDocument.facts(of: plain)) == [])
    }

    @Test func damagedDocumentsDoNotCrash() {
        let files = [
            SampleFiles.pdf("/Author(Salma)", packed: SampleFiles.deflated("4 0 <</Author(Salma)>>")),
            SampleFiles.zip(["docProps/core.xml": "<dc:creator>Salma</dc:creator>"]),
        ]
        var random = SeededGenerator(3)
        for file in files {
            for _ in 0..<300 {
                var broken = file
                for _ in 0..<3 { broken[random.next(upTo: broken.count)] = UInt8(random.next(upTo: 256)) }
                _ = PDFDocument.facts(of: broken)
                _ = OfficeDocument.facts(of: Array(broken.prefix(random.next(upTo: broken.count))))
            }
        }
    }
}
