import Base
import Content
import Markdown
import Typesetting

/// Finds pictures of other sites that the outlet's own content security policy (`SecurityPolicy`) keeps browsers from
/// showing.
struct PicturePolicy: Sendable {
    private let typesetter: Typesetter
    private let policy: SecurityPolicy

    init(_ edition: Edition) {
        typesetter = edition.typesetter
        policy = SecurityPolicy(edition.site.outlet)
    }

    /// One for each site that pictures of the text come from.
    func problems(in text: LinkCheck.Text) -> [Diagnostic] {
        var seen: Set<String> = []
        return text.text.pictures.compactMap { use in
            guard let source = policy.origin(of: use.destination), !policy.allows("img-src", use.destination),
                seen.insert(source).inserted
            else { return nil }
            return .blockedPicture(
                from: source, at: typesetter.place(use.offset, in: text.path, bodyStart: text.bodyStart))
        }
    }
}

extension Diagnostic {
    fileprivate static func blockedPicture(from source: String, at location: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: CheckRule.pictureBlocked,
            Message(
                en:
                    "browsers show only pictures of the site itself, as its security policy says, and none from "
                    + "“\(source)”; "
                    + "put the file beside this one, or write “csp: {img-src: \(source)}” in site.yaml",
                ar: "لا تعرض المتصفحات إلا صور الموقع نفسه بحكم سياسة أمنه، ولا صورة من «\(source)»؛ "
                    + "ضع الملف بجانب هذا الملف، أو اكتب «csp: {img-src: \(source)}» في site.yaml"),
            at: location)
    }
}
