import ArabicText
import Base

/// An entry of the menu as site.yaml has it, before anything was looked up.
struct MenuPlan: Sendable {
    enum Goal: Sendable {
        case section(Manuscript.Word)
        case tag(Manuscript.Word)
        case page(Manuscript.Word)
        case link(Outlet.Link.Target)
        /// A word above other entries.
        case nothing
    }

    /// Nil where what it leads to has a name.
    var title: String?
    var goal: Goal
    let location: Location
    var children: [MenuPlan] = []
}

extension Vocabulary {
    static let menuEntry = Vocabulary([
        Key("title", ["العنوان"], .text, "Its text; by default the name of what it leads to."),
        Key("url", ["الرابط"], .code, "A path of the site or a whole address."),
        Key("name", ["الاسم"], .text, "Its text."),
        Key("section", ["القسم"], .code, "The section that it leads to, by its name or slug."),
        Key("tag", ["الوسم"], .code, "The tag that it leads to."),
        Key("page", ["الصفحة"], .code, "The standing page that it leads to, by its file in `Content/pages`."),
        Key("children", ["الفروع"], "The entries beneath it, written as it is itself."),
    ]).answering(ForeignKeys.menuEntry)
}

/// The key `navigation`.
extension Fields {
    /// Nil where the sections are the menu.
    mutating func readMenu() -> [MenuPlan]? { has("navigation") ? entries("navigation") : nil }

    private mutating func entries(_ key: String, beneath parent: String? = nil) -> [MenuPlan] {
        let items = items(key)
        if items.count == 1, case .scalar = items[0].content {
            return words(key).map {
                .init(goal: .section(.init(text: $0.text, location: $0.location)), location: $0.location)
            }
        }
        return items.compactMap { item in
            if case .scalar(let name, _) = item.content {
                return .init(goal: .section(.init(text: name, location: item.location)), location: item.location)
            }
            return nested(item, .menuEntry) { $0.readEntry(beneath: parent) }
        }
    }

    private mutating func readEntry(beneath parent: String?) -> MenuPlan? {
        guard let goal = readGoal() else { return nil }
        // What is wrong with a link is told at its address.
        let start = if case .link = goal { place(of: "url") } else { location }
        var plan = MenuPlan(title: text("title") ?? text("name"), goal: goal, location: start)
        switch goal {
        case .link, .nothing:
            guard plan.title != nil || required("name") != nil else { return nil }
        case .section, .tag, .page: break
        }
        guard has("children") else { return plan }
        if let parent {
            report(
                SettingsRule.menuDepth, at: place(of: "children"),
                Message(
                    en: "the menu has two levels; put these entries beneath “\(parent)”, or leave them out",
                    ar: "للقائمة مستويان؛ ضع هذه المداخل تحت «\(parent)»، أو احذفها"))
        } else {
            plan.children = entries("children", beneath: plan.title ?? plan.goal.name)
        }
        return plan
    }

    /// What an entry leads to; nil where nothing or several things are said of it, which is reported.
    private mutating func readGoal() -> MenuPlan.Goal? {
        let keys = ["section", "tag", "page", "url"].filter(has)
        guard keys.count < 2 else {
            let names = keys.map(spelled)
            report(
                SettingsRule.menuGoal, at: place(of: keys[1]),
                Message(
                    en:
                        "an entry of the menu leads to one thing; it has “\(names.joined(separator: "” and “"))”; keep one",
                    ar: "يقود مدخل القائمة إلى شيء واحد؛ وفيه «\(names.joined(separator: "» و«"))»؛ أبقِ أحدها"))
            return nil
        }
        func word(_ key: String, _ fields: inout Self) -> Manuscript.Word? {
            let place = fields.place(of: key)
            return fields.text(key).map { .init(text: $0, location: place) }
        }
        switch keys.first {
        case "section": return word("section", &self).map { .section($0) }
        case "tag": return word("tag", &self).map { .tag($0) }
        case "page": return word("page", &self).map { .page($0) }
        case nil where has("children"): return .nothing
        default:
            guard let url = required("url") else { return nil }
            return target(url, at: place(of: "url")).map { .link($0) }
        }
    }
}

extension MenuPlan.Goal {
    /// As site.yaml names it.
    fileprivate var name: String {
        switch self {
        case .section(let word), .tag(let word), .page(let word): word.text
        case .link, .nothing: ""
        }
    }
}
