package import Base

/// Makes a text what it looks like: form C, letters for presentation forms, none of the invisible characters that
/// break Markdown, sorting and search or that deceive a reader.
///
/// A text in which nothing is suspicious returns as it came, after a single scan over its bytes.
package enum Hygiene {
    /// What was changed in a text, or should be, and where.
    package struct Finding: Sendable, Hashable {
        package enum Kind: String, Rule {
            case override = "bidi-override"
            case unbalancedIsolate = "unbalanced-isolate"
            case persianLetter = "persian-letter"
            case control = "control-character"
            case invalidUTF8 = "invalid-utf-8"
        }

        /// In bytes of the input, not of the clean text.
        package let offset: Int
        package let kind: Kind
        /// What stood there; U+FFFD for bytes that are no UTF-8.
        package let scalar: Unicode.Scalar
    }

    /// `bytes` without debris, always valid UTF-8, and what an editor should hear of. Removed debris is no finding.
    ///
    /// With `markdown`, direction marks go where they would hide a marker from the parser: at the start of a line and
    /// beside `*` and `_`. Each Persian letter is reported once a text.
    package static func clean(_ bytes: [UInt8], markdown: Bool = false) -> (text: [UInt8], findings: [Finding]) {
        let cleaned = bytes.withUnsafeBufferPointer { buffer -> (text: [UInt8], findings: [Finding])? in
            let first = nextSuspect(in: buffer, from: 0)
            guard first < buffer.count else { return nil }
            var rewriter = HygieneRewriter(buffer, markdown: markdown)
            rewriter.run(from: first)
            return (rewriter.out, rewriter.findings)
        }
        return cleaned ?? (bytes, [])
    }

    /// The same of a value that is already text.
    package static func clean(_ text: String) -> (text: String, findings: [Finding]) {
        let (bytes, findings) = clean(Array(text.utf8))
        return (String(decoding: bytes, as: UTF8.self), findings)
    }

    /// The offset of the next scalar that needs a closer look, `bytes.count` if there is none. Letters, digits and
    /// punctuation of Arabic and Latin text pass, with single vowel marks; everything rare is suspect.
    static func nextSuspect(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var i = start
        let end = bytes.count
        while i < end {
            let lead = bytes[i]
            if lead < 0x80 {
                if lead < 0x20 ? lead != 0x0A && lead != 0x09 && lead != 0x0D : lead == 0x7F { return i }
                i += 1
            } else if lead < 0xE0 {
                guard lead >= 0xC2, i + 1 < end, bytes[i + 1] & 0xC0 == 0x80 else { return i }
                if isSuspect(lead, bytes[i + 1], in: bytes, at: i) { return i }
                i += 2
            } else if lead == 0xE2 {
                guard i + 2 < end, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80 else { return i }
                if isSuspect(bytes[i + 1], bytes[i + 2]) { return i }
                i += 3
            } else if lead == 0xF0 {
                guard i + 3 < end, bytes[i + 1] == 0x9F, bytes[i + 2] & 0xC0 == 0x80, bytes[i + 3] & 0xC0 == 0x80
                else { return i }
                i += 4
            } else {
                return i
            }
        }
        return end
    }

    /// Whether a character of two bytes needs a closer look.
    @inline(__always)
    private static func isSuspect(
        _ lead: UInt8, _ tail: UInt8, in bytes: UnsafeBufferPointer<UInt8>, at i: Int
    ) -> Bool {
        switch lead {
        case 0xD8: return tail == 0x9C || (tail >= 0x90 && tail <= 0x9A)
        case 0xD9:
            guard tail == 0xB0 || (tail >= 0x8B && tail <= 0x9F) else { return false }
            // U+0653–0655 compose, and of two marks the second must not have the lower class.
            return (tail >= 0x93 && tail <= 0x95) || (i + 2 < bytes.count && isOutOfOrder(tail, bytes, i + 2))
        case 0xDA: return tail == 0xA9 || tail == 0xBE
        case 0xDB: return tail == 0x8C || tail == 0x81 || (tail >= 0x96 && tail <= 0xAD)
        case 0xC2: return tail <= 0x9F || tail == 0xAD
        case 0xC3...0xCB, 0xCF, 0xD0, 0xD1: return false
        case 0xCE: return tail == 0x87
        default: return true
        }
    }

    /// Whether the mark `tail` (of U+064B–0670) may not stand before what is at `next`. The classes of U+064B–0652 and
    /// U+0670 rise with their values, from 27 to 35.
    @inline(__always)
    private static func isOutOfOrder(_ tail: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int) -> Bool {
        switch bytes[next] {
        case 0xD9:
            guard next + 1 < bytes.count else { return false }
            let second = bytes[next + 1]
            guard second == 0xB0 || (second >= 0x8B && second <= 0x9F) else { return false }
            return second < tail || (tail > 0x92 && tail != 0xB0) || (second > 0x92 && second != 0xB0)
        case 0xCC, 0xCD, 0xDB: return true
        default: return false
        }
    }

    /// Whether a character of three bytes that start with E2 does: general punctuation, arrows, signs.
    @inline(__always)
    private static func isSuspect(_ second: UInt8, _ third: UInt8) -> Bool {
        switch second {
        case 0x80: third <= 0x81 || third == 0x8B || third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE)
        case 0x81: third == 0xA0 || (third >= 0xA6 && third <= 0xA9)
        case 0x82, 0x85...0x8B, 0x8D...0x9F: false
        default: true
        }
    }
}

extension Hygiene.Finding {
    /// The diagnostic's message.
    package var message: Message {
        let code = "U+" + hexadecimal(scalar.value)
        return switch kind {
        case .override:
            Message(
                en: "a text must not carry the invisible direction override \(code); it was left out",
                ar: "لا يجوز أن يحمل النص محرف قلب الاتجاه الخفي \(code)؛ حُذف")
        case .unbalancedIsolate:
            Message(
                en: "the invisible isolate \(code) has no partner in its paragraph; it was left out",
                ar: "محرف العزل الخفي \(code) بلا نظير في فقرته؛ حُذف")
        case .persianLetter:
            Message(
                en: "the Persian letter “\(scalar)” stands in Arabic text; did you mean “\(arabicTwin)”?",
                ar: "الحرف الفارسي «\(scalar)» في نص عربي؛ هل قصدت «\(arabicTwin)»؟")
        case .control:
            Message(
                en: "a text must not carry the control character \(code); it was left out",
                ar: "لا يجوز أن يحمل النص محرف التحكم \(code)؛ حُذف")
        case .invalidUTF8:
            Message(
                en: "the text must be UTF-8; save the file as “UTF-8”",
                ar: "يجب أن يكون النص بترميز UTF-8؛ احفظ الملف بترميز «UTF-8»")
        }
    }

    private var arabicTwin: String { persianTwin(scalar.value) ?? "" }
}

/// The Arabic letter for which a Persian or Urdu keyboard gives `value`.
func persianTwin(_ value: UInt32) -> String? {
    switch value {
    case 0x6A9: "ك"
    case 0x6CC: "ي"
    case 0x6BE, 0x6C1: "ه"
    default: nil
    }
}

private func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
