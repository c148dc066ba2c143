import Base
import Testing

@testable import Content

/// Files that cannot be read as they are.
@Suite struct UnreadFileTests {
    @Test(arguments: [
        ("خبر.md.txt", "خبر.md"), ("خبر.markdown", "خبر.md"), ("خبر.MD", "خبر.md"), ("خبر.mdown", "خبر.md"),
        ("خبر.md.docx", "خبر.md"),
        ("خبر.MD.TXT", "خبر.md"), ("خبر 2.0.txt", "خبر 2.0.md"), ("خبر", "خبر.md"), ("خبر.md ", "خبر.md"),
        ("خبر.txt.md.txt", "خبر.md"),
    ]) func rightNameIsThatOfAText(_ name: String, _ right: String) {
        let message = UnusedFile.advice(on: "Content/articles/\(name)")
        #expect(message.arabic.contains("«\(right)»"))
        #expect(message.english.contains("“\(right)”"))
    }

    @Test(arguments: [
        ("UTF-16", true, false), ("UTF-16", true, true), ("UTF-16", false, false), ("UTF-16", false, true),
        ("UTF-32", true, false),
        ("UTF-32", false, true),
    ]) func fileInWideLettersIsOneSentence(_ encoding: String, _ hasMark: Bool, _ isLittle: Bool) {
        let text = (hasMark ? "\u{FEFF}" : "") + "---\ntitle: عنوان\ndate: 2024-01-24\n---\n\nنص المقال\n"
        var file: [UInt8] = []
        if encoding == "UTF-16" {
            for unit in text.utf16 {
                file += isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
        } else {
            for scalar in text.unicodeScalars {
                let bytes = [24, 16, 8, 0].map { UInt8(scalar.value >> UInt32($0) & 0xFF) }
                file += isLittle ? bytes.reversed() : bytes
            }
        }
        let tree = MemoryTree(["Content/site.yaml": "name: ج\nurl: https://example.org/\n"])
        tree["Content/articles/2024-01-24-a.md"] = file
        let problems = loadSite(tree, LoadOptions(now: Instant(seconds: 1_735_689_600), workers: Workers(jobs: 1)))
            .diagnostics
        #expect(problems.map(\.id) == ["utf-8"])
        #expect(problems.first?.message.arabic.contains("بترميز \(encoding)") == true)
        #expect(problems.first?.location == Location(path: "Content/articles/2024-01-24-a.md"))
    }

    @Test func arabicOfWindowsIsNamed() {
        // «---», «title: خبر عاجل».
        let file =
            Array("---\ntitle: ".utf8) + [0xCE, 0xC8, 0xD1, 0x20, 0xDA, 0xC7, 0xCC, 0xE1] + Array("\n---\n".utf8)
        #expect(throws: Diagnostic.self) { try SourceText(file, path: "a.md") }
        do throws(Diagnostic) {
            _ = try SourceText(file, path: "a.md")
        } catch {
            #expect(error.message.english.contains("this is Windows-1256"))
            #expect(error.location == Location(path: "a.md", line: 2, column: 8))
        }
    }

    @Test(arguments: [
        ("www.google.com", "https://www.google.com"), ("example.org/a?b", "https://example.org/a?b"),
        ("//example.org/", "https://example.org/"),
        ("موقع.مصر", "https://موقع.مصر"),
    ]) func schemeAloneIsMissing(_ url: String, _ whole: String) {
        let (_, diagnostics) = SiteFixture.article("title: ع\ndate: 2024-01-24\nsource: {name: وكالة, url: \"\(url)\"}")
        #expect(diagnostics.map(\.id) == ["url-scheme"])
        #expect(diagnostics.first?.message.arabic == "تنقص https:// في أول الرابط؛ اكتب «\(whole)»")
    }

    @Test(arguments: ["google", "rain.md", "javascript:x", "www.a b.com", "www..com", "a.jpg"])
    func whatIsNoHostIsNotCompleted(
        _ url: String
    ) {
        #expect(WebURL.completed(url) == nil)
    }
}
