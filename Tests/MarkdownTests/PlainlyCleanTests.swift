import ArabicText
import Testing

@testable import Markdown

@Suite struct PlainlyCleanTests {
    private static func isPlainlyClean(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { PlainlyClean.isPlainlyClean($0) }
    }

    @Test func anOrdinaryTextIsClean() {
        #expect(
            Self.isPlainlyClean(
                Array("وقال مدير Reuters إن «التمويل» – “لا يكفي”، أيضًا… 20% مُهمّ؟\n\nعام 2024: €5 é".utf8)))
    }

    /// Any two or three code points of all blocks that an article may hold, in the middle of a text.
    @Test func cleanIsOnlyWhatHygieneLeavesAlone() {
        let interesting: [ClosedRange<UInt32>] = [
            0...0x17F, 0x300...0x30F, 0x387...0x387, 0x400...0x402, 0x5D0...0x5D2, 0x600...0x6FF, 0x750...0x752,
            0x8A0...0x8A2, 0x1E00...0x1E02, 0x2000...0x206F, 0x20A0...0x20BF, 0x2100...0x2105, 0x2212...0x2212,
            0x3000...0x3001, 0xFB50...0xFB52, 0xFDF0...0xFDFF, 0xFE70...0xFE72, 0xFEFF...0xFEFF, 0x1F600...0x1F601,
        ]
        var clean = 0
        for scalar in interesting.joined().compactMap(Unicode.Scalar.init) {
            for follower in ["\u{64B}", "\u{651}", "\u{6D6}", "a", "ب", "*", "\u{300}", "»"] {
                for text in [
                    "نص نص \(scalar)\(follower) نص نص", "\(scalar)\(follower) نص نص نص",
                    "نص نص نص \(scalar)\(follower)",
                ] {
                    let bytes = Array(text.utf8)
                    guard Self.isPlainlyClean(bytes) else { continue }
                    clean += 1
                    let (cleaned, findings) = Hygiene.clean(bytes, markdown: true)
                    #expect(cleaned == bytes && findings.isEmpty, "U+\(String(scalar.value, radix: 16)) \(text)")
                }
            }
        }
        #expect(clean > 3000)
    }

    @Test func brokenBytesAreNeverClean() {
        let text = Array("نص عربي طويل".utf8)
        for byte in UInt8(0x80)...0xFF {
            for place in text.indices {
                var broken = text
                broken.insert(byte, at: place)
                if String(validating: broken, as: UTF8.self) == nil { #expect(!Self.isPlainlyClean(broken)) }
                broken[place] = text[place]
                broken.remove(at: place)
            }
        }
        let long = Array("نص عربي طويل جدًا\nفيه “قوس” مُهمّ و é؛ وبعده كلام كثير 2024".utf8)
        #expect(Self.isPlainlyClean(long))
        for byte in UInt8(0x80)...0xFF {
            for place in long.indices {
                var broken = long
                broken[place] = byte
                if String(validating: broken, as: UTF8.self) == nil { #expect(!Self.isPlainlyClean(broken)) }
                broken = long
                broken.insert(byte, at: place)
                if String(validating: broken, as: UTF8.self) == nil { #expect(!Self.isPlainlyClean(broken)) }
            }
        }
        #expect(
            !Self.isPlainlyClean(text + [0xD8]) && !Self.isPlainlyClean(text + [0xE2, 0x80])
                && !Self.isPlainlyClean([0xAA] + text))
    }
}
