import Base
import Content
import Foundation
import Markdown
import Testing

@testable import Import

@Suite struct FolderTextTests {
    /// The text of the first article of a folder with these files.
    private func body(
        _ system: FolderSystem, _ text: String, more: [String: String] = [:]
    ) throws -> (body: String, rows: [ReportRow.Finding]) {
        let root = NSTemporaryDirectory() + "folder-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let path = system == .jekyll ? "_posts/2024-01-24-a.md" : "content/posts/a.md"
        let head = "---\ntitle: عنوان\ndate: 2024-01-24\n---\n"
        let config =
            system == .jekyll
            ? ("_config.yml", "url: https://example.org\npermalink: /:title/\n")
            : ("hugo.toml", "baseURL = 'https://example.org/'\n")
        for (path, text) in more.merging([path: head + text, config.0: config.1], uniquingKeysWith: { $1 }) {
            let url = URL(fileURLWithPath: root + "/" + path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        let site = DiskTree(root: root + "/site")
        let reading = try FolderReading(DiskTree(root: root), system, language: nil, site: site)
        let options = ImportOptions(now: .epoch, arabic: false)
        let plan = try FolderPlan(reading, outlet: nil, extending: false, options, state: ImportState())
        let item = try #require(plan.items.first { $0.path == path })
        let article = FolderArticle(item, plan)
        return (article.file.body, article.rows)
    }

    private static let other = [
        "_posts/2024-01-20-b.md": "---\ntitle: ب\n---\nنص", "_posts/2024-01-21-c.md": "---\npublished: false\n---\nنص",
    ]

    @Test(arguments: [
        ("أ\n\n- ب\n- ج\n\n> د **هـ**\n", "أ\n\n- ب\n- ج\n\n> د **هـ**"),
        ("[ب]({% post_url 2024-01-20-b %})", "[ب](/b/)"), ("[ب]({{ '/b/' | relative_url }})‌ها", "[ب](/b/)‌ها"),
        ("[ب](https://www.example.org/b)", "[ب](/b/)"), ("[ج]({% post_url 2024-01-21-c %})", "ج"),
        ("[د](/gone/) و[هـ][1]\n\n[1]: /b/ \"ش\"", "د و[هـ][1]\n\n[1]: /b/ \"ش\""),
        ("[د][1]\n\n[1]: /gone/\n[2]: https://a.example/", "د\n\n[2]: https://a.example/"),
        ("{% highlight ruby %}\nx\n{% endhighlight %}", "```ruby\nx\n```"),
        ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"), ("أ {% comment %}ب{% endcomment %}ج", "أ ج"),
        ("{% if x %}أ{% else %}ب{% endif %}", "أ"), ("{% for p in site.posts %}أ{% endfor %}ب", "ب"),
        ("{% youtube abc %}", "https://www.youtube.com/watch?v=abc"),
        ("[أ](gone){:target=\"_blank\"}\n{: .x}\nب", "أ\nب"),
        ("* TOC\n{:toc}\n\nأ", "أ"), ("```\n<b>[x](/gone/)\n```", "```\n<b>[x](/gone/)\n```"),
        ("`<b>` [x](/gone/)", "`<b>` x"), ("    <b>[x](/gone/)", "    <b>[x](/gone/)"),
        ("أ<br>ب <b>ج</b> <span style='x'>د</span>", "أ\\\nب **ج** د"), ("أ<b>:</b>ب", "أ**:**ب"),
        ("<div markdown=\"1\">\n\n**أ**\n\n</div>", "**أ**"),
        ("<table><tr><th>أ</th></tr>\n\n<tr><td>ب</td></tr></table>", "| أ |\n|---|\n| ب |"),
        ("<iframe src=\"https://www.youtube.com/embed/abc\"></iframe>", "https://www.youtube.com/watch?v=abc"),
        ("<details><summary>أ</summary>\n\n**ب**\n\n</details>", "::: details أ\n\n**ب**\n\n:::"),
        ("أ[^1]", "أ\\[^1]"), ("::: x\nأ", "\\::: x\nأ"), ("<a href=\"/b/\">ب</a>", "[ب](/b/)"),
        ("<https://example.org/b>", "[https://example.org/b](/b/)"), ("[أ](javascript:x)", "أ"),
        ("![أ](data:image/png;base64,AAAA)", "أ"), ("<!--more-->\nأ", "أ"), ("أ  \nب", "أ  \nب"),
    ])
    func textsOfJekyllKeepTheirWordsAndLoseTheirTemplates(_ text: String, _ markdown: String) throws {
        #expect(try body(.jekyll, text, more: Self.other).body == markdown)
    }

    @Test(arguments: [
        ("{{< youtube abc >}}", "https://www.youtube.com/watch?v=abc"),
        ("أ {{< unknown >}}ب{{< /unknown >}} ج", "أ ب ج"), ("{{< x />}}\n\nأ", "أ"),
        ("{{< highlight go \"linenos=1\" >}}\nx\n{{< /highlight >}}", "```go\nx\n```"),
        ("{{</* x */>}}", "{{< x >}}"), ("[ب]({{< ref \"b.md\" >}})", "[ب](/posts/b/)"),
        ("[ب]({{% relref \"/posts/b\" %}})", "[ب](/posts/b/)"), ("[ب](../b/)", "[ب](/posts/b/)"),
        ("[ب](b.md#x)", "[ب](/posts/b/)"), ("[ج]({{< ref \"gone\" >}})", "ج"),
        ("{{< details \"أ\" >}}\nب\n{{< /details >}}", "::: details أ\nب\n:::"), ("{{ .Site }}", "{{ .Site }}"),
        ("{{< figure src=\"https://a.example/p.png\" caption=\"أ|ب\" >}}", "![أ|ب](https://a.example/p.png \"أ|ب |\")"),
        ("{{< x", "{{< x"), ("## أ\n\n[ب](#أ) [ج](#د)", "## أ\n\n[ب](#أ) ج"),
    ])
    func textsOfHugoKeepTheirWordsAndLoseTheirShortcodes(_ text: String, _ markdown: String) throws {
        let more = ["content/posts/b.md": "---\ntitle: ب\ndate: 2024-01-20\n---\nنص"]
        #expect(try body(.hugo, text, more: more).body == markdown)
    }

    @Test func whatIsCutIsTold() throws {
        #expect(try body(.jekyll, "{% include x.html a=1 %}").rows.contains(.init(.liquid, "{% include x.html a=1 %}")))
        #expect(try body(.hugo, "{{< x a=1 >}}").rows.contains(.init(.shortcode, "{{< x a=1 >}}")))
        #expect(try body(.jekyll, "[x](/gone/)").rows.contains(.init(.linkDead, "/gone/")))
        #expect(try body(.jekyll, "<center>x</center>").rows.contains(.init(.markup, "<center>")))
    }

    @Test(arguments: [
        "{{", "{%", "{% if %}", "{{ x", "[", "](", "![](", "<", "<a ", "<!--", "`", "{:", "[x]: ", "{{<", "{{< x >}}",
        "<details>",
        "<sup>", "(<", "[](data:", "\\", "[[[[", "<table>", "|",
    ])
    func aTextOfNothingButOneSignEndsInTime(_ sign: String) throws {
        let text = String(repeating: sign, count: 5000 / sign.utf8.count)
        for system in [FolderSystem.jekyll, .hugo] { _ = try body(system, text) }
    }
}
