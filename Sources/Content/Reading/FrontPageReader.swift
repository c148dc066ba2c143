import ArabicText
import Base

extension Vocabulary {
    /// The keys of `Content/frontpage.yaml`.
    package static let frontPage = Vocabulary(
        front.keys + [
            Key("breaking", ["عاجل"], "The bar above the page: `{text, url, until}`."),
            Key("sections", ["الأقسام"], "Fronts of sections by their names, each with slots and blocks of its own."),
        ])

    /// The keys of the front of a section.
    package static let front = Vocabulary([
        Key("slots", ["المواضع", "الواجهة"], "The stories at the top, the lead first."),
        Key(
            "blocks", ["الكتل"],
            "What stands below, in this order; without it each section has a block of four on the front page."),
    ])

    /// The keys of one item of `slots`.
    package static let slot = Vocabulary([
        Key("article", ["المقال", "مقال"], .code, "The story: file, slug or path."),
        Key("until", ["حتى"], .code, "When it leaves the slot; what the other keys say then takes its place."),
        Key("section", ["القسم"], .code, "In its place, or for want of a story, the newest of this section."),
        Key("tag", ["الوسم"], .code, "The newest story with this tag."),
        Key("newest", ["الأحدث"], "`true`: the newest story of all."),
    ])

    /// The keys of `breaking`.
    package static let breaking = Vocabulary([
        Key("text", ["النص"], .text, "What the bar says."),
        Key("url", ["الرابط"], .code, "Where it leads."),
        Key("until", ["حتى"], .code, "When it goes."),
    ])

    static let frontPageText = textKeys(of: [.frontPage, .slot, .block, .breaking])
}

/// What `frontpage.yaml` states, before any story was looked up.
struct FrontPagePlan: Sendable {
    struct Slot: Sendable {
        var article: Manuscript.Word?
        var until: Stamp?
        /// What fills the slot when the article does not, in the order of trying.
        var fallbacks: [Fallback] = []
    }

    enum Fallback: Sendable {
        case section(Manuscript.Word)
        case tag(Manuscript.Word)
        case newest
    }

    struct Breaking: Sendable {
        let text: String
        let link: Outlet.Link?
        let until: Stamp?
    }

    var slots: [Slot] = []
    /// Nil where the key is not there.
    var blocks: [PlannedBlock]?
    var breaking: Breaking?
    /// By the sections' names.
    var sections: [(name: Manuscript.Word, front: FrontPagePlan)] = []
}

func readFrontPagePlan(_ yaml: Yaml?, path: String, outlet: Outlet) -> (plan: FrontPagePlan, diagnostics: [Diagnostic])
{
    var fields = Fields(yaml, .frontPage, path: path)
    var plan = fields.readFront(zone: outlet.zone)
    if let value = fields.value("breaking") {
        plan.breaking = fields.nested(value, .breaking) { fields in
            let until = fields.stamp("until", zone: outlet.zone)
            let place = fields.place(of: "url")
            let target = fields.text("url").flatMap { fields.target($0, at: place) }
            return fields.required("text").map { text in
                .init(text: text, link: target.map { .init(title: text, target: $0, at: place) }, until: until)
            }
        }
    }
    for entry in fields.pairs("sections") {
        let name = Manuscript.Word(text: bare(entry.key), location: entry.location)
        plan.sections.append((name, fields.nested(entry.value, .front) { $0.readFront(zone: outlet.zone) }))
    }
    return (plan, fields.diagnostics)
}

extension Fields {
    fileprivate mutating func readFront(zone: Zone) -> FrontPagePlan {
        var plan = FrontPagePlan()
        plan.slots = items("slots").compactMap { item in
            if case .scalar(let text, _) = item.content {
                return .init(article: .init(text: bare(text), location: item.location))
            }
            return nested(item, .slot) { $0.readSlot(zone: zone) }
        }
        if isWritten("blocks") {
            plan.blocks = items("blocks").compactMap { item in nested(item, .block) { $0.readBlock(at: item.location) }
            }
        }
        return plan
    }

    private mutating func readSlot(zone: Zone) -> FrontPagePlan.Slot? {
        var slot = FrontPagePlan.Slot()
        slot.article = word("article")
        slot.until = stamp("until", zone: zone)
        if let section = word("section") { slot.fallbacks.append(.section(section)) }
        if let tag = word("tag") { slot.fallbacks.append(.tag(tag)) }
        if flag("newest") == true { slot.fallbacks.append(.newest) }
        if slot.article == nil, slot.fallbacks.isEmpty {
            report(
                SettingsRule.emptySlot, at: location,
                Message(
                    en: "a slot names what it shows: “article”, “section”, “tag” or “newest: true”",
                    ar: "يذكر كل موضع ما يعرضه: article أو section أو tag أو «newest: نعم»"))
            return nil
        }
        return slot
    }

    mutating func word(_ name: String) -> Manuscript.Word? {
        text(name).map { .init(text: $0, location: place(of: name)) }
    }
}
