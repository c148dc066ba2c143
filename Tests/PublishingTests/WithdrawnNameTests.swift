import Base
import Content
import Publishing
import Testing

@Suite struct WithdrawnNameTests {
    private let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))

    private func tree(_ more: [String: String] = [:]) -> MemoryTree {
        var files = [
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\nfeeds: {authors: rss}\n",
            "Content/authors/salma.md": "---\nname: سلمى الطحان\nrole: مراسلة\n---\nنبذة\n",
            "Content/pages/about.md": "---\ntitle: من نحن\n---\nتكتب [سلمى الطحان](/author/salma/) من بيروت.\n",
            "Content/redirects.tsv": "/writers/salma /author/salma/\n/سلمى-الطحان/ /about/\n/x/ /about/\n",
            "Templates/article.html":
                "<html>{{ article.title }}{% for author in article.authors %}{{ author.name }}{% endfor %}{{ article.html }}</html>",
            "Templates/list.html": "{{ list.title }}", "Templates/page.html": "{{ body }}",
            "Templates/terms.html": "", "Templates/corrections.html": "", "Templates/404.html": "",
            "Templates/home.html": "",
        ]
        for number in 1...30 {
            let author = [
                "author: سلمى الطحان", "author: سَلمى الطحّان، كريم السقاء",
                "authors: [كريم السقاء, {name: سلمى الطحان, role: تصوير}]",
            ]
            files["Content/articles/2024-01-\(number < 10 ? "0" : "")\(number)-a\(number).md"] =
                "---\ntitle: خبر \(number)\ndate: 2024-01-\(number < 10 ? "0" : "")\(number)\n\(author[number % 3])\n---\nنص وسلمى الطحان.\n"
        }
        return MemoryTree(files.merging(more) { $1 })
    }

    private func published(_ tree: MemoryTree) -> MemoryTree {
        let output = MemoryTree()
        let outcome = Build(load).run(from: tree, to: output, named: "Public")
        #expect(!outcome.hasErrors, "\(outcome.diagnostics.filter { $0.severity == .error })")
        return output
    }

    private func isIn(_ output: MemoryTree, _ name: String = "سلمى الطحان") -> [String] {
        let search = NameSearch(name)
        return output.paths.filter { search.isIn($0) || !search.matches(in: output[$0] ?? []).isEmpty }
    }

    @Test func theNameIsInNoFileOfTheSite() throws {
        let comment =
            #"{"id": "a", "name": "سلمى الطحان", "date": "2024-02-01T10:00:00Z", "text": "أنا سلمى الطحان."}"# + "\n"
        let tree = tree(["Content/comments/2024-01-01-a1.jsonl": comment])
        let before = published(tree)
        #expect(!isIn(before).isEmpty)
        let withdrawn = try WithdrawnName("سلمى الطحان", as: "مكتب بيروت", in: tree, load)
        #expect(withdrawn.newErrors == [] && withdrawn.kept == [] && withdrawn.leaks == [] && withdrawn.isVerified)
        try withdrawn.write(to: tree)
        let after = published(tree)
        #expect(isIn(after) == [] && isIn(tree) == [])
        #expect(
            String(
                decoding: after["2024/01/a1/comments.xml"] ?? tree["Content/comments/2024-01-01-a1.jsonl"] ?? [],
                as: UTF8.self
            )
            .contains("أنا مكتب بيروت."))
        #expect(after["author/salma/index.html"] == nil && tree["Content/authors/salma.md"] == nil)
        #expect(after["author/مكتب-بيروت/index.html"] != nil)
        let articles = { (tree: MemoryTree) in tree.paths.filter { $0.hasPrefix("2024/01/") } }
        #expect(articles(after) == articles(before) && articles(after).count == 30)
        let rules = String(decoding: tree["Content/redirects.tsv"] ?? [], as: UTF8.self)
        #expect(rules == "/writers/salma /author/مكتب-بيروت/\n/x/ /about/\n")
    }

    @Test func nothingIsWrittenBeforeItIsAskedFor() throws {
        let tree = tree()
        let before = tree.paths.map { tree[$0] }
        _ = try WithdrawnName("سلمى الطحان", as: "مكتب بيروت", in: tree, load)
        #expect(tree.paths.map { tree[$0] } == before)
    }

    @Test func anotherPersonKeepsTheirName() throws {
        let tree = tree([
            "Content/articles/2024-02-01-b.md":
                "---\ntitle: آخر\ndate: 2024-02-01\nauthor: هند سلمى الطحان\n---\nهند سلمى الطحان.\n"
        ])
        try WithdrawnName("سلمى الطحان", as: "مكتب بيروت", in: tree, load).write(to: tree)
        let other = String(decoding: tree["Content/articles/2024-02-01-b.md"] ?? [], as: UTF8.self)
        #expect(try WithdrawnName("كريم السقاء", as: "مكتب بيروت", in: tree, load).leaks == [])
        #expect(other.contains("author: هند سلمى الطحان\n---\nهند سلمى الطحان."))
    }

    @Test func anAddressThatSpellsTheNameStaysAndIsTold() throws {
        let tree = tree([
            "Content/articles/2024-02-01-حوار-سلمى-الطحان.md": "---\ntitle: حوار\ndate: 2024-02-01\n---\nنص\n"
        ])
        let withdrawn = try WithdrawnName("سلمى الطحان", as: "مكتب بيروت", in: tree, load)
        #expect(withdrawn.kept.map(\.id) == ["withdraw-kept"])
        #expect(withdrawn.leaks.contains("2024/02/حوار-سلمى-الطحان/index.html"))
    }

    @Test func picturesAndTheirUsesAreRenamedTogether() throws {
        let tree = tree([
            "Content/articles/2024-02-01-b.md":
                "---\ntitle: ب\ndate: 2024-02-01\n---\n[ملف](/assets/سلمى-الطحان.txt)\n",
            "Content/assets/سلمى-الطحان.txt": "نص",
        ])
        try WithdrawnName("سلمى الطحان", as: "مكتب بيروت", in: tree, load).write(to: tree)
        #expect(tree["Content/assets/مكتب-بيروت.txt"] != nil && tree["Content/assets/سلمى-الطحان.txt"] == nil)
        #expect(isIn(published(tree)) == [])
    }

    @Test(arguments: [
        ("سلمى الطحّن", "مكتب بيروت", "withdraw-name"), ("سلمى الطحان", "مكتب: بيروت", "withdraw-desk"),
        ("سلمى الطحان", "مكتب سلمى الطحان", "withdraw-desk"), ("سلمى الطحان", "", "withdraw-desk"),
    ])
    func namesThatCannotBeAreRefused(_ name: String, _ desk: String, _ id: String) {
        do throws(Diagnostic) {
            _ = try WithdrawnName(name, as: desk, in: tree(), load)
            Issue.record("not refused")
        } catch {
            #expect(error.id == id)
        }
    }
}
