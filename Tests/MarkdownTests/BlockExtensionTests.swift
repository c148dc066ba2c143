import ArabicText
import Base
@testable import Markdown
import Testing

@Suite struct FigureTests {
    @Test(arguments: [
        ("![غيمة](a.jpg \"غيمة\")", "<figcaption>غيمة</figcaption>"),
        ("![غيمة](a.jpg \"غيمة | سلمى\")", "<figcaption>غيمة <small"),
        ("نص ![غيمة](a.jpg \"غيمة\")", "alt=\"غيمة\""),
    ]) func titleThatSaysWhatTheAlternativeSaysStandsOnce(_ markdown: String, _ expected: String) {
        let html = html(markdown)
        #expect(html.contains(expected))
        #expect(html.ranges(of: "غيمة").count == 1)
        #expect(html.contains(" alt=\""))
    }

    @Test func anImageAloneIsAFigureWithCaptionAndCredit() {
        #expect(
            html("![وصف](a.jpg \"مزرعة شمالي كينيا | تصوير: المكتب\")")
                == "<figure>\n<img src=\"a.jpg\" alt=\"وصف\" decoding=\"async\" fetchpriority=\"high\" />\n<figcaption>مزرعة شمالي كينيا "
                + "<small class=\"credit\">تصوير: المكتب</small></figcaption>\n</figure>\n")
    }

    @Test func picturesAreResolvedAndOnlyTheFirstIsNotLazy() {
        let body = "![أ](a b)\n\n![ب](<ب.jpg>)\n\nنص ![ج](c.jpg)"
        let document = Renderer().render(Array(body.utf8)) {
            $0 == "ب.jpg" ? ResolvedPicture(source: "/b.jpg?a&b", width: 640, height: 480) : nil
        }
        let text = String(decoding: document.html, as: UTF8.self)
        #expect(
            text.contains(
                "<img src=\"/b.jpg?a&amp;b\" alt=\"ب\" width=\"640\" height=\"480\" decoding=\"async\" fetchpriority=\"high\" />"
            )
        )
        #expect(text.contains("<img src=\"c.jpg\" alt=\"ج\" decoding=\"async\" loading=\"lazy\" />"))
        #expect(document.pictures.map(\.destination) == ["ب.jpg", "c.jpg"])
        #expect(document.pictures.map(\.alt) == ["ب", "ج"])
    }

    @Test func aLinkMayHoldTheFigure() {
        #expect(
            html("[![أ](a.jpg)](/x)")
                == "<figure>\n<a href=\"/x\"><img src=\"a.jpg\" alt=\"أ\" decoding=\"async\" fetchpriority=\"high\" /></a>\n</figure>\n"
        )
    }

    @Test func aPictureWithoutTextIsAdvisedOn() {
        #expect(remarks("![](a.jpg)") == ["picture-without-alt @ a.jpg)"])
    }
}

@Suite struct QuotationTests {
    @Test func theLastLineNamesTheSpeaker() {
        let expected =
            "<figure class=\"quote\">\n<blockquote>\n<p>نطلب شراكة</p>\n</blockquote>\n"
            + "<figcaption><strong>فلان</strong></figcaption>\n</figure>\n"
        #expect(html("> نطلب شراكة\n> — **فلان**") == expected)
        #expect(html("> نطلب شراكة\n>\n> -- **فلان**") == expected)
    }

    @Test func otherQuotesStayQuotes() {
        #expect(html("> نص\n> - بند") == "<blockquote>\n<p>نص</p>\n<ul>\n<li>بند</li>\n</ul>\n</blockquote>\n")
        #expect(html("> نص — فلان") == "<blockquote>\n<p>نص — فلان</p>\n</blockquote>\n")
    }

    /// Two blanks or a backslash at the end of a line, as in CommonMark.
    @Test func versesKeepTheirLinesWithAHardBreak() {
        let verse = "<blockquote>\n<p>قفا نبكِ<br />\nبسقط اللوى</p>\n</blockquote>\n"
        #expect(html("> قفا نبكِ  \n> بسقط اللوى") == verse)
        #expect(html("> قفا نبكِ\\\n> بسقط اللوى") == verse)
        #expect(html("> قفا نبكِ  \n> بسقط اللوى  \n> — امرؤ القيس").contains(verse))
    }

    @Test func aMarkerMakesAPullQuoteOrABox() {
        #expect(
            html("> [!pull]\n> نص")
                == "<figure class=\"pullquote\">\n<blockquote>\n<p>نص</p>\n</blockquote>\n</figure>\n")
        #expect(
            html("> [!إطار] عنوان\n> نص")
                == "<aside class=\"box\">\n<p class=\"box-title\">عنوان</p>\n<p>نص</p>\n</aside>\n")
    }

    @Test(arguments: ["> [!pull] اقتباس **بارز**", "> [!اقتباس]   اقتباس **بارز**", "> [!pull]\n> اقتباس **بارز**"])
    func aPullQuoteMayBeginBehindItsMarker(_ markdown: String) {
        #expect(
            html(markdown)
                == "<figure class=\"pullquote\">\n<blockquote>\n<p>اقتباس <strong>بارز</strong></p>\n</blockquote>\n</figure>\n"
        )
        #expect(String(decoding: document(markdown).text, as: UTF8.self) == "اقتباس بارز\n")
    }
}

