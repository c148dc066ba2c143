import Markdown
import Testing

struct GalleryTests {
    /// A cell as it stands in a gallery whose pictures nobody has resolved.
    private func cell(_ source: String, _ alt: String, _ caption: String = "", isFirst: Bool = false) -> String {
        "<figure>\n<a href=\"\(source)\"><img src=\"\(source)\" alt=\"\(alt)\" decoding=\"async\" "
            + (isFirst ? "fetchpriority=\"high\"" : "loading=\"lazy\"") + " /></a>\n"
            + (caption.isEmpty ? "" : "<figcaption>\(caption)</figcaption>\n") + "</figure>\n"
    }

    /// Three pictures with a caption each, and the title of them all.
    private var expected: String {
        "<figure class=\"gallery\">\n<p>افتتاح الجسر</p>\n" + cell("a.jpg", "أ", "الجسر", isFirst: true)
            + cell("b.jpg", "ب", "النهر") + cell("c.jpg", "ج", "الناس") + "</figure>\n"
    }

    @Test(arguments: [
        "![أ](a.jpg \"الجسر\")\n![ب](b.jpg \"النهر\")\n![ج](c.jpg \"الناس\")",
        "![أ](a.jpg) الجسر\n![ب](b.jpg) النهر\n![ج](c.jpg) الناس",
        "![أ](a.jpg)\nالجسر\n\n![ب](b.jpg)\nالنهر\n\n![ج](c.jpg)\nالناس",
        "![أ](a.jpg)\n\nالجسر\n\n![ب](b.jpg)\n\nالنهر\n\n![ج](c.jpg)\n\nالناس",
        "- ![أ](a.jpg) الجسر\n- ![ب](b.jpg) النهر\n- ![ج](c.jpg) الناس",
        "1. ![أ](a.jpg)\n   الجسر\n\n2. ![ب](b.jpg)\n   النهر\n\n3. ![ج](c.jpg)\n   الناس",
    ]) func `Captions stand where editors put them`(_ lines: String) {
        #expect(html("::: معرض افتتاح الجسر\n\(lines)\n:::") == expected)
    }

    @Test(arguments: [
        "معرض", "معرض صور", "ألبوم", "البوم الصور", "صور", "غاليري", "جاليري", "gallery", "Album", "photos",
    ]) func `A gallery has many names`(_ name: String) {
        let lines = "![أ](a.jpg)\n![ب](b.jpg)\n:::"
        let pair =
            "<figure class=\"gallery pairs\">\n" + cell("a.jpg", "أ", isFirst: true) + cell("b.jpg", "ب")
            + "</figure>\n"
        #expect(html("::: \(name)\n\(lines)") == pair)
        #expect(html(":::\(name) \n\(lines)") == pair)
        #expect(html("::: \(name) النيل\n\(lines)").contains("النيل</p>"))
        #expect(html("::: معرض صور من النيل\n\(lines)").contains("<p>صور من النيل</p>"))
    }

