import Testing

@testable import Pages

@Suite struct AddressEscapingTests {
    @Test func escapesOfPathsAreUpperCase() {
        var bytes: [UInt8] = []
        bytes.append(percentEncoding: "أ b/c.d~")
        #expect(String(decoding: bytes, as: UTF8.self) == "%D8%A3%20b/c.d~")
    }
}
