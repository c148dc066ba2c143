import Base
import Content
import Publishing
import Testing

/// What `check` says of lead pictures.
struct PictureDeskTests {
    private func problems(_ articles: [(name: String, matter: String)], _ picture: [UInt8]) -> [Diagnostic] {
        let site = ExampleSite()
        for article in articles { site.write(article.name, matter: article.matter, body: "نص.") }
        site.files["Content/articles/a.png"] = picture
        return Check(ExampleSite.load).run(on: site.files).problems
    }

    /// A chunk of text as Photoshop writes it into a PNG; nobody checks its sum here.
    private func picture(saying words: String) -> [UInt8] {
        let xmp = Array("XML:com.adobe.xmp\0\0\0\0\0<rdf:RDF>\(words)</rdf:RDF>".utf8)
        let plain = Newsroom.picture(1600, 900, 0)
        let end = plain.count - 12
        let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: xmp.count >> $0) }
        var file = Array(plain[..<end])
        for part in [length, Array("iTXt".utf8), xmp, [0, 0, 0, 0], Array(plain[end...])] { file += part }
        return file
    }

    @Test func `The file's caption and credit are the lines to add`() throws {
        let picture = picture(saying: "<dc:description>النيل \"الأزرق\"</dc:description><dc:creator>سلمى</dc:creator>")
        let found = problems([("", "image:\n  src: a.png\n  alt: النيل")], picture)
        let caption = try #require(found.first { $0.id == "picture-without-caption" })
        #expect(caption.message.english.contains(#"add “caption: "النيل \"الأزرق\""” to “image”, as its file says"#))
        let credit = try #require(found.first { $0.id == "picture-without-credit" })
        #expect(credit.message.english.contains(#"add “credit: "سلمى"” to “image”, as its file says"#))
        #expect(credit.location?.line == 5)
    }

    @Test func `What the article says is not offered`() {
        let picture = picture(saying: "<dc:description>النيل</dc:description><dc:creator>سلمى</dc:creator>")
        let found = problems([("", "image:\n  src: a.png\n  alt: النيل\n  caption: نهر\n  credit: هند")], picture)
        #expect(found.map(\.id) == [])
    }

    @Test func `An alt that is a file's name is told, of the lead and of the text`() {
        let found = problems(
            [("", "image:\n  src: a.png\n  alt: IMG_2041\n  caption: نهر\n  credit: هند")], picture(saying: ""))
        #expect(found.map(\.id) == ["picture-named-by-file"])
    }

    @Test(arguments: [(30, 1), (31, 0)]) func `The same lead within thirty days is told once, with both`(
        _ days: Int, _ count: Int
    ) throws {
        let picture = picture(saying: "")
        let image = "image:\n  src: a.png\n  alt: النيل\n  caption: نهر\n  credit: هند"
        // From the first of March.
        let second = "2024-0\(days == 30 ? "3-31" : "4-01")"
        let found = problems(
            [("first", "date: 2024-03-01\n\(image)"), ("second", "date: \(second)\n\(image)")], picture
        ).filter { $0.id == "lead-picture-repeated" }
        #expect(found.count == count)
        if let one = found.first {
            #expect(one.location?.path == "Content/articles/second.md")
            #expect(one.message.english.contains("Content/articles/first.md"))
        }
    }

    @Test(arguments: ["caption", "التعليق"]) func `A caption may be required`(_ word: String) {
        let site = ExampleSite()
        site.set(settings: "pictures:\n  require: [\(word)]")
        site.write("", matter: "image:\n  src: rain.png\n  alt: مطر", body: "نص.")
        let found = Build(ExampleSite.load).run(from: site.files, to: MemoryTree(), named: "Public")
        #expect(found.diagnostics.map(\.id) == ["picture-incomplete"])
    }
}
