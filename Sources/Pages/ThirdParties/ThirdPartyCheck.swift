import Base
import Content
import Templates
import Typesetting

/// Whether what site.yaml brings of others can come to readers: files that are there, consents that something waits for.
struct ThirdPartyCheck {
    private let edition: Edition
    private var services: Services { edition.site.outlet.services }

    init(_ edition: Edition) { self.edition = edition }

    var problems: [Diagnostic] {
        guard !services.scripts.isEmpty || !services.consents.isEmpty else { return [] }
        let waiting = Set(services.scripts.compactMap(\.consent) + services.adPlaces.compactMap(\.consent))
        return services.scripts.compactMap(problem)
            + services.consents.filter { !waiting.contains($0.name) }.map { consent in
                Diagnostic(
                    .warning, id: ThirdPartyRule.neverShown,
                    Message(
                        en:
                            "readers are asked for what something waits for; nothing waits for “\(consent.name)”; write "
                            + "“consent: \(consent.name)” under a script, or take the line out",
                        ar: "يُسأل القارئ عما ينتظره شيء؛ ولا شيء ينتظر «\(consent.name)»؛ اكتب «consent: "
                            + "\(consent.name)» تحت برنامج، أو احذف السطر"),
                    at: consent.location)
            }
    }

    private func problem(_ script: OutletScript) -> Diagnostic? {
        guard case .file(let name) = script.source else { return nil }
        let path = "Content/assets/\(name)"
        guard edition.site.assets.contains(where: { $0.path == path }) else {
            let names = edition.site.assets.map { String($0.path.dropFirst("Content/assets/".count)) }
            let hint = suggestion(for: name, among: names.filter { $0.hasSuffix("js") })
            return Diagnostic(
                id: ThirdPartyRule.scriptFile,
                Message(
                    en: "Content/assets has no file “\(name)”"
                        + (hint.map { "; did you mean “\($0)”?" } ?? "; put the script there"),
                    ar: "ليس في Content/assets ملف «\(name)»"
                        + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ ضع البرنامج هناك")),
                at: script.location)
        }
        let hashes = script.integrity.compactMap { FileHash($0) }
        guard let bytes = edition.typesetter.bytes(of: path), !hashes.isEmpty,
            !hashes.contains(where: { $0.fits(bytes) })
        else { return nil }
        let right = FileHash(of: bytes, by: .sha384).text
        return Diagnostic(
            id: ThirdPartyRule.scriptFile,
            Message(
                en:
                    "“\(name)” is another file than its digest says, and no browser would run it; if it is the right one, "
                    + "write “integrity: \(right)”",
                ar:
                    "«\(name)» غير الملف الذي أُخذت بصمته، فلا يشغّله متصفح؛ إن كان هو المقصود فاكتب «integrity: \(right)»"
            ),
            at: script.location)
    }
}

extension CompiledTheme {
    /// What site.yaml names for pages and no template shows.
    func unshown(_ outlet: Outlet) -> [Diagnostic] {
        let services = outlet.services
        var problems: [Diagnostic] = []
        for place in services.adPlaces
        where place.afterParagraph == nil && !reads.has(record: "ads", field: place.name) {
            problems.append(
                Diagnostic(
                    .warning, id: ThirdPartyRule.neverShown,
                    Message(
                        en:
                            "a place for advertisements is shown by a template; none has “{{ page.ads.\(place.name) | safe }}”; "
                            + "add it, or write “after_paragraph: 4” for the texts of articles",
                        ar: "يعرض القالبُ موضع الإعلان؛ وليس في أي قالب «{{ page.ads.\(place.name) | safe }}»؛ أضفه، أو "
                            + "اكتب «after_paragraph: 4» لنصوص المقالات"),
                    at: place.location))
        }
        let waits =
            services.scripts.first { $0.consent != nil }?.location
            ?? services.adPlaces.first { $0.consent != nil }?.location
        if let waits, !reads.has(record: "page", field: "consents") {
            problems.append(
                Diagnostic(
                    .warning, id: ThirdPartyRule.neverShown,
                    Message(
                        en:
                            "what waits for a consent is loaded once a reader agrees; no template asks (“page.consents”), so "
                            + "that it never is; take consent.html, consent.js and the lines of base.html from a new site's "
                            + "theme",
                        ar: "لا يُحمَّل ما ينتظر موافقة حتى يوافق القارئ؛ ولا قالب يسأل («page.consents»)، فلن يُحمَّل أبدًا؛ "
                            + "خذ consent.html وconsent.js وأسطر base.html من قوالب موقع جديد"),
                    at: waits))
        }
        return problems
    }
}
