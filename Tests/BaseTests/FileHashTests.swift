import Base
import Testing

/// Digests as `openssl dgst -binary | base64` gives them.
@Suite struct FileHashTests {
    @Test(arguments: [
        ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        ("abc", "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"),
        (
            "abc",
            "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=="
        ),
    ]) func digestIsThatOfTheBytes(_ text: String, _ written: String) throws {
        let hash = try #require(FileHash(written))
        #expect(hash.fits(Array(text.utf8)) && !hash.fits(Array((text + "x").utf8)))
    }

    /// One byte less and one more than what fills a block, with its length, of each function.
    @Test(arguments: [
        (55, "sha256-n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="),
        (56, "sha256-s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="),
        (111, "sha384-PDeVUFHLXDAm+U1VHVteKsONVyrk4HFyCF/tgfhGa4+Q3COo/83qC42OWOj9rMgK"),
        (112, "sha384-GH1OB8swYQPGmWe/VE0N++kEJXdZnHPDMKvAy2TGEjbV7VZe4ZEZ2MMXeaOPeR/N"),
    ]) func blocksAreFilled(_ count: Int, _ written: String) {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        #expect(FileHash(of: bytes, by: written.hasPrefix("sha256") ? .sha256 : .sha384).text == written)
    }

    @Test(arguments: [
        "", "sha256-", "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
        "sha384-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "sha256-47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=",
        "SHA256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF==",
    ]) func whatIsNoDigestIsRefused(_ text: String) { #expect(FileHash(text) == nil) }
}
