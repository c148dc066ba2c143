import Markdown
import TestSupport
import Testing

@Suite struct PathologicalTests {
    /// Ten times the input may take ten times as long, and as much again for a busy machine; a square would take a
    /// hundred.
    @Test(arguments: PathologicalInputs.all.indices)
    func timeGrowsWithTheLengthOnly(_ index: Int) {
        let (name, make) = PathologicalInputs.all[index]
        let small = shortest(make(6_000))
        let large = shortest(make(60_000), repeats: 1)
        #expect(large < max(small * 30, .milliseconds(20)), "\(name): \(small), then \(large)")
    }

    @Test(arguments: PathologicalInputs.html.indices)
    func timeGrowsWithTheLengthOnlyWhereHTMLIsAllowed(_ index: Int) {
        let (name, make) = PathologicalInputs.html[index]
        let settings = MarkdownSettings(html: .allow)
        let small = shortest(make(6_000), settings)
        let large = shortest(make(60_000), settings, repeats: 1)
        #expect(large < max(small * 30, .milliseconds(20)), "\(name): \(small), then \(large)")
    }

    private func shortest(
        _ markdown: String, _ settings: MarkdownSettings = MarkdownSettings(), repeats: Int = 2
    ) -> Duration {
        let body = Array(markdown.utf8)
        return (0..<repeats).map { _ in threadTime { _ = Renderer(settings).render(body) } }.min() ?? .zero
    }

    @Test func aRunOfStarsIsText() {
        #expect(html(String(repeating: "*", count: 50_000) + "أ").contains("****"))
    }
}
