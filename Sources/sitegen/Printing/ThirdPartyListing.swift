import Base
import Pages

/// The other hosts that pages call, as `sitegen check` tells of them.
struct ThirdPartyListing {
    let arabic: Bool

    /// A line for each host and what it is called for, below a heading; nothing where there is none.
    ///
    /// - Parameter all: whether a line says that there is none.
    func text(_ counts: [ThirdPartyCalls.Count], all: Bool = false) -> [String] {
        guard !counts.isEmpty else {
            return all ? [arabic ? "لا تتصل الصفحات بأي مضيف آخر" : "pages call no other host"] : []
        }
        let heading = arabic ? "ما تتصل به الصفحات خارج الموقع:" : "what pages call outside of the site:"
        return [heading] + counts.map { "  \(line($0))" } + [""]
    }

    private func line(_ count: ThirdPartyCalls.Count) -> String {
        let pages = Counted.pages.phrase(count.pages, arabic: arabic)
        let purpose = arabic ? count.party.purpose.arabic : count.party.purpose.english
        let consent = count.party.consent.map { arabic ? "، بعد موافقة «\($0)»" : ", after the consent “\($0)”" } ?? ""
        return arabic
            ? "\(visible(count.party.origin)): \(purpose)\(consent)، \(pages)، منها \(visible(count.example))"
            : "\(visible(count.party.origin)): \(purpose)\(consent), \(pages), such as \(visible(count.example))"
    }

    /// JSON Lines: `host`, `purpose`, `consent` where there is one, `pages` and `example`.
    func json(_ counts: [ThirdPartyCalls.Count]) -> [String] {
        counts.map { count in
            var json = JSONWriter()
            json.object { json in
                json.text("host", count.party.origin)
                json.text("purpose", count.party.purpose.rawValue)
                if let consent = count.party.consent { json.text("consent", consent) }
                json.number("pages", count.pages)
                json.text("example", count.example)
            }
            return json.string
        }
    }
}

extension ThirdParty.Purpose {
    fileprivate var english: String {
        switch self {
        case .script: "a script"
        case .frame: "a frame"
        case .style: "a style sheet"
        case .font: "a font"
        case .picture: "a picture"
        case .recording: "a recording"
        case .connection: "a script's own connection"
        case .form: "a form, once it is sent"
        case .player: "a player, after a click"
        }
    }

    fileprivate var arabic: String {
        switch self {
        case .script: "برنامج"
        case .frame: "إطار"
        case .style: "ورقة أنماط"
        case .font: "خط"
        case .picture: "صورة"
        case .recording: "تسجيل"
        case .connection: "اتصال من برنامج"
        case .form: "نموذج، عند إرساله"
        case .player: "مشغّل، بعد نقرة القارئ"
        }
    }
}
