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

    @Test func aLongRowIsCutAndReported() {
        #expect(remarks("| أ | ب |\n|-|-|\n| 1 | 2 | 3 |") == ["table-row-too-long @ 3"])
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
