import Base
import Testing

@testable import Content

@Suite struct NameSearchTests {
    private func found(_ text: String, _ name: String = "سلمى الطحان") -> [String] {
        let bytes = Array(text.utf8)
        return NameSearch(name).matches(in: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        "سلمى الطحان", "سَلمى الطحّان", "سلمـــى  الطحان", "سلمي الطحان", "سلمى\u{A0}الطحان", "سلمى\nالطحان",
        "سلمى-الطحان",
        "سلمى_الطحان", "%D8%B3%D9%84%D9%85%D9%89-%D8%A7%D9%84%D8%B7%D8%AD%D8%A7%D9%86",
        "%d8%b3%d9%84%d9%85%d9%89%20%d8%a7%d9%84%d8%b7%d8%ad%d8%a7%d9%86",
    ])
    func aNameIsFoundHoweverItIsSpelt(_ spelling: String) {
        for text in [spelling, "قال «\(spelling)».", "/author/\(spelling)/", "author: \(spelling)، كريم"] {
            #expect(found(text) == [spelling])
        }
    }

    @Test(arguments: ["و", "ل", "ب", "ول", "وب"]) func lettersOfTheNextWordStandBeforeIt(_ letters: String) {
        #expect(found("كتبت \(letters)سلمى الطحان") == ["سلمى الطحان"])
    }

    @Test(arguments: ["سلمى الطحاني", "مسلمى الطحان", "سلمى، الطحان", "سلمى كريم الطحان", "سلمى", "الطحان سلمى"])
    func anotherNameIsNone(_ text: String) { #expect(found(text) == []) }

    @Test func latinNamesAreFoundInEitherCase() {
        #expect(found("by SALMA tahhan, salma-tahhan@x", "Salma Tahhan") == ["SALMA tahhan", "salma-tahhan"])
    }
}
