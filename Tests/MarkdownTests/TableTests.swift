import Markdown
import Testing

@Suite struct TableTests {
    private let scroller = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"جدول\">\n<table>\n"

    @Test func cellsHaveAlignmentAndInlineMarkup() {
        let expected =
            scroller
            + "<thead>\n<tr>\n<th scope=\"col\" class=\"start\">الدولة</th>\n<th scope=\"col\" class=\"center\">السكان</th>\n"
            + "<th scope=\"col\" class=\"end\">النسبة</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
            + "<td class=\"start\"><strong>مصر</strong></td>\n<td class=\"center\">أ|ب</td>\n"
            + "<td class=\"end\"><code dir=\"ltr\">a|b</code></td>\n</tr>\n</tbody>\n</table>\n</div>\n"
        #expect(
            html("| الدولة | السكان | النسبة |\n|:---|:---:|---:|\n| **مصر** | أ\\|ب | `a\\|b` |") == expected)
    }

    @Test func referencesWorkInCells() {
        #expect(html("| [أ][r] | ب |\n|-|-|\n\n[r]: /x").contains("<th scope=\"col\"><a href=\"/x\">أ</a></th>"))
    }

    @Test func outerPipesMayBeMissingAndShortRowsAreFilled() {
        let table = html("أ | ب\n--- | ---\n1 | 2\n3\n\nبعد")
        #expect(table.contains("<td>1</td>\n<td>2</td>"))
        #expect(table.contains("<td>3</td>\n<td></td>"))
        #expect(table.hasSuffix("</div>\n<p>بعد</p>\n"))
    }

    @Test func aLongRowKeepsItsTextAndIsReported() {
        let body = "| أ | ب |\n|-|-|\n| 1 | 2 | 3 |"
        #expect(remarks(body) == ["table-row-too-long @ 3"])
        #expect(html(body).contains("<td>1</td>\n<td>2 | 3</td>\n</tr>"))
    }

    @Test func aLonePipeIsAnEmptyRow() {
        let table = html("| أ | ب |\n|---|---|\n| ج | د |\n|\n| هـ | و |")
        #expect(table.contains("<tr>\n<td></td>\n<td></td>\n</tr>\n<tr>\n<td>هـ</td>\n<td>و</td>\n</tr>\n</tbody>"))
    }

    @Test(arguments: ["|\n|\nنص", "نص\n|\n|\nنص", "|\n|---|\nنص", "نص\n\n|"])
    func aLonePipeElsewhereIsText(_ markdown: String) {
        #expect(html(markdown) == "<p>" + markdown.split(separator: "\n\n").joined(separator: "</p>\n<p>") + "</p>\n")
    }

    @Test(arguments: ["نص\n    | أ | ب |\n| --- | --- |\n| ج | د |", "نص\n\t| أ | ب |\n| --- | --- |\n| ج | د |"])
    func anIndentedHeadBelowAParagraphIsAHead(_ markdown: String) {
        let table = html(markdown)
        #expect(table.hasPrefix("<p>نص</p>\n" + scroller) && table.contains("<td>ج</td>\n<td>د</td>"))
    }

    @Test func anIndentedHeadStaysInItsItem() {
        let list = html("- نص\n\t\t| أ |\n\t| - |\n- آخر")
        #expect(list.hasPrefix("<ul>\n<li>نص\n" + scroller) && list.hasSuffix("</div>\n</li>\n<li>آخر</li>\n</ul>\n"))
    }

    @Test func aYearInACellIsNoItem() {
        #expect(
            html("2024. أ | ب\n---|---\n1999. ج\nنص").contains("<td>1999. ج</td>\n<td></td>\n</tr>\n<tr>\n<td>نص</td>"))
    }

    @Test func tablesStandInQuotesAndLists() {
        #expect(html("> | أ |\n> | - |\n> | ب |\n\nنص").hasSuffix("</div>\n</blockquote>\n<p>نص</p>\n"))
        let list = html("- بند\n  | أ | ب |\n  |---|---|\n  | 1 | 2 |\n- آخر")
        #expect(list.hasPrefix("<ul>\n<li>بند\n" + scroller))
        #expect(list.hasSuffix("</div>\n</li>\n<li>آخر</li>\n</ul>\n"))
    }

    @Test(arguments: [
        "| أ | ب |\n|---|", "| أ | ب |\n| --- | -x- |", "| أ | ب |\n\n|---|---|", "أ | ب\nج | د", "| أ | ب |",
        "أ\n---", "| أ |\n|  |",
    ])
    func malformedTablesStayText(_ markdown: String) {
        #expect(!html(markdown).contains("<table>"))
    }

    @Test func tablesInCodeStayCode() {
        #expect(html("```\n| أ |\n|---|\n```") == "<pre dir=\"ltr\"><code>| أ |\n|---|\n</code></pre>\n")
    }

    @Test func aTableInterruptsAParagraph() {
        #expect(html("نص\n| أ |\n|---|\n| ب |").hasPrefix("<p>نص</p>\n" + scroller))
    }

    @Test func latinCellsReadLeftToRight() {
        let settings = MarkdownSettings(latinLanguage: "fr")
        #expect(
            html("| Pays du monde | أ |\n|-|-|", settings).contains("<th scope=\"col\" dir=\"ltr\" lang=\"fr\">Pays"))
    }

    @Test func theTextHasALineARow() {
        #expect(String(decoding: document("| أ | ب |\n|-|-|\n| 1 | 2 |").text, as: UTF8.self) == "أ\tب\n1\t2\n")
    }
}
