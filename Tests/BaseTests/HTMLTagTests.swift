import Base
import Testing

@Suite struct HTMLTagTests {
    /// `name a=1 b` of the tag at the beginning, with `/` before the name of an end tag, and what is behind it.
    private func shown(_ html: String) -> String? {
        let bytes = Array(html.utf8)
        return HTMLTag(at: 0, in: bytes).map { tag in
            let attributes = tag.attributes.map { attribute in
                let value = String(decoding: bytes[attribute.value], as: UTF8.self)
                return " [\(attribute.name)=\(value)|\(String(decoding: bytes[attribute.range], as: UTF8.self))]"
            }
            let rest = String(decoding: bytes[tag.end...], as: UTF8.self)
            return (tag.isClosing ? "/" : "") + tag.name + attributes.joined() + " … " + rest
        }
    }

    @Test(arguments: [
        ("<p>x", "p … x"), ("</p>x", "/p … x"), ("<BR/>x", "br … x"), ("<h1 >", "h1 … "), ("<a-b>", "a-b … "),
        ("<a href=\"/x\">y</a>", "a [href=/x|href=\"/x\"] … y</a>"), ("<a HREF='/x'>", "a [href=/x|HREF='/x'] … "),
        ("<a href=/x/>", "a [href=/x/|href=/x/] … "),
        ("<a href = \"x>y\" id>", "a [href=x>y|href = \"x>y\"] [id=|id] … "),
        ("<img src=a.jpg alt=\"\"/>", "img [src=a.jpg|src=a.jpg] [alt=|alt=\"\"] … "),
        ("<a b='\"' c=\"'\">", "a [b=\"|b='\"'] [c='|c=\"'\"] … "), ("<a\n b\t=\n1>", "a [b=1|b\t=\n1] … "),
        ("<a =b>", "a [=b=|=b] … "), ("<a b=\"x\"c=y>", "a [b=x|b=\"x\"] [c=y|c=y] … "),
        ("<a b=1 b=2>", "a [b=1|b=1] [b=2|b=2] … "),
    ]) func tagIsReadAsABrowserDoes(_ html: String, _ tag: String) { #expect(shown(html) == tag) }

    @Test(arguments: ["<a", "<a b", "<a b=", "<a b=\"x", "<a b='>", "</a", "<a b=x"]) func tagWithoutAnEndIsNone(
        _ html: String
    ) {
        #expect(shown(html) == nil)
        #expect(HTMLTag.starts(at: 0, in: Array(html.utf8)))
    }

    @Test(arguments: ["<", "</", "< a>", "<1>", "<!--", "<!DOCTYPE html>", "<?xml?>", "a", "</>", "<ن>"])
    func textIsNoTag(
        _ html: String
    ) {
        #expect(shown(html) == nil)
        #expect(!HTMLTag.starts(at: 0, in: Array(html.utf8)))
    }

    @Test func firstAttributeOfANameCounts() {
        let html = Array("<a b=1 b=2>".utf8)
        #expect(HTMLTag(at: 0, in: html)?.attribute("b").map { Array(html[$0.value]) } == [UInt8(ascii: "1")])
        #expect(HTMLTag(at: 0, in: html)?.attribute("c") == nil)
    }

    @Test(arguments: [
        ("script", "a<b</scripts></SCRIPT >x", 13), ("title", "</title>", 0), ("style", "a</style", 8),
        ("style", "", 0),
        ("title", "<</</title/", 3),
    ]) func endOfTextIsTheFirstWholeEndTag(_ name: String, _ html: String, _ place: Int) {
        #expect(HTMLTag.placeOfEnd(of: name, in: Array(html.utf8), from: 0) == place)
    }

    @Test(arguments: [
        ("<!-- a -->b", 10), ("<!---->b", 7), ("<!-->b", 5), ("<!--->b", 6), ("<!-- a --!>b", 11),
        ("<!-- a -- b -->c", 15),
        ("<!-- a", nil), ("<!-- a --", nil), ("<!-- a - ->", nil),
    ]) func commentEndsWhereBrowsersEndIt(_ html: String, _ end: Int?) {
        #expect(HTMLComment.starts(at: 0, in: Array(html.utf8)))
        #expect(HTMLComment.end(from: 0, in: Array(html.utf8)) == end)
    }

    @Test(arguments: ["<!-", "<! --", "-->", "<p>", ""]) func everythingElseIsNoComment(_ html: String) {
        #expect(!HTMLComment.starts(at: 0, in: Array(html.utf8)))
    }
}
