import Base
import Content
import Foundation
import Moderation
import Testing

/// What a form's deliveries become.
@Suite struct IntakeTests {
    @Test func deliveryWaitsWithoutWhatIsPrivate() throws {
        let folder = try NewsroomFolder()
        let taken = try folder.take(NewsroomFolder.delivery("شكرًا"))
        #expect(taken.waiting == 1)
        let waiting = try #require(folder.text("Moderation/waiting.jsonl"))
        #expect(waiting.contains(#""article":"2024/rain""#) && waiting.contains("شكرًا") && waiting.contains("هند"))
        for secret in ["secret", "192.0.2.7", "Firefox"] { #expect(!waiting.contains(secret)) }
        #expect(folder.text("Moderation/.gitignore")?.split(separator: "\n").last == "*")
    }

    @Test(arguments: [
        #"[{"comment":"أ","page":"/2024/01/rain/"},{"comment":"ب","page":"/2024/01/rain"}]"#,
        "{\"comment\":\"أ\",\"page\":\"/2024/01/rain/\"}\n\n{\"comment\":\"ب\",\"page\":\"/2024/01/rain/\"}\n",
        "comment=%D8%A3&page=https%3A%2F%2Fexample.org%2F2024%2F01%2Frain%2F&phone=\ncomment=a+b&page=%2F2024%2F01%2Frain%2F\n",
        #"[{"payload":{"data":{"comment":"أ","page":"/2024/01/rain/"},"created_at":"2024-12-01T10:00:00.123Z"}},{"data":{"message":"ب","page":"/2024/01/rain/"}}]"#,
    ]) func everyFormOfDeliveryIsRead(_ text: String) throws {
        let folder = try NewsroomFolder()
        #expect(try folder.take(text).waiting == 2)
    }

    @Test(arguments: [("comment-7f3a", "7f3a"), ("7f3a", "7f3a"), ("<b>", nil), ("", nil)])
    func theCommentThatIsAnsweredIsNamedByItsAnchor(_ written: String, _ parent: String?) throws {
        let folder = try NewsroomFolder()
        try folder.take(NewsroomFolder.delivery("أ", page: NewsroomFolder.rain, #","parent":"\#(written)""#))
        let waiting = try #require(folder.text("Moderation/waiting.jsonl"))
        #expect(waiting.contains("\"parent\"") == (parent != nil))
        if let parent { #expect(waiting.contains(#""parent":"\#(parent)""#)) }
    }

    @Test func spamIsSortedOutByWhatGivesItAway() throws {
        let folder = try NewsroomFolder()
        try folder.write("# words\nكازينو\n", to: "Moderation/blocked.txt")
        let links = String(repeating: "https://a.example ", count: 9)
        try folder.take(
            [
                NewsroomFolder.delivery("أ", page: NewsroomFolder.rain, #","phone":"1""#),
                NewsroomFolder.delivery(links), NewsroomFolder.delivery("أفضل كازينو"),
                NewsroomFolder.delivery("لا مقال", page: "/2020/nothing/"),
                NewsroomFolder.delivery("مكرر"), NewsroomFolder.delivery("مكرر", page: "/2024/01/flood/"),
            ].joined(separator: "\n"))
        let desk = try folder.desk()
        #expect(desk.folder.spam.map { $0.reason?.rawValue } == ["honeypot", "links", "blocked", "page", "repetition"])
        #expect(desk.folder.waiting.map(\.comment.text) == ["مكرر"])
    }

    @Test func sameDeliveryComesOnce() throws {
        let folder = try NewsroomFolder()
        try folder.take(NewsroomFolder.delivery("شكرًا"))
        #expect(try folder.take(NewsroomFolder.delivery("شكرًا")).known == 1)
        var desk = try folder.desk()
        try desk.reject([desk.folder.waiting[0].comment.id])
        #expect(try folder.take(NewsroomFolder.delivery("شكرًا")).known == 1)
    }

    @Test(arguments: [
        "{\"comment\":\"أ\"", "%zz=1", "no form", #"{"name":"هند"}"#, "{\"comment\":\"\u{202E}\u{2067}\"}",
        "{\"comment\":\"\(String(repeating: "x", count: 1 << 20))\"}",
    ]) func whatIsNoCommentIsRefusedByName(_ text: String) throws {
        let folder = try NewsroomFolder()
        let taken = try folder.take(text)
        #expect(taken.refused.map(\.path) == ["delivery"])
        #expect(taken.waiting + taken.spam == 0)
    }

    @Test func fieldsHaveTheNamesThatTheOutletGave() throws {
        let folder = try NewsroomFolder()
        try folder.write(
            "name: جريدة\nurl: https://example.org/\ncomments:\n  action: https://f.example/\n  fields: {comment: \"fields[message]\", honeypot: _gotcha}\n",
            to: "Content/site.yaml")
        try folder.take(
            "fields%5Bmessage%5D=a&page=/2024/01/rain/&_gotcha=x\nfields%5Bmessage%5D=b&page=/2024/01/rain/")
        #expect(try folder.desk().folder.waiting.map(\.comment.text) == ["b"])
    }

    @Test func hundredThousandDeliveriesAreTakenAtOnce() throws {
        let folder = try NewsroomFolder()
        let text = (0..<100_000).map { NewsroomFolder.delivery("تعليق \($0)") }.joined(separator: "\n")
        #expect(try folder.take(text).waiting == 100_000)
    }
}
