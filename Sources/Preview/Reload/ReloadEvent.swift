import ArabicText
import Base

/// The event that tells one page of a new version of the site.
struct ReloadEvent {
    /// Digest of the page as it is now.
    let digest: String
    let json: String

    init(_ state: ReloadState.State, _ page: ReloadEvents.OpenPage) {
        let bytes = state.site.flatMap { site in site.bytes(of: page.file) ?? site.bytes(of: "404.html") }
        digest = bytes.map { Digest(of: $0).hex } ?? page.digest
        let changed = digest != page.digest
        var json = JSONWriter(controls: .escaped)
        json.object { [digest] json in
            json.number("version", state.version)
            json.flag("reload", changed)
            json.text("digest", digest)
            json.array("styles") { json in
                for style in changed ? state.styles : [] {
                    json.array { json in
                        json.text(style.old)
                        json.text(style.new)
                    }
                }
            }
            json.array("problems") { json in
                for sum in SummedDiagnostic.sums(of: state.problems) {
                    json.object { Self.write(sum, arabic: state.speaksArabic, into: &$0) }
                }
            }
        }
        self.json = json.string
    }

    private static func write(_ sum: SummedDiagnostic, arabic: Bool, into json: inout JSONWriter) {
        let problem = sum.problem
        let message = arabic ? problem.message.arabic : problem.message.english
        json.text("place", problem.location?.text ?? "")
        json.text("severity", problem.severity.rawValue)
        json.text("id", problem.id)
        json.text("message", message + (sum.extent(arabic: arabic).map { ": \($0)" } ?? ""))
    }
}