@Suite struct BoxTests {
    @Test(arguments: ["pullquote", "quote", "اقتباس"])
    func aPullQuoteNamesItsSpeaker(_ name: String) {
        #expect(
            html("::: \(name)\nنص\n— فلان\n:::")
                == "<figure class=\"pullquote\">\n<blockquote>\n<p>نص</p>\n</blockquote>\n"
                + "<figcaption>فلان</figcaption>\n</figure>\n")
    }

    @Test func aPullQuoteKeepsItsTitleBesideItsSpeaker() {
        #expect(html("::: pullquote فلان\nنص\n:::").contains("<figcaption>فلان</figcaption>"))
        #expect(html("::: pullquote عنوان\nنص\n— فلان\n:::").contains("<figcaption>فلان<br />\nعنوان</figcaption>"))
    }

    @Test(arguments: ["aside", "إطار"])
    func anAsideHasATitle(_ name: String) {
        #expect(
            html(":::\(name) عنوان **مهم**\n- بند\n:::\nبعد")
                == "<aside class=\"box\">\n<p class=\"box-title\">عنوان <strong>مهم</strong></p>\n"
                + "<ul>\n<li>بند</li>\n</ul>\n</aside>\n<p>بعد</p>\n")
    }

    @Test(arguments: ["details", "تفاصيل"])
    func detailsHaveASummary(_ name: String) {
        #expect(html("::: \(name)\nنص\n:::") == "<details>\n<summary>تفاصيل</summary>\n<p>نص</p>\n</details>\n")
        #expect(html("::: \(name) الأرقام\nنص\n:::").hasPrefix("<details>\n<summary>الأرقام</summary>\n"))
    }

    @Test func boxesStandInOneAnother() {
        #expect(
            html("::: aside\nأ\n::: details\nب\n:::\nج\n:::")
                == "<aside class=\"box\">\n<p>أ</p>\n<details>\n<summary>تفاصيل</summary>\n<p>ب</p>\n</details>\n"
                + "<p>ج</p>\n</aside>\n")
    }

    @Test func anOpenBoxEndsWithItsContainerAndIsReported() {
        #expect(html("> ::: aside\n> نص\n\nبعد").hasSuffix("<p>نص</p>\n</aside>\n</blockquote>\n<p>بعد</p>\n"))
        #expect(remarks("نص\n\n::: aside\nنص") == ["box-not-closed @ :::"])
        #expect(remarks("نص\n\n:::") == ["box-not-open @ :::"])
    }

    @Test func anUnknownNameGetsASuggestion() throws {
        let remark = try #require(document("::: asid\nنص\n:::").remarks.first)
        #expect(remark.message.english == "no box is called “asid”; did you mean “aside”?")
        #expect(html("::: asid\nنص\n:::") == "<p>نص</p>\n")
    }

    /// A tag alone in its line goes on with a paragraph that it is not in.
    @Test func aBoxBehindATagBelowAnItemIsABox() {
        #expect(html("- أ\n<a>\n~~~\n\n::: aside").contains("<pre dir=\"ltr\"><code>\n::: aside\n</code></pre>"))
        #expect(
            html("- أ\n<a>\n\n::: aside ب\n:::").hasSuffix(
                "</ul>\n<aside class=\"box\">\n<p class=\"box-title\">ب</p>\n</aside>\n"))
    }

    @Test func aBoxBelowADefinitionInAnItemIsABox() {
        let item = "<li>\n<aside class=\"box\">\n<p class=\"box-title\">ب</p>\n</aside>\n</li>"
        #expect(html("- [f]: /\n\n\n    ::: aside ب\n").contains(item))
    }

    @Test func boxesInCodeAreCode() {
        #expect(html("```\n::: aside\n```") == "<pre dir=\"ltr\"><code>::: aside\n</code></pre>\n")
    }
}

@Suite struct HeadingTests {
    @Test func idsAreArabicAndUnique() {
        let document = document("## ما الذي تغيّر؟\n## ما الذي تغيّر؟\n### !!\n## نص {#why}\n## نص {#why}")
        #expect(document.outline.map(\.id) == ["ما-الذي-تغير", "ما-الذي-تغير-2", "section", "why", "why-2"])
        #expect(document.outline.map(\.level) == [2, 2, 3, 2, 2])
        #expect(document.outline.map(\.title) == ["ما الذي تغيّر؟", "ما الذي تغيّر؟", "!!", "نص", "نص"])
        #expect(document.anchors == document.outline.map(\.id))
        #expect(document.remarks.map(\.id) == ["heading-id-twice"])
    }

    @Test func noHeadingTakesAnIDOfThePage() {
        var settings = MarkdownSettings()
        settings.takenIDs = ["share", "top"]
        let document = Renderer(settings).render(Array("## نص\n\n## Share\n\n## نص\n\n## Share\n\n## Top {#top}".utf8))
        #expect(document.outline.map(\.id) == ["نص", "share-2", "نص-2", "share-3", "top-2"])
        #expect(document.anchors == document.outline.map(\.id))
    }

    @Test func theHeadlineIsNotRepeated() {
        let renderer = Renderer()
        let body = Array("# قِمّةُ نيروبي\n\n# قمة نيروبي".utf8)
        #expect(
            String(decoding: renderer.render(body, headline: "قمة نيروبي").html, as: UTF8.self)
                == "<h1 id=\"قمة-نيروبي\">قمة نيروبي</h1>\n")
        #expect(renderer.render(Array("نص\n\n# قمة".utf8), headline: "قمة").outline.count == 1)
    }

    @Test(arguments: [
        "هل تنجح كينيا؟", "قمة الـ20 في نيروبي", "C++ و Swift 6.3", "بيان: «لا»، ثم/لا", "مُحمّد", "", "---", "٢٠٢٤ عام",
        "Ünïcode", "أحمد ؛ سعيد", "100% نعم", "a_b c", "İ", "ﷺ", "لا\u{200C}يمكن",
    ])
    func anIDIsTheSlugOfItsTitle(_ title: String) {
        let heading = document("# \(title)").outline.first
        let slug = slug(heading?.title ?? "", style: .arabic)
        #expect(heading?.id == (slug.isEmpty ? "section" : slug))
    }
}
