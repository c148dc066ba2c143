import Base
import Content
import Publishing
import Testing

@Suite struct LedgerTests {
    private func site(_ matter: String, body: String = "نص") throws -> Site {
        let tree = MemoryTree([
            "Content/site.yaml": "name: جريدة\nurl: https://example.org/\n",
            "Content/articles/2024-01-01-a.md": "---\ntitle: أ\ndate: 2024-01-01\nid: a\n\(matter)---\n\n\(body)\n",
        ])
        return try #require(
            loadSite(tree, LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1))).site)
    }

    @Test func aLedgerIsReadAsItWasWritten() throws {
        let ledger = Ledger([]).recording(try site("slug: مسار مع فراغ\nupdated: 2024-01-02\n"), as: nil).ledger
        let (read, problems) = Ledger.read(MemoryTree([Ledger.path: String(decoding: ledger.bytes, as: UTF8.self)]))
        #expect(read == ledger)
        #expect(problems == [])
        #expect(read.bytes == ledger.bytes)
    }

    @Test func recordingKeepsOldURLsForEver() throws {
        let first = Ledger([]).recording(try site("slug: one\n"), as: nil).ledger
        let second = first.recording(try site("slug: two\n"), as: nil).ledger
        #expect(second.entries.map(\.urls) == [[URLPath("2024/01/two/"), URLPath("2024/01/one/")]])
        #expect(second.recording(try site("slug: two\n"), as: nil).ledger == second)
    }

    @Test(arguments: [
        ("", "نص آخر", ["silent-change"]), ("updated: 2024-02-01\n", "نص آخر", []), ("tags: ماء\n", "نص", []),
        ("corrections: [{date: 2024-02-01, text: صُحّح}]\n", "نص آخر", []), ("summary: جديد\n", "نص", ["silent-change"]),
    ])
    func aTextThatChangesInSilenceIsRemarked(_ matter: String, _ body: String, _ ids: [String]) throws {
        let ledger = Ledger([]).recording(try site(""), as: nil).ledger
        let changed = try site(matter, body: body)
        #expect(ledger.problems(in: changed, paths: { changed.articles.map(\.url) }).map(\.id) == ids)
    }

    @Test func aLostAddressIsAnErrorWithItsFix() throws {
        let ledger = Ledger([]).recording(try site("slug: one\n"), as: nil).ledger
        let moved = try site("slug: two\n")
        let problems = ledger.problems(in: moved, paths: { moved.articles.map(\.url) })
        #expect(problems.map(\.id) == ["published-url-lost"])
        #expect(problems.first?.message.english.contains("aliases: [/2024/01/one/]") == true)
        #expect(ledger.problems(in: moved, paths: { [URLPath("2024/01/one/"), URLPath("2024/01/two/")] }) == [])
    }

    @Test func aLedgerWithLineEndsOfWindowsIsTheSame() throws {
        let ledger = Ledger([]).recording(try site("updated: 2024-01-02\n"), as: nil).ledger
        let windows = String(decoding: ledger.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
        let (read, problems) = Ledger.read(MemoryTree([Ledger.path: windows + "\r\n"]))
        #expect(problems == [])
        #expect(read == ledger && read.bytes == ledger.bytes)
    }

    @Test(arguments: ["rubbish", "a\tb\tc\td", "a\t0123456789abcdef0123456789abcdef\t-\t/../x/", "<<<<<<< HEAD"])
    func aDamagedLineIsReported(_ line: String) {
        let (_, problems) = Ledger.read(MemoryTree([Ledger.path: "\n\(line)\n"]))
        #expect(problems.map(\.id) == ["ledger"])
        #expect(problems.first?.location?.line == 2)
    }
}
