import Foundation
@_spi(_Unicode) private import Swift
import Testing

@testable import ArabicText

@Suite struct CanonicalFormTests {
    @Test func everyScalarHasTheFormThatTheStandardLibraryGivesIt() {
        for value: UInt32 in 0xA0...0x2FFFF {
            if (0xF900...0xFAFF).contains(value) || value >= 0x2F800 { continue }
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [String(scalar), "a\u{323}\(scalar)", "\(scalar)\u{301}\u{654}"] {
                let ours = Array(CanonicalForm.nfc(text).unicodeScalars)
                let theirs = Array(text._nfc)
                if ours != theirs { Issue.record("U+\(String(value, radix: 16)): \(ours) is not \(theirs)") }
            }
        }
    }

    /// Foundation's table is that of Unicode 15, and beyond U+FFFF it takes scalars for others on Linux.
    @Test func everyScalarOfTheBasicPlaneHasTheFormThatFoundationGivesIt() {
        // Without ideographs, which have no other forms, and most of Hangul, whose forms are arithmetic.
        let ranges: [ClosedRange<UInt32>] = [0xA0...0x33FF, 0xA000...0xABFF, 0xD700...0xF8FF, 0xFB00...0xFFFF]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value), scalar.properties.age?.major ?? 99 < 16 else { continue }
            for text in [String(scalar), "a\u{323}\(scalar)", "\(scalar)\u{301}\u{654}"] {
                let ours = Array(CanonicalForm.nfc(text).unicodeScalars)
                let theirs = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
                if ours != theirs { Issue.record("U+\(String(value, radix: 16)): \(ours) is not \(theirs)") }
            }
        }
    }

    @Test func plainTextIsNotTouched() {
        for value: UInt32 in 0...0x1FFFF where CanonicalForm.isPlain(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if Array(String(scalar)._nfc) != [scalar] { Issue.record("U+\(String(value, radix: 16)) is not plain") }
        }
    }
}
