import Testing

@testable import Markdown

@Suite struct EmphasisRepairTests {
    @Test(arguments: [
        // The five of everyday news.
        ("و**«الرئيس»** قال", "و<strong>«الرئيس»</strong> قال"),
        ("بـ**\"القاهرة\"** أمس", "بـ<strong>&quot;القاهرة&quot;</strong> أمس"),
        ("**الدول (كينيا)**و**(إثيوبيا)**", "<strong>الدول (كينيا)</strong>و<strong>(إثيوبيا)</strong>"),
        ("**نص:**ثم", "<strong>نص:</strong>ثم"),
        ("**20٪**من", "<strong>20٪</strong>من"),
        // One star, underscores, three stars.
        ("و*«الرئيس»* قال", "و<em>«الرئيس»</em> قال"),
        ("و_«الرئيس»_ قال", "و<em>«الرئيس»</em> قال"),
        ("و__«الرئيس»__ قال", "و<strong>«الرئيس»</strong> قال"),
        ("و***«الرئيس»***و", "و<em><strong>«الرئيس»</strong></em>و"),
        ("_نص:_ثم", "<em>نص:</em>ثم"),
        ("و_الرئيس_ قال", "و<em>الرئيس</em> قال"),
        // Nested.
        ("**نص *«مائل»*و** بعد", "<strong>نص <em>«مائل»</em>و</strong> بعد"),
        ("**_نص_**و", "<strong><em>نص</em></strong>و"),
        ("و**_نص_** قال", "و<strong><em>نص</em></strong> قال"),
        ("**نص:*مهم*ثم**", "<strong>نص:<em>مهم</em>ثم</strong>"),
        // What may stand inside.
        ("و**[رابط](/a)**و", "و<strong><a href=\"/a\">رابط</a></strong>و"),
        ("و**`x`**و", "و<strong><code dir=\"ltr\">x</code></strong>و"),
        ("و**#هاشتاغ** ثم", "و<strong>#هاشتاغ</strong> ثم"),
        ("و**(شرح)**،", "و<strong>(شرح)</strong>،"),
        ("ل**“الحياة”**ثم", "ل<strong>“الحياة”</strong>ثم"),
        ("و**”الحياة“** ثم", "و<strong>”الحياة“</strong> ثم"),
        ("**من؟**نعم **لا!**ثم", "<strong>من؟</strong>نعم <strong>لا!</strong>ثم"),
        ("**(أ)**، و**(ب)**؛ و**(ج)**.", "<strong>(أ)</strong>، و<strong>(ب)</strong>؛ و<strong>(ج)</strong>."),
        ("**«أ»**و**«ب»**و**«ج»**", "<strong>«أ»</strong>و<strong>«ب»</strong>و<strong>«ج»</strong>"),
        ("**&laquo;نص&raquo;**و", "<strong>«نص»</strong>و"),
        ("و**«نص\nطويل»**و", "و<strong>«نص\nطويل»</strong>و"),
        // Nothing but punctuation, or what begins with it.
        ("كلمة**:**", "كلمة<strong>:</strong>"), ("كلمة**:** ثم", "كلمة<strong>:</strong> ثم"),
        ("كلمة**؟!**ثم", "كلمة<strong>؟!</strong>ثم"), ("قال**: نعم** ثم", "قال<strong>: نعم</strong> ثم"),
        ("**كلمة**: و**كلمة**", "<strong>كلمة</strong>: و<strong>كلمة</strong>"),
        // Already right in CommonMark, and to stay so.
        ("«**نص**» و(**نص**)", "«<strong>نص</strong>» و(<strong>نص</strong>)"),
        ("و**الرئيس**و", "و<strong>الرئيس</strong>و"),
        ("**نص**(شرح) و**«آخر»**.", "<strong>نص</strong>(شرح) و<strong>«آخر»</strong>."),
        ("نص:**مهم** ثم", "نص:<strong>مهم</strong> ثم"),
        // No emphasis is meant.
        ("#كأس_العالم_ هنا_", "#كأس_العالم_ هنا_"),
        ("السعر*، ثم الكمية* والنوع", "السعر*، ثم الكمية* والنوع"),
        ("السعر**، ثم الكمية **والنوع", "السعر**، ثم الكمية **والنوع"),
        ("5 * 3 = 15 و**«ب»**", "5 * 3 = 15 و<strong>«ب»</strong>"),
    ])
    func boldComesOutBold(_ markdown: String, _ expected: String) {
        #expect(html(markdown) == "<p>\(expected)</p>\n")
    }

    @Test(arguments: [
        "`و**«كود»**`", "```\nو**«كود»**\n```", "[x](/a_«b»_c \"و**«عنوان»**\")", "    و**«كود»**",
        "<http://x/و**«a»**>",
        "![و**«أ»**](a.jpg \"و**«ب»**\")",
    ])
    func nothingOfTheRepairIsSeen(_ markdown: String) {
        let bytes = Renderer().render(Array(markdown.utf8)).html
        #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.value == 0x2CFE })
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A })
    }

    @Test(arguments: ["**", "__"], ["1-", "1.", "١.", "-"])
    func boldReachesOverItems(_ run: String, _ marker: String) {
        let list = html("\(run)قال:\n\(marker) أول\n\(marker) ثان.\(run)\n\nبعد")
        #expect(list.hasPrefix("<p><strong>قال:</strong></p>\n"))
        #expect(list.contains("<li><strong>أول</strong></li>\n<li><strong>ثان.</strong></li>\n"))
        #expect(list.hasSuffix("l>\n<p>بعد</p>\n"))
    }

    @Test(arguments: [
        "**قال:\n- أول\n- ثان", "**قال:\n- أول\n\n- ثان.**", "**قال:\n- أول **مهم** هنا", "**قال:\n- أول\n# ثان.**",
    ])
    func boldThatNoItemClosesStaysAsItIs(_ markdown: String) {
        #expect(html(markdown).hasPrefix("<p>**قال:</p>\n<ul>\n<li>"))
    }

    @Test func boldThatDoesNotCloseIsAdvisedOn() {
        #expect(remarks("أ\n\nنص **مهم") == ["bold-not-closed @ **مهم"])
        #expect(remarks("نص ** مهم **") == ["bold-not-closed @ **"])
        #expect(remarks("**أول** ثم [رابط](/x_**) ثم\nنص **ثانٍ") == ["bold-not-closed @ **ثانٍ"])
        #expect(remarks("نص **مهم** و`**`").isEmpty)
    }

    @Test func textThatHoldsTheJointItselfKeepsIt() {
        #expect(html("و**«الرئيس»** \u{2CFE}") == "<p>و<strong>«الرئيس»</strong> \u{2CFE}</p>\n")
    }

    @Test(arguments: try CommonMarkExample.all())
    func noExampleOfTheSpecificationIsRepaired(_ example: CommonMarkExample) {
        Array(example.markdown.utf8).withUnsafeBufferPointer { body in
            var scan = BodyScan(body)
            scan.run()
            #expect(scan.inline.joint == nil || !scan.noteUses.isEmpty)
        }
    }
}
