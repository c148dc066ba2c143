import Base
import Foundation
import Publishing
import Testing

/// No rule without a test that provokes it: the documentation's own example, and where that is no text of a site, what
/// `provocations` has under its id.
@Suite struct EveryRuleTests {
    /// An example in one language.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: any Rule
        let text: Explanation.Text

        var testDescription: String { "\(rule.rawValue): \(text.sentence)" }
    }

    private static let shown = RuleBook.rules.filter { $0.explanation.place != .told }
        .flatMap { [Case(rule: $0, text: $0.explanation.english), Case(rule: $0, text: $0.explanation.arabic)] }
    private static let told = RuleBook.rules.filter { $0.explanation.place == .told }.map { $0.rawValue }

    @Test func siteOfTheExamplesIsSound() { #expect(ExampleSite().check().map(\.id) == []) }

    @Test(arguments: shown) func exampleIsReportedAndItsMendingIsNot(_ example: Case) throws {
        let (rule, place) = (example.rule, example.rule.explanation.place)
        // Some speak of HTML that an outlet allows, some of HTML that it does not.
        let found = try ["", "html: allow"].flatMap { settings in
            try #require(ExampleSite(example.text.wrong, at: place, settings: settings)).check()
        }
        let reported = found.filter { $0.id == rule.rawValue }
        #expect(reported.contains { $0.location?.path == ExampleSite.path(of: place) }, "\(found.map(\.line))")
        #expect(reported.allSatisfy { $0.location != nil })
        let mended = try #require(ExampleSite(example.text.mended, at: place)).check()
        #expect(mended.filter { $0.id == rule.rawValue || $0.severity == .error }.map(\.line) == [])
    }

    @Test(arguments: told) func whatNoTextShowsIsProvoked(_ id: String) throws {
        let provocation = try #require(provocations[id], "write one")
        #expect(try provocation().contains(id))
    }

    @Test func nothingIsProvokedThatNoRuleSays() {
        #expect(Set(provocations.keys).subtracting(Self.told) == [])
    }

    @Test func idIsThatOfOneRuleOrOfTwoThatAskForTypes() {
        let ids = RuleBook.rules.map { $0.rawValue }
        let twice = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
        #expect(twice == ["wrong-type"])
        #expect(
            ids.allSatisfy {
                $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || (0x30...0x39).contains($0) }
            })
    }

    @Test(arguments: RuleBook.rules.map { $0.rawValue }) func pageIsWholeInBothLanguages(_ id: String) {
        for rule in RuleBook.rules(named: id) {
            let (english, arabic) = (rule.explanation.english, rule.explanation.arabic)
            for text in [english, arabic] {
                for sentence in [text.sentence, text.cause, text.cure] {
                    #expect(sentence.hasSuffix(".") && !sentence.contains("\n"), "\(sentence)")
                }
                #expect(text.wrong != text.mended)
            }
            func isArabic(_ text: String) -> Bool {
                text.unicodeScalars.contains { (0x621...0x64A).contains($0.value) }
            }
            #expect([arabic.sentence, arabic.cause, arabic.cure].allSatisfy(isArabic))
        }
    }

    /// An enum that the book leaves out would have rules that nobody explains.
    @Test func everyEnumOfRulesIsInTheBook() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let sources = DiskTree(root: root.path())
        let files = try sources.entries(under: "Sources").filter { $0.path.hasSuffix(".swift") }
        let count = try files.map { file in
            String(decoding: try sources.read(file.path), as: UTF8.self)
                .matches(of: /enum \w+: String, Rule \{/).count
        }.reduce(0, +)
        #expect(count == RuleBook.themes.count + 1, "the one more is the example in Rule.swift")
    }

    @Test(arguments: [false, true]) func documentationIsFresh(_ arabic: Bool) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: arabic ? "docs/ar/diagnostics.md" : "docs/diagnostics.md")
        #expect(
            try String(contentsOf: file, encoding: .utf8) == diagnosticsReference(arabic: arabic), "run `make docs`")
    }
}

extension Diagnostic {
    fileprivate var line: String { "\(location?.text ?? ""): \(message.english) [\(id)]" }
}
