import ArabicText
import Base

extension Vocabulary {
    /// The keys of `Content/frontpage.yaml`.
    package static let frontPage = Vocabulary([
        Key("slots", ["المواضع", "الواجهة"], "The stories at the top, the lead first."),
        Key("breaking", ["عاجل"], "The bar above the page: `{text, url, until}`."),
    ])

    static let slot = Vocabulary([
        Key("article", ["المقال", "مقال"], .text, "The story: file, slug or path."),
        Key("until", ["حتى"], .text, "When it leaves the slot."),
    ])

    static let breaking = Vocabulary([
        Key("text", ["النص"], .text, "What the bar says."),
        Key("url", ["الرابط"], .text, "Where it leads."),
        Key("until", ["حتى"], .text, "When it goes."),
    ])
}

/// What `frontpage.yaml` states, without what is over at `now`.
func readFrontPageFields(
    _ yaml: Yaml?, path: String, outlet: Outlet, now: Instant
) -> (front: (slots: [Manuscript.Word], breaking: FrontPage.Breaking?), diagnostics: [Diagnostic]) {
    var fields = Fields(yaml, .frontPage, path: path)
    let slots: [Manuscript.Word] = fields.items("slots").compactMap { item in
        if case .scalar(let text, _) = item.content { return .init(text: text, location: item.location) }
        return fields.nested(item, .slot) { fields in
            let until = fields.stamp("until", zone: outlet.zone)
            guard let article = fields.required("article"), until.map({ $0.instant > now }) ?? true else { return nil }
            return .init(text: article, location: fields.place(of: "article"))
        }
    }
    var breaking: FrontPage.Breaking?
    if let value = fields.value("breaking") {
        breaking = fields.nested(value, .breaking) { fields in
            let until = fields.stamp("until", zone: outlet.zone)
            let target = fields.text("url").flatMap { fields.target($0, at: fields.place(of: "url")) }
            guard let text = fields.required("text"), until.map({ $0.instant > now }) ?? true else { return nil }
            return .init(text: text, target: target)
        }
    }
    return ((slots, breaking), fields.diagnostics)
}
