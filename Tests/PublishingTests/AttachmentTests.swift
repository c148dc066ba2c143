import Base
import Content
import Publishing
import TestSupport
import Testing

/// Recordings and documents beside articles, from the file to the page.
@Suite struct AttachmentTests {
    private static func site(_ body: String, _ files: [String: [UInt8]], settings: String = "") -> ExampleSite {
        let site = ExampleSite()
        if !settings.isEmpty { site.set(settings: settings) }
        site.write("", matter: "", body: body)
        site.files["Templates/article.html"] = Array("<body>{{ article.html | safe }}{{ page.head }}</body>".utf8)
        for (name, bytes) in files { site.files["Content/articles/\(name)"] = bytes }
        return site
    }

    /// What is published, by path; empty with an error.
    private static func published(_ site: ExampleSite) -> (files: [String: [UInt8]], ids: [String]) {
        let output = MemoryTree()
        let outcome = Build(ExampleSite.load).run(from: site.files, to: output, named: "Public")
        let paths = output.paths
        return (
            Dictionary(uniqueKeysWithValues: paths.map { ($0, (try? output.read($0)) ?? []) }),
            outcome.diagnostics.map(\.id)
        )
    }

    private static func page(_ files: [String: [UInt8]]) -> String {
        files.filter { $0.key.hasSuffix("index.html") }.map { String(decoding: $0.value, as: UTF8.self) }.sorted()
            .joined()
    }

    @Test func aLinkedDocumentIsPublishedWithItsTypeAndSize() {
        let pdf = SampleFiles.pdf("/Title(x)") + [UInt8](repeating: 0x20, count: 1_258_291)
        let (files, ids) = Self.published(Self.site("[التقرير](report.pdf#page=2)", ["report.pdf": pdf]))
        #expect(!ids.contains { $0.hasPrefix("document") })
        #expect(files.values.contains(pdf))
        let path = files.first { $0.value == pdf }?.key ?? ""
        #expect(path.hasSuffix("/report.pdf"))
        #expect(Self.page(files).contains("\(path)#page=2\">التقرير</a> <small class=\"file\">(<bdi>PDF</bdi>"))
        #expect(Self.page(files).contains("1.2\u{A0}م.ب"))
    }

    @Test func aDocumentThatNobodyLinksToIsNotPublished() {
        let (files, ids) = Self.published(Self.site("نص.", ["report.pdf": SampleFiles.pdf("/Author(Salma)")]))
        #expect(!files.keys.contains { $0.hasSuffix(".pdf") })
        #expect(!ids.contains("document-metadata"))
    }

    @Test func anAuthoredDocumentStopsTheBuildUnlessItIsAllowed() {
        let authored = ["report.pdf": SampleFiles.pdf("/Author(Salma)")]
        #expect(Self.published(Self.site("[أ](report.pdf)", authored)).ids.contains("document-metadata"))
        let allowed = Self.site("[أ](report.pdf)", authored, settings: "documents: {metadata: allow}")
        #expect(Self.published(allowed).files.values.contains(authored["report.pdf"] ?? []))
    }

    @Test(arguments: [
        ("notes.docx", "", "document-type"), ("page.html", "", "document-type"),
        ("old.doc", "documents: {types: [doc]}", "document-unreadable"),
        ("page.pdf", "", "broken-document"), ("film.mp4", "", "broken-recording"),
    ]) func whatMustNotBePublishedIsTold(_ name: String, _ settings: String, _ rule: String) {
        let mark = name.hasSuffix(".mp4") ? "!" : ""
        let start = name == "old.doc" ? "\u{1}old" : "<!DOCTYPE html><p>"
        let site = Self.site("\(mark)[أ](\(name))", [name: Array(start.utf8)], settings: settings)
        #expect(Self.published(site).ids.contains(rule))
    }

    @Test func aFilmHasAPlayerWithItsPosterAndItsWords() {
        let files = [
            "film.mp4": SampleFiles.film(), "film.vtt": Array("WEBVTT\n".utf8),
            "film.png": Newsroom.picture(320, 180, 0),
        ]
        let (published, _) = Self.published(Self.site("![السد](film.mp4 \"من الجو | سلمى\")", files))
        let page = Self.page(published)
        #expect(page.contains("<video controls playsinline preload=\"none\""))
        #expect(page.contains("width=\"320\" height=\"180\"><track kind=\"captions\""))
        #expect(page.contains(" poster=\""))
        #expect(
            page.contains(
                "<b>السد</b> <time datetime=\"PT2S\">0:02</time> من الجو <small class=\"credit\">سلمى</small>"))
        #expect(page.contains("\"VideoObject\""))
        #expect(!published.values.contains { String(decoding: $0, as: UTF8.self).contains("CANARY") })
        #expect(published.keys.contains { $0.hasSuffix(".vtt") })
    }

    @Test func aRecordingIsAnEnclosureOfItsPublishedSize() {
        let (files, _) = Self.published(
            Self.site("![حديث](talk.mp3)", ["talk.mp3": SampleFiles.taggedSound(frames: 77)]))
        let size = SampleFiles.sound(frames: 77).count
        let feed = String(decoding: files["feed.xml"] ?? [], as: UTF8.self)
        #expect(feed.contains("length=\"\(size)\" type=\"audio/mpeg\""))
        #expect(String(decoding: files["feed.json"] ?? [], as: UTF8.self).contains("\"size_in_bytes\":\(size)"))
        #expect(String(decoding: files["atom.xml"] ?? [], as: UTF8.self).contains("length=\"\(size)\""))
    }

    @Test func aLinkToAPictureBesideTheTextPublishesIt() {
        let (files, ids) = Self.published(Self.site("[الصورة](rain.png)", [:]))
        #expect(files.keys.contains { $0.hasPrefix("media/") })
        #expect(!ids.contains("broken-link"))
    }
}