    @Test func `Several pictures in one paragraph are a gallery`() {
        for text in ["![أ](a.jpg) ![ب](b.jpg) ![ج](c.jpg)", "![أ](a.jpg)\n![ب](b.jpg)  \n![ج](c.jpg)"] {
            #expect(
                html(text) == "<figure class=\"gallery\">\n" + cell("a.jpg", "أ", isFirst: true) + cell("b.jpg", "ب")
                    + cell("c.jpg", "ج") + "</figure>\n")
        }
        #expect(html("كلمة ![أ](a.jpg) ![ب](b.jpg)").hasPrefix("<p>كلمة <img"))
        #expect(html("![أ](a.jpg), ![ب](b.jpg)").hasPrefix("<p>"))
    }

    @Test func `Small pictures in a line are no gallery`() {
        let document = Renderer().render(Array("![أ](a.png) ![ب](b.png)".utf8)) {
            ResolvedPicture(source: "/\($0)", width: 32, height: 32)
        }
        #expect(String(decoding: document.html, as: UTF8.self).hasPrefix("<p><img"))
    }

    @Test func `A picture opens in the file that every browser shows, with a size for its cell`() {
        let document = Renderer().render(Array("![أ](a.jpg) ![ب](b.jpg)".utf8)) {
            ResolvedPicture(
                source: "/media/\($0)-1280.jpg", width: 1280, height: 960,
                candidates: .init(
                    webp: "/media/a-320.webp 320w", others: "/media/a-720.jpg 720w",
                    sizes: .init(text: "92vw", half: "45vw", third: "30vw")))
        }
        let html = String(decoding: document.html, as: UTF8.self)
        #expect(html.contains("<a href=\"/media/a.jpg-1280.jpg\"><picture>"))
        #expect(html.split(separator: "sizes=\"45vw\"").count == 5)
        #expect(document.pictures.map(\.destination) == ["a.jpg", "b.jpg"])
        #expect(document.hasRareParts)
    }

    @Test func `A picture without WebP has no source of it`() {
        let document = Renderer().render(Array("![أ](a.jpg)".utf8)) {
            ResolvedPicture(
                source: "/\($0)", width: 100, height: 60_000,
                candidates: .init(
                    webp: nil, others: "/a.jpg 100w", sizes: .init(text: "92vw", half: "45vw", third: "30vw")))
        }
        let html = String(decoding: document.html, as: UTF8.self)
        #expect(!html.contains("picture>") && html.contains("srcset=\"/a.jpg 100w\" sizes=\"92vw\""))
    }

    @Test func `The author's own link stays, and its picture keeps the words that name it`() {
        let html = html("[![وصف](a.jpg \"وصف\")](/x)\n![ب](b.jpg)")
        #expect(html.contains("<a href=\"/x\"><img src=\"a.jpg\" alt=\"وصف\""))
        #expect(self.cell("b.jpg", "ب") == html.suffix(self.cell("b.jpg", "ب").count + 10).dropLast(10))
    }

    @Test func `A link around a picture without words is named by its caption`() {
        let html = html("::: معرض\n![](a.jpg) النهر\n![](b.jpg \"الناس\")\n:::")
        #expect(html.contains("src=\"a.jpg\" alt=\"النهر\""))
        #expect(html.contains("src=\"b.jpg\" alt=\"الناس\""))
    }

    @Test func `What stands behind the last bar is a credit`() {
        let html = html("::: معرض\n![أ](a.jpg) النهر **فائضًا** | تصوير: سلمى\n![ب](b.jpg) أ|ب | تصوير: BBC\n:::")
        #expect(html.contains("<figcaption>النهر <strong>فائضًا</strong> <small class=\"credit\">تصوير: سلمى</small>"))
        #expect(html.contains("<figcaption>أ|ب <small class=\"credit\">تصوير: "))
    }

    @Test func `A last paragraph is about all of them`() {
        let html = html("::: معرض\n![أ](a.jpg) النهر\n\n![ب](b.jpg) الناس\n\nالصور من المكتب.\n:::")
        #expect(html.hasSuffix("</figure>\n<figcaption>الصور من المكتب.</figcaption>\n</figure>\n"))
    }

    @Test func `What is no picture stands between two grids, in its place`() {
        let pairs = ["![أ](a.jpg)\n![ب](b.jpg)", "![ج](c.jpg)\n![د](d.jpg)"]
        for block in ["## عنوان", "> قول", "```\nx\n```", "***", "| أ |\n|---|\n| ب |", "::: إطار\nنص\n:::"] {
            let html = html("::: معرض\n\(pairs[0])\n\n\(block)\n\n\(pairs[1])\n:::")
            #expect(html.ranges(of: "class=\"gallery pairs\"").count == 2, "\(block)")
            #expect(html.hasPrefix("<figure class=\"gallery") && html.hasSuffix("</figure>\n"), "\(block)")
        }
        #expect(html("::: معرض\n![أ](a.jpg)\n\n> - قول\n\n![ب](b.jpg)\n:::").contains("<ul>\n<li>قول</li>\n</ul>"))
    }

    @Test func `One picture is a figure, and none is told`() {
        #expect(
            html("::: معرض\n![أ](a.jpg) النهر\n:::")
                == "<figure>\n<img src=\"a.jpg\" alt=\"أ\" decoding=\"async\" fetchpriority=\"high\" />\n"
                + "<figcaption>النهر</figcaption>\n</figure>\n")
        #expect(html("::: معرض الجسر\nكلام\n:::") == "<p>الجسر</p>\n<p>كلام</p>\n")
        #expect(remarks("نص\n\n::: معرض\nكلام\n:::") == ["gallery-without-pictures @ :::"])
        #expect(remarks("::: معرض\n![أ](a.jpg)\n\n## عنوان\n:::") == [])
    }

    @Test func `Words below pictures are found, and no summary begins with them`() {
        let document = document(
            "::: معرض الجسر\n![أ](a.jpg) النهر\n![ب](b.jpg) الناس\n:::\n\nافتتح الجسر أمس.\n\n![أ](a.jpg) ![ب](b.jpg)\n\nخبر."
        )
        #expect(String(decoding: document.text, as: UTF8.self) == "افتتح الجسر أمس.\nخبر.\nالجسر\nالنهر\nالناس\n")
        #expect(document.words == 7)
    }

    @Test func `No picture comes from where none may`() {
        let html = html("::: معرض\n![أ](javascript:x)\n![ب](b.jpg)\n:::")
        #expect(!html.contains("javascript"))
        #expect(html.contains("b.jpg"))
    }

    @Test(arguments: [("", ""), ("> ", "> "), ("- ", "  ")]) func `A gallery ends with what holds it`(
        _ first: String, _ others: String
    ) {
        let html = html("\(first)::: معرض\n\(others)![أ](a.jpg)\n\(others)![ب](b.jpg)\n\nخاتمة")
        #expect(html.contains("class=\"gallery pairs\""))
        #expect(html.contains("خاتمة"))
    }

    @Test(arguments: [
        ("IMG_1234", true), ("img-20240124-wa0003", true), ("DSC01234.JPG", true), ("20240124_130501", true),
        ("WhatsApp Image 2024-01-24 at 13.05.01", true), ("fire-in-port", true), ("صورة المطر.jpg", true),
        ("rain", false), ("image of 1948", false), ("صورة من 1948", false), ("photo: Salma 2024", false),
        ("1948", false),
        ("", false),
    ]) func `The name of a file says nothing`(_ alt: String, _ isName: Bool) {
        let told = remarks("![\(alt)](media/fire-in-port.jpg)").contains { $0.hasPrefix("picture-named-by-file") }
        #expect(told == isName)
    }
}
