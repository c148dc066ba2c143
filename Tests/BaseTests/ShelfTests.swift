import Base
import Testing

@Suite struct ShelfTests {
    private struct Text: Packable, Equatable {
        let text: String
        init(_ text: String) { self.text = text }
        func pack(into packer: inout Packer) { packer.add(text) }
        init(from unpacker: inout Unpacker) throws(Damaged) { text = try unpacker.text() }
    }

    private func value(_ shelf: Shelf<Text, Text>, _ path: String, mark: String, _ made: String) -> String {
        shelf.value(for: path) {
            $0.text == mark ? .right($0) : .wrong
        } make: {
            (Text(mark), Text(made))
        }.text
    }

    @Test func whatIsKeptIsNotMadeAgain() {
        let shelf = Shelf<Text, Text>()
        #expect(value(shelf, "a", mark: "1", "one") == "one")
        #expect(value(shelf, "a", mark: "1", "two") == "one")
    }

    @Test func anotherMarkMakesItAnew() {
        let shelf = Shelf<Text, Text>()
        #expect(value(shelf, "a", mark: "1", "one") == "one")
        #expect(value(shelf, "a", mark: "2", "two") == "two")
        #expect(value(shelf, "a", mark: "2", "three") == "two")
    }

    @Test func aValueThatDoesNotFitItsMarkIsMadeAnew() {
        let shelf = Shelf<Text, Text>()
        #expect(value(shelf, "a", mark: "1", "one") == "one")
        let made = shelf.value(for: "a") {
            .right($0)
        } holds: { _, _ in
            false
        } make: {
            (Text("1"), Text("two"))
        }
        #expect(made.text == "two")
    }

    @Test func aShelfIsReadAsItWasStored() throws {
        let shelf = Shelf<Text, Text>()
        for path in ["ب", "a"] { _ = value(shelf, path, mark: "1", path + "!") }
        let stored = try #require(shelf.stored())
        let again = Shelf<Text, Text>(stored)
        #expect(value(again, "ب", mark: "1", "other") == "ب!")
        #expect(value(again, "a", mark: "1", "other") == "a!")
        #expect(again.stored() == nil)
    }

    @Test func whatNobodyAskedForIsStoredNoMore() throws {
        let shelf = Shelf<Text, Text>()
        for path in ["a", "b"] { _ = value(shelf, path, mark: "1", "one") }
        let again = Shelf<Text, Text>(try #require(shelf.stored()))
        _ = value(again, "a", mark: "1", "two")
        let last = Shelf<Text, Text>(try #require(again.stored()))
        #expect(value(last, "a", mark: "1", "three") == "one")
        #expect(value(last, "b", mark: "1", "three") == "three")
    }

    @Test func aDamagedFileMakesAnEmptyShelf() throws {
        let shelf = Shelf<Text, Text>()
        _ = value(shelf, "a", mark: "1", "one")
        let stored = try #require(shelf.stored())
        for end in 0..<stored.count {
            #expect(value(Shelf(Array(stored[..<end])), "a", mark: "1", "two") == "two")
        }
        for place in stored.indices {
            var bytes = stored
            bytes[place] ^= 0xFF
            // Whatever comes of it, it is no crash.
            _ = value(Shelf(bytes), "a", mark: "1", "two")
        }
    }
}
