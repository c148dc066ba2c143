import Testing

@testable import ArabicText

@Suite struct JoinedListTests {
    @Test(arguments: [
        ([], "", ""), (["أحمد"], "أحمد", "أحمد"), (["أحمد", "سعيد", "منى"], "أحمد وسعيد ومنى", "أحمد وسعيد ومنى"),
        (["أحمد", "John Smith"], "أحمد وJohn Smith", "أحمد و<bdi>John Smith</bdi>"),
        (["John Smith", "أحمد"], "John Smith وأحمد", "<bdi>John Smith</bdi> وأحمد"),
        (["أحمد", "وائل"], "أحمد ووائل", "أحمد ووائل"),
        (["أ<b>", "\"Q&A\""], "أ<b> و\"Q&A\"", "أ&lt;b&gt; و<bdi>&#34;Q&amp;A&#34;</bdi>"),
        (["أحمد", "France 24"], "أحمد وFrance 24", "أحمد و<bdi>France 24</bdi>"),
        (["«الأهرام»", "Élysée"], "«الأهرام» وÉlysée", "«الأهرام» و<bdi>Élysée</bdi>"),
    ])
    func namesAreJoinedByWaw(_ names: [String], _ plain: String, _ html: String) {
        #expect(joinedList(names) == plain)
        #expect(joinedListHTML(names) == html)
    }

    @Test func otherLanguagesHaveTheirHabits() {
        #expect(joinedList(["Ann", "Bob", "Cy"], language: .english) == "Ann, Bob and Cy")
        #expect(joinedList(["Ann", "Bob"], language: .french) == "Ann et Bob")
        #expect(joinedListHTML(["Ann", "أحمد"], language: .english) == "Ann and <bdi>أحمد</bdi>")
    }
}
