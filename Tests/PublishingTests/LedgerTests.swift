import Base
import Content
import Publishing
import Testing

@Suite struct LedgerTests {
    private let load = LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))

    private func tree(_ matter: String, body: String = "نص", after ledger: Ledger? = nil) -> MemoryTree {
        let tree = MemoryTree([
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\n",
            "Content/articles/2024-01-01-a.md": "---\ntitle: أ\ndate: 2024-01-01\nid: a\n\(matter)---\n\n\(body)\n",
        ])
        tree[Ledger.path] = ledger?.bytes
        return tree
    }

    private func recorded(_ matter: String, after old: Ledger = Ledger([])) throws -> Ledger {
        old.recording(try #require(loadSite(tree(matter), load).site), as: nil).ledger
    }

    private func problems(_ matter: String, body: String = "نص", after ledger: Ledger) -> [Diagnostic] {
        Proof.pull(from: tree(matter, body: body, after: ledger), load).diagnostics.filter {
            ["silent-change", "published-url-lost", "published-url-taken", "ledger"].contains($0.id)
        }
    }

    @Test func aLedgerIsReadAsItWasWritten() throws {
        let ledger = try recorded("slug: مسار مع فراغ\nupdated: 2024-01-02\ntags: ماء، \"50%\"\nauthor: سلمى\n")
        let (read, problems) = Ledger.read(MemoryTree([Ledger.path: String(decoding: ledger.bytes, as: UTF8.self)]))
        #expect(read == ledger)
        #expect(problems == [])
        #expect(read.bytes == ledger.bytes)
    }

    @Test func everyKindHasALineAfterTheArticles() throws {
        let lines = String(decoding: try recorded("tags: ماء\nauthor: سلمى\nsection: علوم\n").bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("a\t") == true)
        #expect(
            lines.dropFirst() == [
                "سلمى\tauthor\t-\t/author/%D8%B3%D9%84%D9%85%D9%89/",
                "علوم\tsection\t-\t/section/%D8%B9%D9%84%D9%88%D9%85/", "ماء\ttag\t-\t/tag/%D9%85%D8%A7%D8%A1/",
            ])
    }

    @Test func recordingKeepsOldURLsForEver() throws {
        let first = try recorded("slug: one\n")
        let second = try recorded("slug: two\n", after: first)
        #expect(second.articles.map(\.urls) == [[URLPath("2024/01/two/"), URLPath("2024/01/one/")]])
        #expect(try recorded("slug: two\n", after: second) == second)
    }

    @Test(arguments: [
        ("", "نص آخر", ["silent-change"]), ("updated: 2024-02-01\n", "نص آخر", []), ("tags: ماء\n", "نص", []),
        ("corrections: [{date: 2024-02-01, text: صُحّح}]\n", "نص آخر", []), ("summary: جديد\n", "نص", ["silent-change"]),
    ])
    func aTextThatChangesInSilenceIsRemarked(_ matter: String, _ body: String, _ ids: [String]) throws {
        #expect(problems(matter, body: body, after: try recorded("")).map(\.id) == ids)
    }

    @Test func aLostAddressIsAnErrorWithItsFix() throws {
        let ledger = try recorded("slug: one\n")
        let lost = problems("slug: two\n", after: ledger)
        #expect(lost.map(\.id) == ["published-url-lost"])
        #expect(lost.first?.message.english.contains("aliases: [/2024/01/one/]") == true)
        #expect(problems("slug: two\naliases: [/2024/01/one/]\n", after: ledger) == [])
    }

    @Test func aLedgerWithLineEndsOfWindowsIsTheSame() throws {
        let ledger = try recorded("updated: 2024-01-02\ntags: ماء\n")
        let windows = String(decoding: ledger.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
        let (read, problems) = Ledger.read(MemoryTree([Ledger.path: windows + "\r\n"]))
        #expect(problems == [])
        #expect(read == ledger && read.bytes == ledger.bytes)
    }

    @Test func linesThatTwoBranchesAddedAreOne() throws {
        let one = "a\t00000000000000000000000000000001\t-\t/one/\nماء\ttag\t-\t/tag/x/\n"
        let two = "a\t00000000000000000000000000000002\t5\t/two/ /one/\nماء\ttag\t-\t/tag/y/\n"
        let (ledger, problems) = Ledger.read(MemoryTree([Ledger.path: one + two]))
        #expect(problems == [])
        #expect(ledger.entries.map(\.urls.count) == [2, 2])
        #expect(ledger.articles.first?.digest == "00000000000000000000000000000002")
        #expect(ledger.lists.first?.urls == [URLPath("tag/x/"), URLPath("tag/y/")])
    }

    @Test(arguments: [
        "rubbish", "a\tb\tc\td", "a\t0123456789abcdef0123456789abcdef\t-\t/../x/", "<<<<<<< HEAD", "ماء\ttag\t-\t",
        "ماء\twater\t-\t/x/",
    ])
    func aDamagedLineIsReported(_ line: String) {
        let (_, problems) = Ledger.read(MemoryTree([Ledger.path: "\n\(line)\n"]))
        #expect(problems.map(\.id) == ["ledger"])
        #expect(problems.first?.location?.line == 2)
        let site = tree("")
        site[Ledger.path] = Array("\n\(line)\n".utf8)
        #expect(Proof.pull(from: site, load).diagnostics.map(\.id).contains("ledger"), "a build says so too")
    }
}
