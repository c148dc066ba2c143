import Base
import Testing

@Suite struct CacheTests {
    private struct Text: Packable, Equatable {
        let text: String
        init(_ text: String) { self.text = text }
        func pack(into packer: inout Packer) { packer.add(text) }
        init(from unpacker: inout Unpacker) throws(Damaged) { text = try unpacker.text() }
    }

    private func value(_ cache: Cache<Text, Text>, _ path: String, key: String, _ made: String) -> String {
        cache.value(for: path) {
            $0.text == key ? .valid($0) : .stale
        } make: {
            (Text(key), Text(made))
        }.text
    }

    @Test func aValueIsNotMadeAgain() {
        let cache = Cache<Text, Text>()
        #expect(value(cache, "a", key: "1", "one") == "one")
        #expect(value(cache, "a", key: "1", "two") == "one")
    }

    @Test func anotherKeyMakesItAnew() {
        let cache = Cache<Text, Text>()
        #expect(value(cache, "a", key: "1", "one") == "one")
        #expect(value(cache, "a", key: "2", "two") == "two")
        #expect(value(cache, "a", key: "2", "three") == "two")
    }

    @Test func aValueThatDoesNotFitItsKeyIsMadeAnew() {
        let cache = Cache<Text, Text>()
        #expect(value(cache, "a", key: "1", "one") == "one")
        let made = cache.value(for: "a") {
            .valid($0)
        } fits: { _, _ in
            .stale
        } make: {
            (Text("1"), Text("two"))
        }
        #expect(made.text == "two")
    }

    /// The files after a change, as the next build finds them.
    private func files(_ cache: Cache<Text, Text>, after before: CacheFiles = CacheFiles()) throws -> CacheFiles {
        switch try #require(cache.stored()) {
        case .base(let bytes): CacheFiles(base: bytes)
        case .later(let bytes): CacheFiles(base: before.base, later: bytes)
        }
    }

    private func filled(_ count: Int) throws -> CacheFiles {
        let cache = Cache<Text, Text>()
        for number in 0..<count { _ = value(cache, "\(number)", key: "1", "one") }
        return try files(cache)
    }

    @Test func aCacheIsReadAsItWasStored() throws {
        let cache = Cache<Text, Text>()
        for path in ["ب", "a"] { _ = value(cache, path, key: "1", path + "!") }
        let again = Cache<Text, Text>(try files(cache))
        #expect(value(again, "ب", key: "1", "other") == "ب!")
        #expect(value(again, "a", key: "1", "other") == "a!")
        #expect(again.stored() == nil)
    }

    @Test func aFewThatAreNewAreWrittenBesideTheMany() throws {
        var before = try filled(100)
        for round in 2...20 {
            let cache = Cache<Text, Text>(before)
            for number in 0..<100 {
                let key = number < 5 ? "\(round)" : "1"
                #expect(value(cache, "\(number)", key: key, "new \(round)") == (number < 5 ? "new \(round)" : "one"))
            }
            let after = try files(cache, after: before)
            #expect(after.base == before.base)
            #expect(after.later.count < before.base.count / 8)
            before = after
        }
    }

    @Test func manyThatAreNewMakeANewBase() throws {
        let before = try filled(100)
        let cache = Cache<Text, Text>(before)
        for number in 0..<100 { _ = value(cache, "\(number)", key: number < 50 ? "2" : "1", "two") }
        let after = try files(cache, after: before)
        #expect(after.later.isEmpty)
        let last = Cache<Text, Text>(after)
        #expect(value(last, "0", key: "2", "three") == "two")
        #expect(value(last, "99", key: "1", "three") == "one")
    }

    @Test func whatNobodyAskedForIsStoredNoMoreOnceItIsMuch() throws {
        let before = try filled(100)
        let few = Cache<Text, Text>(before)
        for number in 0..<99 { _ = value(few, "\(number)", key: "1", "two") }
        #expect(few.stored() == nil)
        let many = Cache<Text, Text>(before)
        for number in 0..<50 { _ = value(many, "\(number)", key: "1", "two") }
        let last = Cache<Text, Text>(try files(many, after: before))
        #expect(value(last, "49", key: "1", "three") == "one")
        #expect(value(last, "50", key: "1", "three") == "three")
    }

    @Test func aDamagedFileMakesAnEmptyCache() throws {
        let stored = try filled(1).base
        for end in 0..<stored.count {
            #expect(value(Cache(CacheFiles(base: Array(stored[..<end]))), "0", key: "1", "two") == "two")
        }
        for place in stored.indices {
            var bytes = stored
            bytes[place] ^= 0xFF
            // Whatever comes of it, it is no crash.
            _ = value(Cache(CacheFiles(base: bytes)), "0", key: "1", "two")
            _ = value(Cache(CacheFiles(base: stored, later: bytes)), "0", key: "1", "two")
        }
    }
}
