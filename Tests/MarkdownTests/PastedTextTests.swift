import Markdown
import Testing

/// Text as people paste it from word processors and messengers.
@Suite struct PastedTextTests {
    @Test func linesOfTabsAreATable() {
        let table = html("الاسم\tالعدد\nتمر\t12\nتين\t\n\nنص")
        #expect(table.contains("<th scope=\"col\">الاسم</th>\n<th scope=\"col\">العدد</th>"))
        #expect(table.contains("<td>تمر</td>\n<td>12</td>"))
        #expect(table.contains("<td>تين</td>\n<td></td>"))
        #expect(table.hasSuffix("</table>\n</div>\n<p>نص</p>\n"))
    }

    @Test func emptyFirstCellStays() {
        #expect(html("أ\tب\tج\n\t1\t2").contains("<td></td>\n<td>1</td>\n<td>2</td>"))
    }

    @Test(arguments: ["أ\tب", "\tشيفرة\n\tشيفرة", "أ\tب\nج", "```\nأ\tب\nج\tد\n```"])
    func otherTabsMakeNone(_ text: String) { #expect(!html(text).contains("<table")) }

    @Test(arguments: ["• أول\n• ثان", "•أول\n•ثان", "·\tأول\n·\tثان", "▪ أول\n▪ ثان", "\u{F0B7} أول\n\u{F0B7} ثان"])
    func bulletsAreAList(_ text: String) {
        #expect(html(text) == "<ul>\n<li>أول</li>\n<li>ثان</li>\n</ul>\n")
    }

    @Test func bulletInTheTextIsNone() {
        #expect(html("قلب·نص\nأ • ب") == "<p>قلب·نص\nأ • ب</p>\n")
        #expect(html("•أول\n  تتمة\n• ثان").ranges(of: "<li>").count == 2)
    }

    @Test func questionsAndAnswersKeepTheirLines() {
        #expect(
            html("س: كيف بدأتم هذا المشروع الكبير في تلك القرية البعيدة عن كل طريق؟\nج: بدأنا بالماء.")
                == "<p>س: كيف بدأتم هذا المشروع الكبير في تلك القرية البعيدة عن كل طريق؟<br />\nج: بدأنا بالماء.</p>\n")
        #expect(html("**س ١:** كيف بدأتم هذا المشروع الكبير في تلك القرية البعيدة؟\n**ج:** بالماء.").contains("<br />"))
    }

    @Test(arguments: [
        "أحمد\nسعيد\nمنى", "الأهلي 2 - 1 الزمالك\nالاتحاد 0 - 0 المصري\nسموحة 1 - 3 إنبي",
        "المكان: القاهرة\nالموعد: الأحد",
    ]) func shortLinesThatAreAlikeKeepTheirEnds(_ text: String) {
        #expect(html(text).ranges(of: "<br />").count == text.split(separator: "\n").count - 1)
    }

    @Test(arguments: [
        "نص\nنص", "أحمد\nسعيد\nوهذا سطر طويل من نثر لفّه المحرر بيده كما يفعل من يكتب في محرر نصوص قديم",
        "[أ]: /x\n[ب]: /y\n[ج]: /z",
    ]) func proseFlows(_ text: String) { #expect(!html(text).contains("<br />")) }

    @Test func keptLinesAreKeptEverywhereButInCodeAndPoems() {
        var settings = MarkdownSettings()
        settings.keepsLines = true
        #expect(html("نص\nنص", settings) == "<p>نص<br />\nنص</p>\n")
        #expect(html("> نص\n> نص", settings).contains("نص<br />\nنص"))
        #expect(html("نص  \nنص\\\nنص", settings) == "<p>نص<br />\nنص<br />\nنص</p>\n")
        #expect(!html("```\nأ\nب\n```", settings).contains("<br />"))
    }

    @Test func signsThatMayMeanMoreAreAdvisedOn() {
        #expect(remarks("-قال الوزير") == ["dialogue-dash @ -قال"])
        #expect(remarks("سأل.\n– قال نعم") == ["dialogue-dash @ –"])
        #expect(remarks("– قال نعم") == [])
        #expect(remarks("> نطلب شراكة\n> — فلان") == [])
        #expect(remarks("::: اقتباس\nنطلب شراكة\n— فلان\n:::") == [])
        #expect(remarks("#غزة اليوم") == ["hashtag-line @ #غزة"])
        #expect(remarks("-5 درجات") == [])
        #expect(remarks("```\n-قال\n#غزة\n```\n\n::: شعر\n-قال\n#غزة\n:::") == [])
    }

    @Test(arguments: ["تقرير الحكومة.pdf", "مقابلة كاملة.mp3", "بيانات عام 2024.csv"])
    func filesMayHaveBlanksInTheirNames(_ name: String) {
        #expect(document("[التقرير](\(name))").links.map(\.destination) == [name])
    }
}
