import Base
import Testing

@Suite struct SuggestionTests {
    private static let keys = ["title", "tags", "date", "draft", "summary", "عنوان", "خلاصة"]

    @Test(arguments: [
        ("titel", "title"), ("tilte", "title"), ("Title", "title"), ("titles", "title"), ("tag", "tags"),
        ("summry", "summary"), ("sumary", "summary"), ("datte", "date"), ("عنون", "عنوان"), ("العنوان", "عنوان"),
    ]) func nearestIsMeant(_ word: String, _ key: String) {
        #expect(suggestion(for: word, among: Self.keys) == key)
    }

    /// A third of the letters may differ, and one of a short word.
    @Test(arguments: ["headline", "tiltle", "dtae!", "xy", "", "t", "ملخص"]) func whatIsFarSuggestsNothing(
        _ word: String
    ) {
        let near = nearest(to: word, among: Self.keys)
        #expect(near.map { $0.distance <= max(1, word.unicodeScalars.count / 3) } ?? true)
        if word == "headline" || word == "xy" || word == "" || word == "t" { #expect(near == nil) }
    }

    /// Damerau, restricted: a letter inserted, left out or changed, or two neighbours that changed places.
    @Test(arguments: [
        ("title", "title", 0), ("titl", "title", 1), ("titlle", "title", 1), ("tutle", "title", 1),
        ("itlle", "title", 2),
        ("titel", "title", 1), ("summayr", "summary", 1), ("smumayr", "summary", 2), ("TITLE", "title", 0),
    ]) func distanceCountsEdits(_ word: String, _ candidate: String, _ distance: Int) {
        let found = nearest(to: word, among: [candidate])
        #expect(found?.distance == (distance <= max(1, word.count / 3) ? distance : nil))
    }

    @Test func firstOfEqualsIsTaken() {
        #expect(suggestion(for: "bat", among: ["cat", "hat"]) == "cat")
        #expect(suggestion(for: "bat", among: ["hat", "cat"]) == "hat")
        #expect(suggestion(for: "hatt", among: ["cat", "hat"]) == "hat")
        #expect(suggestion(for: "bat", among: []) == nil)
    }
}
