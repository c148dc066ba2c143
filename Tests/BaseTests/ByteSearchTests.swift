import Base
import Testing

@Suite("Bytes are found in bytes") struct ByteSearchTests {
    private func place(_ needle: String, in text: String, from start: Int? = nil) -> Int? {
        Array(text.utf8).place(of: needle.utf8, from: start)
    }

    @Test("at their first place from the start on")
    func first() {
        #expect(place("ab", in: "xabab") == 1)
        #expect(place("ab", in: "xabab", from: 2) == 3)
        #expect(place("ab", in: "xabab", from: 4) == nil)
        #expect(place("aab", in: "aaab") == 1)
        #expect(place("b", in: "ab") == 1)
        #expect(place("نص", in: "في نص") == 5)
    }

    @Test("and not where there is no room for them")
    func absent() {
        #expect(place("abc", in: "ab") == nil)
        #expect(place("a", in: "") == nil)
        #expect(place("abx", in: "abab") == nil)
        #expect(place("a", in: "a", from: 1) == nil)
    }

    @Test("nothing at all is everywhere")
    func empty() {
        #expect(place("", in: "") == 0)
        #expect(place("", in: "ab", from: 2) == 2)
        #expect(place("", in: "ab", from: 3) == nil)
    }

    @Test("a part of an array tells places of the whole")
    func slice() {
        let bytes = Array("abcabc".utf8)
        #expect(bytes[1...].place(of: "abc".utf8) == 3)
        #expect(bytes[..<2].place(of: "abc".utf8) == nil)
        #expect(bytes[2..<5].place(of: "ab".utf8, from: 3) == 3)
    }

    @Test("whether they lie side by side in memory or not")
    func scattered() {
        let bytes = Array("xabc".utf8)
        #expect(bytes.place(of: bytes.lazy.filter { $0 > UInt8(ascii: "a") && $0 < UInt8(ascii: "x") }) == 2)
        #expect(bytes.reversed().map(\.self).place(of: Array("cb".utf8)) == 0)
    }
}
