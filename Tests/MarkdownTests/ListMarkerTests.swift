import Markdown
import Testing

@Suite struct ListMarkerTests {
    @Test(arguments: [
        ("١. أول\n٢. ثان", "<ol>\n<li>أول</li>\n<li>ثان</li>\n</ol>\n"),
        ("1- أول\n2- ثان", "<ol>\n<li>أول</li>\n<li>ثان</li>\n</ol>\n"),
        ("٣) أول\n٤) ثان", "<ol start=\"3\">\n<li>أول</li>\n<li>ثان</li>\n</ol>\n"),
        ("۱- أول", "<ol>\n<li>أول</li>\n</ol>\n"),
        ("١ـ أول", "<ol>\n<li>أول</li>\n</ol>\n"),
        ("نص\n١. أول", "<p>نص</p>\n<ol>\n<li>أول</li>\n</ol>\n"),
        ("> ١. أول\n> ٢. ثان", "<blockquote>\n<ol>\n<li>أول</li>\n<li>ثان</li>\n</ol>\n</blockquote>\n"),
        ("١. أول\n   - فرع\n١٠. ثان", "<ol>\n<li>أول\n<ul>\n<li>فرع</li>\n</ul>\n</li>\n<li>ثان</li>\n</ol>\n"),
        ("١٢. أول\n\n    تتمة", "<ol start=\"12\">\n<li>\n<p>أول</p>\n<p>تتمة</p>\n</li>\n</ol>\n"),
    ])
    func numbersAreListsInEitherDigits(_ markdown: String, _ expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        "أ- بند", "2024. كان عامًا", "٢٠٢٤. كان عامًا", "1999) نص", "2011- نص", "1-0 للأهلي", "نص\n٢. لا", "1.نص", "-نص",
    ])
    func otherTextIsNoList(_ markdown: String) {
        #expect(!html(markdown).contains("<li>"))
        #expect(html(markdown).contains(markdown.suffix(4)))
    }

    @Test func yearsKeepTheirPoint() {
        #expect(html("2024. كان عامًا") == "<p>2024. كان عامًا</p>\n")
    }

    /// What follows stands where it would without the year.
    @Test func aYearBelowAnItemGoesOnWithIt() {
        #expect(
            html("- أ\n2024. ب\n    ::: aside ج\n  :::")
                == "<ul>\n<li>أ\n2024. ب\n<aside class=\"box\">\n<p class=\"box-title\">ج</p>\n</aside>\n</li>\n</ul>\n"
        )
    }

    @Test func aYearBehindANoteIsNotInIt() {
        #expect(html("أ[^1]\n\n[^1]: ب\n\n2024. ج").contains("</p>\n<p>2024. ج</p>\n<section"))
    }

    @Test func aMarkBeforeAMarkerHidesNothing() {
        #expect(html("\u{200F}- بند\n\u{200F}- آخر") == "<ul>\n<li>بند</li>\n<li>آخر</li>\n</ul>\n")
        #expect(html("\u{FEFF}\u{200F}## عنوان") == "<h2 id=\"عنوان\">عنوان</h2>\n")
    }

    @Test(arguments: ["```\n١. كود\n2024. كود\n```", "    ١. كود"])
    func codeStaysAsItIs(_ markdown: String) {
        #expect(html(markdown).contains("١. كود"))
    }
}
