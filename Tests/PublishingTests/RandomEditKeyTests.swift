import Base
import Content
import Testing

/// Random edits come to every key, so that none is spared from the comparison of incremental and clean builds.
@Suite struct RandomEditKeyTests {
    /// The keys that stood in files of each kind after some of many edits.
    private static let written: [String: Set<String>] = {
        var random = SplitMix64(seed: 5)
        var newsroom = Newsroom(stories: 12, &random)
        // All but what builds the site.
        let edits = RandomEdit.all.filter { $0.name != "record what is public" }
        var written: [String: Set<String>] = [:]
        for number in 0..<8000 {
            _ = RandomEdit.any(of: edits, to: &newsroom, &random)
            guard number.isMultiple(of: 5) else { continue }
            written["site", default: []].formUnion(keys(newsroom.settingsText))
            for story in newsroom.stories.prefix(20) { written["article", default: []].formUnion(keys(story.text)) }
            for (path, bytes) in newsroom.files where path.hasSuffix(".md") {
                let kind = path.hasPrefix("Content/authors/") ? "author" : "page"
                written[kind, default: []].formUnion(keys(String(decoding: bytes, as: UTF8.self)))
            }
        }
        return written
    }()

    /// Those at the beginning of a line, in front matter or in settings.
    private static func keys(_ text: String) -> [String] {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let isFrontMatter = lines.first?.elementsEqual("---".utf8) ?? false
        let matter = isFrontMatter ? lines.dropFirst().prefix { !$0.elementsEqual("---".utf8) } : lines[...]
        return matter.compactMap { line in
            guard let first = line.first, first != UInt8(ascii: " "), first != UInt8(ascii: "-"),
                let colon = line.firstIndex(of: UInt8(ascii: ":"))
            else { return nil }
            return String(Substring(line[..<colon]))
        }
    }

    @Test(arguments: [
        ("article", Vocabulary.article), ("author", .author), ("page", .page), ("site", .site),
    ]) func editsComeToEveryKey(_ kind: String, _ vocabulary: Vocabulary) {
        // An edit writes this one, which nobody knows.
        let written = Self.written[kind, default: []].subtracting(["سطر"])
        #expect(written == Set(vocabulary.keys.map(\.name)))
    }
}
