import ArabicText
import Base
import Testing

@testable import Pages

@Suite struct TwinAddressesTests {
    private func twins(_ names: String...) throws -> [Diagnostic] {
        var articles: [String: String] = [:]
        for (number, name) in names.enumerated() {
            articles["\(number)/\(name).md"] = "title: أ\ndate: 2024-01-0\(number + 1)"
        }
        return try SmallOutlet(articles: articles).made().edition.twinAddresses
    }

    @Test(arguments: [
        ("احمد", "أحمد"), ("مدرسة", "مدرسه"), ("مستشفى", "مستشفي"), ("كتاب", "کتاب"), ("شؤون-البلد", "شئون-البلد"),
        ("خبر-3", "خبر-٣"), ("خبر-٣", "خبر-۳"),
    ])
    func addressesThatFoldAlikeAreAWarning(_ one: String, _ other: String) throws {
        let problems = try twins(one, other)
        #expect(problems.map { "\($0.severity) \($0.id)" } == ["warning twin-url"])
        #expect(problems.first?.location?.path.hasPrefix("Content/articles/1/") == true)
    }

    @Test(arguments: [("احمد", "احمد-2"), ("بيت", "بنت"), ("علم", "عالم"), ("a-b", "a-c")])
    func othersAreNone(_ one: String, _ other: String) throws {
        #expect(try twins(one, other) == [])
    }

    /// Every letter that stands in an address, changed to each other one that folding takes for the same.
    @Test func whatFoldsAlikeHasOneSkeleton() {
        func skeleton(_ text: String) -> [UInt8] {
            var skeleton: [UInt8] = []
            appendSkeleton(of: text, to: &skeleton)
            return skeleton
        }
        let scalars = [0x21...0x7E, 0x600...0x6FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF].joined()
            .compactMap { Unicode.Scalar(UInt32($0)) }.map { "ب\($0)-1" }
        for (_, alike) in Dictionary(grouping: scalars, by: { folded($0) }) {
            #expect(Set(alike.map(skeleton)).count == 1, "\(alike)")
        }
    }
}
