import ArabicText
import Base
import Content
import Testing

@testable import Import

@Suite struct MatterTests {
    private func matter(_ text: String) -> MatterFile { MatterFile(Array(text.utf8), path: "x.md") }

    @Test(arguments: [
        "---\ntitle: \"أ: ب\"\ntags: [ج, د]\n---\nنص\n", "+++\ntitle = \"أ: ب\"\ntags = [\"ج\", 'د']\n+++\nنص\n",
        "{\n  \"title\": \"أ: ب\",\n  \"tags\": [\"ج\", \"د\"]\n}\nنص\n",
        "---\r\ntitle: 'أ: ب'\r\ntags:\r\n- ج\r\n- د\r\n---\r\nنص\r\n",
        "\u{FEFF}---\ntitle: 'أ: ب'\ntags:\n- ج\n- د\n...\nنص\n",
        ";;;\n{\"title\": \"أ: ب\", \"tags\": [\"ج\", \"د\"]}\n;;;\nنص\n",
    ])
    func yamlTOMLAndJSONSayTheSame(_ text: String) {
        let file = matter(text)
        #expect(file.problem == nil)
        #expect(file.matter["title"].text == "أ: ب")
        #expect(file.matter["Tags"].texts == ["ج", "د"])
        #expect(file.body == "نص\n")
    }

    @Test func whatIsNoYAMLIsTakenLineByLineAndTold() {
        let file = matter("---\ntitle: أ: ب: ج\ndate: 2024-01-24\ndate: 2024-01-25\ntags:\n- د\n---\nنص")
        #expect(file.problem?.line == 2)
        #expect(file.matter["title"].text == "أ: ب: ج")
        #expect(file.matter["date"].text == "2024-01-25")
        #expect(file.matter["tags"].texts == ["د"])
        #expect(file.body == "نص")
    }

    @Test func aFenceWithoutAnEndIsText() {
        let file = matter("---\nنص")
        #expect(!file.hasMatter)
        #expect(file.body == "---\nنص")
    }

    @Test(arguments: [
        ("a = 1 # x\n[b]\nc.d = 'é'\n", "b.c.d", "é"), ("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3", "a.1.c.d", "3"),
        ("a = \"\"\"\nx\\\n   y\"\"\"\n", "a", "xy"), ("a = '''\n'x\n'''", "a", "'x"),
        ("a = {b = 1, c = [1, [2, 3],]}", "a.c.1.0", "2"), ("\"ع ن\" = \"\\u0639\\t\"", "ع ن", "ع"),
        ("عنوان = 'x'", "عنوان", "x"), ("a = 2024-01-24 09:05:00+03:00", "a", "2024-01-24 09:05:00+03:00"),
        ("a=true\r\nb=2\r\n", "b", "2"), ("a = \"\"\"x\"\"\"\"", "a", "x\""),
    ])
    func tomlIsRead(_ text: String, _ path: String, _ value: String) throws {
        let root = try TOMLReader.read(Array(text.utf8))
        let found = path.split(separator: ".").reduce(root) { value, part in
            Int(part).map { value.items.indices.contains($0) ? value.items[$0] : .nothing } ?? value[String(part)]
        }
        #expect(found.text == value)
    }

    @Test(arguments: [
        ("a", 1), ("a =", 3), ("a = [1", 6), ("a = \"x\nb", 6), ("[a\nb", 2), ("a = 1 b", 0), ("a = \"\\q\"", 6),
        ("a = \"\\uD800\"", 7), ("= 1", 0), ("a = ]", 4),
    ])
    func whatIsNoTOMLIsToldWithItsPlace(_ text: String, _ offset: Int) {
        let fault = #expect(throws: TOMLReader.Fault.self) { try TOMLReader.read(Array(text.utf8)) }
        if offset > 0 { #expect(fault?.offset == offset) }
    }

    @Test func depthAndNumberOfTOMLAreBounded() {
        #expect(throws: TOMLReader.Fault.self) {
            try TOMLReader.read(Array(("a = " + String(repeating: "[", count: 100_000)).utf8))
        }
        #expect(throws: TOMLReader.Fault.self) {
            try TOMLReader.read(Array(String(repeating: "a.", count: 10_000).utf8))
        }
        #expect(throws: TOMLReader.Fault.self) {
            try TOMLReader.read(Array((0..<6000).map { "k\($0) = 1\n" }.joined().utf8))
        }
    }

    @Test(arguments: [
        ("2024-01-24 09:05:00 +0300", "2024-01-24 09:05:00 10800"), ("2024-01-24T09:05:00Z", "2024-01-24 09:05:00 0"),
        ("2024-1-4", "2024-01-04"), ("2024-01-24 09:05", "2024-01-24 09:05:00"), ("غدًا", ""), ("0001-01-01", ""),
        ("2024-01-24 09:05:00.000000000 Z", "2024-01-24 09:05:00 0"), ("2024/01/24", "2024-01-24"),
    ])
    func datesAreReadAsTheOldSystemReadThem(_ written: String, _ meant: String) {
        let date = FolderItem.date(written)
        let time = date?.time.map { time -> String in
            var text: [UInt8] = []
            text.append(iso: time)
            return " " + String(decoding: text, as: UTF8.self)
        }
        let offset = date?.offsetSeconds.map { " \($0)" }
        #expect((date?.date.iso ?? "") + (time ?? "") + (offset ?? "") == meant)
    }
}
