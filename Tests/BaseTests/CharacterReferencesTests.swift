import Base
import Testing

@Suite struct CharacterReferencesTests {
    @Test(arguments: [
        ("a &amp; b", "a & b"), ("&lt;b&gt;", "<b>"), ("&quot;&apos;", "\"'"), ("caf&eacute;", "café"),
        ("&laquo;خبر&raquo;", "«خبر»"), ("&#1582;&#x628;&#X631;", "خبر"),
        ("javascript&colon;alert&lpar;1&rpar;", "javascript:alert(1)"),
        ("java&Tab;script&NewLine;", "java\tscript\n"), ("&sol;x&num;y", "/x#y"), ("&amp;amp;", "&amp;"),
        ("&#00000000000000000000000000106;", "j"), ("&colon;\u{301}", ":\u{301}"),
    ]) func referencesAreResolved(_ text: String, _ resolved: String) {
        #expect(CharacterReferences.resolved(text).unicodeScalars.elementsEqual(resolved.unicodeScalars))
        #expect(CharacterReferences.resolved(Array(text.utf8)[...]) == resolved)
    }

    @Test(arguments: [
        "", "&", "a & b", "&amp", "&nope;", "&AMP;", "&;", "&#;", "&#x;", "&#xg;", "&#12a;", "&#+65;", "&#-65;",
        "& amp;",
        "&#\u{661};", "R&D; x", "&" + String(repeating: "a", count: 40) + ";",
    ]) func everythingElseStays(_ text: String) { #expect(CharacterReferences.resolved(text) == text) }

    /// HTML, section 13.2.5.80.
    @Test(arguments: ["&#0;", "&#xD800;", "&#x110000;", "&#99999999999;"]) func whatIsNoCharacterIsShownAsMissing(
        _ reference: String
    ) {
        #expect(CharacterReferences.resolved("a" + reference + "b") == "a\u{FFFD}b")
    }
}
