import Base
import Content
import Publishing
import Testing

@Suite struct LongSlugTests {
    private let desk = AddressDesk()
    private let long = Array(repeating: "كلمة", count: 14).joined(separator: "-")

    @Test func slugsThatAreEqualOnlyAfterCuttingAreToldApart() throws {
        desk.save("\(long)-الفصل-الثاني", "")
        desk.save("\(long)-الفصل-الثالث", "")
        let errors = desk.errors
        #expect(errors.count == 1)
        let slug = try #require(
            errors.first?.split(separator: "slug: ").last?.split(separator: "”").first.map(String.init))
        #expect(slug.utf8.count <= 120)
        let named = slug.hasSuffix("الثاني") ? "الثاني" : "الثالث"
        #expect(slug.hasSuffix(named))
        desk.save("\(long)-الفصل-\(named)", "slug: \(slug)")
        #expect(desk.errors == [], "what is suggested works")
    }

    @Test func aChosenSlugIsNeverCutInSilence() {
        let exact = String(repeating: "ب", count: 60)
        desk.save("a", "slug: \(exact)")
        #expect(desk.errors == [])
        #expect(desk.answer("/2024/06/\(exact)/") == "200")
        desk.save("a", "slug: \(exact)ب")
        #expect(desk.errors.count == 1 && desk.errors[0].contains("120 bytes at most"))
        desk.save("a", "")
        for path in ["authors/a.md", "pages/a.md"] {
            desk.file(
                path,
                "---\nname: س\ntitle: س\nslug: \(exact)ب\n---\n\nنص\n".replacing(
                    path.hasPrefix("a") ? "title: س\n" : "name: س\n", with: ""))
            #expect(desk.errors.count == 1, "\(path)")
            desk.file(path, nil)
        }
        desk.settings("sections: [{name: علوم, slug: \(exact)ب}]")
        #expect(desk.errors.count == 1)
    }

    @Test(arguments: [
        ("2024/rain/index", "/2024/06/rain/"), ("rain/index.ar", "/2024/06/rain/"),
        ("rain/index.en-GB", "/2024/06/rain/"),
        ("2024-06-01-rain/index", "/2024/06/rain/"), ("index", "/2024/06/index/"),
        ("rain/index-2", "/2024/06/index-2/"),
    ]) func aFolderNamesItsIndex(_ name: String, _ url: String) {
        desk.save(name, "")
        #expect(desk.errors == [] && desk.answer(url) == "200")
    }

    @Test func aFolderDatesItsIndex() {
        desk.file("articles/2024-06-01-rain/index.md", "---\ntitle: مطر\n---\n\nنص\n")
        desk.file("pages/about/index.md", "---\ntitle: من نحن\n---\n\nنص\n")
        desk.file("authors/salma/index.ar.md", "---\nname: سلمى\n---\n\nنص\n")
        #expect(desk.errors == [])
        #expect(["/2024/06/rain/", "/about/", "/author/salma/"].allSatisfy { desk.answer($0) == "200" })
    }
}
