import Base
import Testing

@Suite struct ShelfTests {
    @Test func aValueIsMadeAgainOnlyWhenItsMarkDiffers() {
        let shelf = Shelf<Int, String>()
        #expect(shelf.value(for: "a", mark: 1) { "first" } == "first")
        #expect(shelf.value(for: "a", mark: 1) { "second" } == "first")
        #expect(shelf.value(for: "a", mark: 2) { "third" } == "third")
        shelf.forget("a")
        #expect(shelf.value(for: "a", mark: 2) { "fourth" } == "fourth")
    }
}
