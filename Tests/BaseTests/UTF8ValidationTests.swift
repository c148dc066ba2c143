import Base
import TestSupport
import Testing

@Suite struct UTF8ValidationTests {
    /// By the standard library: the offset of the first sequence that its decoder refuses.
    private func slowly(_ bytes: [UInt8]) -> Int? {
        var valid = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): valid += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return valid
            }
        }
    }

    private func check(_ bytes: [UInt8]) {
        let found = firstInvalidUTF8(bytes)
        let isValid = (try? UTF8Span(validating: bytes.span)) != nil
        #expect((found == nil) == isValid, "\(bytes)")
        #expect(found == slowly(bytes), "\(bytes)")
    }

    /// All that starts a sequence, with each kind of what may follow, behind as many letters as bring every part of it
    /// to every place among sixteen bytes.
    @Test(arguments: 0..<34) func everyStartOfASequence(_ lettersBefore: Int) {
        let edges: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xFF]
        let before = [UInt8](repeating: 0x61, count: lettersBefore)
        let behind: [[UInt8]] = [[], Array("نص وراء ما قبله".utf8)]
        var wrong: [[UInt8]] = []
        func look(_ sequence: [UInt8]) {
            for behind in behind {
                let bytes = before + sequence + behind
                if firstInvalidUTF8(bytes) != slowly(bytes) { wrong.append(bytes) }
            }
        }
        for first in UInt8(0x7E)...0xFF {
            look([first])
            for second in edges {
                look([first, second])
                guard first >= 0xE0 else { continue }
                for third in edges { look([first, second, third]) }
                guard first >= 0xF0 else { continue }
                for third in [0x7F, 0x80, 0xBF, 0xC0] as [UInt8] {
                    for fourth in [0x7F, 0x80, 0xBF, 0xC0] as [UInt8] { look([first, second, third, fourth]) }
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func everyScalar() {
        let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: all)
        let bytes = Array(String(text).utf8)
        check(bytes)
        // What is no scalar: surrogates, and all beyond the last.
        for value in [0xD800, 0xDBFF, 0xDC00, 0xDFFF] as [UInt32] {
            check([0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F)])
        }
        check([0xF4, 0x90, 0x80, 0x80])
    }

    /// Arabic text with foreign signs in it, whole and with one byte changed, cut off or left out.
    @Test(arguments: 0..<200) func damagedText(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        let parts = ["خبر", " ", "a", "\n", "«نص»", "…", "😀", "é", "٪", "\u{200F}", "漢", "\u{FEFF}", "الرياض مدينة"]
        let text = (0..<random.next(upTo: 60)).map { _ in parts[random.next(upTo: parts.count)] }.joined()
        check(Array(text.utf8))
        for _ in 0..<40 {
            var bytes = Array(text.utf8)
            guard !bytes.isEmpty else { return }
            let place = random.next(upTo: bytes.count)
            switch random.next(upTo: 3) {
            case 0: bytes[place] = UInt8(random.next(upTo: 256))
            case 1: bytes.removeSubrange(place...)
            default: bytes.remove(at: place)
            }
            check(bytes)
        }
    }

    @Test(arguments: 0..<100) func randomBytes(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        for _ in 0..<40 { check((0..<random.next(upTo: 40)).map { _ in UInt8(random.next(upTo: 256)) }) }
    }
}
