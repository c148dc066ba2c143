import Base
import Testing

@Suite struct PercentEncodingTests {
    /// RFC 3986, section 2.3.
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".unicodeScalars)

    @Test func everyOtherByteOfASCIIIsEncoded() {
        for scalar in (UInt8(0)..<0x80).map({ Unicode.Scalar($0) }) {
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let encoded = "%" + (hex.count == 1 ? "0" : "") + hex
            let plain = String(scalar)
            #expect(
                percentEncoded(plain, keeping: .inComponent) == (Self.unreserved.contains(scalar) ? plain : encoded))
            #expect(percentEncoded(plain) == (Self.unreserved.contains(scalar) || plain == "/" ? plain : encoded))
        }
    }

    @Test(arguments: ["", "خبر عاجل/1.html", "a%20b", "é", "😀", "\u{0}"]) func whatIsEncodedIsDecoded(_ text: String) {
        #expect(percentDecoded(percentEncoded(text)) == text)
        #expect(percentDecoded(percentEncoded(text, keeping: .inComponent)) == text)
    }

    @Test func bytesAreUTF8InUpperCase() { #expect(percentEncoded("ج/é") == "%D8%AC/%C3%A9") }

    @Test(arguments: [("%d8%ac", "ج"), ("a+b", "a+b"), ("%2F", "/"), ("%25D8", "%D8")]) func escapesOfAnyCaseAreDecoded(
        _ text: String, _ decoded: String
    ) {
        #expect(percentDecoded(text) == decoded)
    }

    @Test(arguments: ["%", "a%2", "%zz", "%D8", "%FF", "%+1"]) func brokenEscapesAreRefused(_ text: String) {
        #expect(percentDecoded(text) == nil)
    }
}
