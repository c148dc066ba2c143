import Base
import Content
import Markdown
import Testing

@testable import Typesetting

@Suite struct SetTextTests {
    private var full: SetText {
        var document = Document()
        document.html = Array("<p>نص</p>".utf8)
        document.outline = [Heading(level: 2, id: "عنوان", title: "عنوان", offset: 3)]
        document.links = [Link(destination: "https://example.org/", offset: 5)]
        document.pictures = [PictureUse(destination: "a.jpg", alt: "وصف", offset: 7)]
        document.text = Array("نص".utf8)
        document.words = 11
        document.source = "وكالة"
        document.sourceLink = "https://agency.example/"
        document.anchors = ["عنوان"]
        document.paragraphs.count = 2
        document.paragraphs.gaps = [.init(paragraph: 1, offset: 4)]
        document.activeTags = [ActiveTag(text: "<script>", offset: 6)]
        document.hasRareParts = true
        document.hasEmbeds = true
        document.recordings = [
            RecordingUse(destination: "a.mp4", title: "فيلم", poster: "a.jpg", captions: ["a.vtt"], offset: 9)
        ]
        document.updates = [
            LiveUpdate(
                id: "dam", title: "السد", author: "سلمى", isPinned: true, date: CivilDate(daysSince1970: 19746),
                time: .midnight, text: "نص")
        ]
        return SetText(document)
    }

    /// Every property of a text but its HTML, as its name and what it holds.
    private func properties(_ text: SetText) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: text).children.compactMap { child in
                child.label.flatMap { $0 == "html" ? nil : ($0, "\(child.value)") }
            })
    }

    @Test func everyPropertyButTheHTMLIsPackedAndUnpacked() throws {
        var packer = Packer()
        packer.add(full)
        let again = try packer.bytes.withUnsafeBytes { bytes in
            var unpacker = Unpacker(bytes)
            return try SetText(from: &unpacker)
        }
        let empty = properties(.empty)
        for (name, value) in properties(full) {
            #expect(value != empty[name], "\(name) is not filled in this test")
            #expect(properties(again)[name] == value, "\(name)")
        }
        #expect(again.inMemoryHTML == nil)
    }
}
