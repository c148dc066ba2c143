import Base
import Testing

@Suite struct MachineEscapingTests {
    private func written(_ write: (inout [UInt8]) -> Void) -> String {
        var bytes: [UInt8] = []
        write(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func markupHoldsNoCharacterOfItsOwn() {
        #expect(written { $0.append(escaping: "<a & \"b\" 'c'>") } == "&lt;a &amp; &#34;b&#34; &#39;c&#39;&gt;")
    }

    @Test func jsonMayStandInAScript() {
        #expect(written { $0.append(jsonEscaping: "</script>\"\\\n") } == "\\u003c/script>\\\"\\\\\\n")
    }

    @Test func characterDataNeverEndsEarly() {
        #expect(
            written { $0.append(characterData: Array("a]]>b]]]>".utf8)) }
                == "<![CDATA[a]]]]><![CDATA[>b]]]]]><![CDATA[>]]>")
    }

    @Test(arguments: [
        "\u{0}", "\u{8}", "\u{B}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}", "\u{202A}", "\u{202E}", "\u{FFFE}",
        "\u{FFFF}",
    ])
    func whatNoFormatMayHoldIsLeftOut(_ character: String) {
        #expect(written { $0.append(escaping: "أ\(character)ب") } == "أب")
        #expect(written { $0.append(jsonEscaping: "أ\(character)ب") } == "أب")
        #expect(written { $0.append(characterData: Array("أ\(character)ب".utf8)) } == "<![CDATA[أب]]>")
    }

    @Test(arguments: [
        "«العربية»", "é € ﷺ", "\u{200F}a", "\u{2068}x\u{2069}", "\u{A0}", "🌍", "\u{202F}", "\u{FFFD}", "\u{2029}",
    ])
    func everyOtherCharacterStays(_ text: String) {
        #expect(written { $0.append(escaping: text) } == text)
    }

    @Test(arguments: [(0, "0"), (9, "9"), (1200, "1200"), (-5, "-5")]) func numbersAreDigits(
        _ number: Int, _ text: String
    ) {
        #expect(written { $0.append(decimal: number) } == text)
    }

    @Test(arguments: [(7, 2, "07"), (12, 2, "12"), (800, 4, "0800"), (2024, 4, "2024")])
    func widthIsFilledWithZeros(_ number: Int, _ width: Int, _ text: String) {
        #expect(written { $0.append(decimal: number, width: width) } == text)
    }
}
