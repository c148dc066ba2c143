import Base
import Testing

@testable import Content

/// What is wrong with scripts, places and sources is told where it stands.
@Suite struct ThirdPartySettingsTests {
    /// `line:column id` of each problem.
    private func problems(_ settings: String) -> [String] {
        let text = "name: جريدة\nurl: https://example.org/\n" + settings + "\n"
        let load = LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1))
        return Outlet.load(from: MemoryTree(["Content/site.yaml": text]), load).diagnostics.map {
            "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.id)"
        }
    }

    @Test(arguments: [
        ("scripts: [{pages: all}]", "3:11 script-source"),
        ("scripts:\n  - source: http://s.example/a.js", "4:13 script-source"),
        ("scripts:\n  - source: //s.example/a.js", "4:13 script-source"),
        ("scripts:\n  - source: data:text/javascript,x", "4:13 script-source"),
        ("scripts:\n  - {source: \"https://s.example/a.js\", file: a.js}", "4:46 script-source"),
        ("scripts:\n  - {file: a.js, pages: [article, nowhere]}", "4:35 unknown-value"),
        ("scripts:\n  - {file: a.js, consent: tracking}", "4:27 consent-name"),
        ("scripts:\n  - {file: a.js, integrity: sha384-abc}", "4:29 script-integrity"),
        ("scripts:\n  - {file: a.js, attributes: {onload: x}}", "4:31 unknown-key"),
        ("scripts:\n  - {file: a.js, attributes: {crossorigin: all}}", "4:44 wrong-type"),
        ("scripts:\n  - {file: a.js, defer: false}", "4:25 unknown-value"),
        ("scripts:\n  - {file: a.js, needs: {connect: https://s.example}}", "4:26 unknown-key"),
        ("scripts:\n  - {file: a.js, onload: x}", "4:18 unknown-key"),
        ("consent: {two words: نعم؟}", "3:11 consent-name"),
        ("consent: {offers: }", "3:11 wrong-type"),
        ("ads: {top: {}}", "3:7 ad-size"), ("ads: {top: {phone: 0x100}}", "3:20 ad-size"),
        ("ads: {top: {phone: 320}}", "3:20 ad-size"),
        ("ads: {top: {phone: 320x100x2}}", "3:20 ad-size"), ("ads: {أعلى: {phone: 320x100}}", "3:7 ad-place"),
        ("ads: {top-bar: {phone: 320x100}, top_bar: {phone: 320x100}}", "3:34 ad-place"),
        ("ads: {top: {phone: 320x100, frame: \"http://a.example/\"}}", "3:36 script-source"),
        ("ads: {a: {phone: 1x1, after_paragraph: 0}}", "3:40 wrong-type"),
        ("ads: {top: {phone: 320x100, attributes: {style: x}}}", "3:42 unknown-key"),
        ("csp: {script-src: \"'unsafe-inline'\"}", "3:19 policy-source"),
        ("csp: {script-src: \"'unsafe-eval'\"}", "3:19 policy-source"),
        ("csp: {style-src: \"'unsafe-inline'\"}", "3:18 policy-source"),
        ("csp: {script-src: \"*\"}", "3:19 policy-source"),
        ("csp: {script-src: \"data:\"}", "3:19 policy-source"), ("csp: {script-src: \"blob:\"}", "3:19 policy-source"),
        ("csp: {script-src: \"https:\"}", "3:19 policy-source"),
        ("csp: {script-src: \"http://s.example\"}", "3:19 policy-source"),
        ("csp: {script-src: \"'sha256-abc'\"}", "3:19 policy-source"),
        ("csp: {script-src: \"'nonce-abc'\"}", "3:19 policy-source"),
        ("csp: {img-src: \"'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='\"}", "3:16 policy-source"),
        ("csp: {report: \"http://r.example/\"}", "3:15 wrong-type"),
        ("csp: {report: {try: {img-src: \"*\"}}}", "3:15 missing-key"),
    ]) func badInputHasADiagnosticInItsPlace(_ settings: String, _ expected: String) {
        #expect(problems(settings).first == expected, "\(problems(settings))")
    }

    @Test(arguments: [
        "ads: \"ads.example, 1, DIRECT\"", "ads: [\"ads.example, 1, DIRECT\"]", "csp: {img-src: \"data: https:\"}",
        "csp: {style-src: \"'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='\"}",
        "ads: {txt: \"ads.example, 1, DIRECT\", top: {الهاتف: 320 × 100, الصفحات: [الأولى، القوائم]}}",
        "الموافقة: {عدّ: نعدّ؟}\nالبرامج:\n  - {المصدر: \"https://s.example/a.js\", الموافقة: عدّ, فور وصوله: نعم}",
        "scripts: {source: \"https://s.example/a.js\", defer: true, attributes: {data-a.b_c: 1, id: x, crossorigin: anonymous}}",
    ]) func whatIsRightIsNotReported(_ settings: String) { #expect(problems(settings) == []) }
}
