import Base
import Content
import Publishing
import Testing

/// A section that goes elsewhere in the tree takes its stories, its feed and its older pages along, and every old address
/// leads to the new one.
@Suite struct SectionMoveTests {
    private let desk = AddressDesk()
    private static let urls =
        "page_size: 1\nurls: {article: \"/{section}/{slug}/\", section: \"/{slug}/\"}\nsection_addresses: nested\n"
    private static let apart = urls + "sections: [{name: سياسة, slug: politics}, {name: أحزاب, slug: parties}]"
    private static let beneath =
        urls + "sections: [{name: سياسة, slug: politics, children: [{name: أحزاب, slug: parties}]}]"

    private func publish() {
        desk.settings(Self.apart)
        for number in 1...3 { desk.save("s\(number)", "date: 2024-06-0\(number)\nsection: أحزاب") }
        desk.publish()
        #expect(desk.answer("/parties/s1/") == "200" && desk.answer("/parties/page/1/") == "200")
    }

    @Test func addressesOfASectionMovedBeneathAnotherGoOnAnswering() {
        publish()
        desk.settings(Self.beneath)
        #expect(desk.errors == [])
        for path in ["", "s1/", "s3/", "page/1/", "feed.xml"] {
            #expect(desk.answer("/politics/parties/\(path)") == "200", "\(path)")
            #expect(desk.answer("/parties/\(path)") == "301 /politics/parties/\(path)", "\(path)")
        }
        desk.record()
        #expect(
            desk.errors == [] && desk.answer("/parties/s1/") == "301 /politics/parties/s1/", "once it is recorded, too")
    }

    @Test func andBackAgain() {
        publish()
        desk.settings(Self.beneath)
        desk.publish()
        desk.settings(Self.apart)
        #expect(desk.errors == [])
        #expect(desk.answer("/parties/s2/") == "200" && desk.answer("/politics/parties/s2/") == "301 /parties/s2/")
        #expect(desk.answer("/politics/parties/") == "301 /parties/")
    }

    @Test func flatAddressesThatBecomeNestedLeadOn() {
        desk.settings(Self.beneath.replacing("section_addresses: nested\n", with: ""))
        desk.save("a", "section: أحزاب")
        desk.publish()
        #expect(desk.answer("/parties/a/") == "200")
        desk.settings(Self.beneath)
        #expect(desk.errors == [])
        #expect(
            desk.answer("/parties/a/") == "301 /politics/parties/a/"
                && desk.answer("/parties/") == "301 /politics/parties/")
    }

    @Test func storyThatGoesFromParentToChildKeepsItsOldAddress() {
        desk.settings(Self.beneath)
        desk.save("a", "section: سياسة")
        desk.save("b", "section: أحزاب\nstatus: removed")
        desk.publish()
        desk.save("a", "section: أحزاب")
        desk.save("b", "section: سياسة\nstatus: removed")
        #expect(desk.errors == [])
        #expect(desk.answer("/politics/a/") == "301 /politics/parties/a/")
        #expect(desk.answer("/politics/parties/b/") == "410")
    }

    @Test func otherChangesOfAnAddressStillAskForAnAlias() {
        desk.settings(Self.beneath)
        desk.save("a", "section: أحزاب")
        desk.publish()
        desk.save("a", "section: أحزاب\nslug: other")
        #expect(desk.errors.map { $0.contains("aliases: [/politics/parties/a/]") } == [true])
        desk.save("a", "section: أحزاب")
        desk.settings(Self.beneath.replacing("slug: parties", with: "slug: clubs"))
        #expect(
            desk.errors.count == 1 && desk.errors[0].contains("aliases: [/politics/parties/]"), "the section's own slug"
        )
        desk.settings(
            Self.beneath.replacing("slug: parties", with: "slug: clubs, aliases: [/politics/parties/]"))
        #expect(desk.errors == [])
        #expect(desk.answer("/politics/parties/feed.xml") == "301 /politics/clubs/feed.xml")
    }

    @Test func aNamesakeTakesNoSectionsAddress() {
        desk.settings(Self.beneath)
        desk.save("a", "section: أحزاب")
        desk.publish()
        desk.settings(
            Self.urls
                + "sections: [{name: تاريخ, slug: history, children: [{name: أحزاب, slug: parties}]}, {name: سياسة, slug: politics, children: [{name: أحزاب, slug: parties}]}]"
        )
        desk.save("a", "section: سياسة/أحزاب")
        desk.publish()
        #expect(desk.answer("/politics/parties/") == "200" && desk.answer("/history/parties/") == "200")
        #expect(desk.ledger.entries.filter { $0.kind == .section }.map(\.identity).contains("سياسة/أحزاب"))
        #expect(!desk.ledger.entries.contains { $0.kind == .section && $0.identity == "أحزاب" })
        #expect(desk.answer("/politics/parties/feed.xml") == "200" && desk.answer("/history/parties/feed.xml") == "200")
    }
}
