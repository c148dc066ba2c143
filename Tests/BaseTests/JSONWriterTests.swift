import Base
import Testing

@Suite struct JSONWriterTests {
    private func write(_ writer: JSONWriter, _ fill: (inout JSONWriter) -> Void) -> String {
        var writer = writer
        fill(&writer)
        return writer.string
    }

    @Test func commasStandBetweenMembersAndItems() {
        let json = write(JSONWriter()) { json in
            json.object { json in
                json.text("a", "x")
                json.text("absent", nil)
                json.number("b", -12)
                json.flag("c", true)
                json.null("d")
                json.array("e") { json in
                    json.text("y")
                    json.array { _ in }
                    json.object { $0.text(under: "k\"", "z") }
                    json.flag(false)
                }
                json.texts("f", ["1", "2"])
                json.ready("g", Array("[0]".utf8))
            }
        }
        #expect(
            json
                == #"{"a":"x","b":-12,"c":true,"d":null,"e":["y",[],{"k\"":"z"},false],"f":["1","2"],"g":[0]}"#)
    }

    @Test func whatWasCutLeavesNoComma() {
        let json = write(JSONWriter()) { json in
            json.object { json in
                json.text("a", "x")
                let end = json.end
                json.text("b", "y")
                json.cut(to: end)
                json.text("c", "z")
            }
        }
        #expect(json == #"{"a":"x","c":"z"}"#)
    }

    @Test func eachLevelIsMovedIn() {
        let json = write(JSONWriter(indent: 2)) { json in
            json.object { json in
                json.texts("list", ["a", "b"])
                json.object("none") { _ in }
                json.object(under: "مفتاح") { $0.texts(under: "empty", []) }
            }
        }
        #expect(
            json == """
                {
                  "list": [
                    "a",
                    "b"
                  ],
                  "none": {},
                  "مفتاح": {
                    "empty": []
                  }
                }
                """)
    }

    /// What programs fetch holds no control characters; what terminals show holds them as escapes.
    @Test(arguments: [
        ("\"\\</script>", #""\"\\\u003c/script>""#, #""\"\\\u003c/script>""#),
        ("a\n\tb", #""a\n\tb""#, #""a\u000a\u0009b""#),
        ("a\u{0}\u{1B}\u{7F}\u{85}b", #""ab""#, #""a\u0000\u001b\u007f\u0085b""#),
        ("a\u{202E}b\u{2066}", "\"ab\u{2066}\"", "\"a\\u202eb\u{2066}\""),
        ("a\u{2028}b", "\"a\u{2028}b\"", #""a\u2028b""#),
        ("قاهرة é 🌙", "\"قاهرة é 🌙\"", "\"قاهرة é 🌙\""),
    ])
    func textsAreEscaped(_ text: String, _ omitted: String, _ escaped: String) {
        for (controls, expected) in [(JSONWriter.Controls.omitted, omitted), (.escaped, escaped)] {
            #expect(write(JSONWriter(controls: controls)) { $0.text(text) } == expected)
            let bytes = write(JSONWriter(controls: controls)) { json in json.object { $0.text("k", Array(text.utf8)) } }
            #expect(bytes == "{\"k\":\(expected)}")
        }
    }

    @Test func whatSteersATerminalIsReplaced() {
        #expect(visible("a\u{1B}[2Jb\nc\u{202E}d") == "a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d")
        #expect(visible("مطر.md") == "مطر.md")
    }
}
