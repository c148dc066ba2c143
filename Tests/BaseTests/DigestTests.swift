import Testing

@testable import Base

@Suite struct DigestTests {
    /// The empty input's value is published with XXH3.
    @Test func emptyInputHasThePublishedDigest() {
        #expect(Digest(of: [UInt8]()).hex == "99aa06d3014798d86001c324468d497f")
    }

    @Test func partsAreSeparated() {
        var one = Fingerprint()
        one.add("ab")
        one.add("c")
        var other = Fingerprint()
        other.add("a")
        other.add("bc")
        #expect(one.digest != other.digest)
    }
}
