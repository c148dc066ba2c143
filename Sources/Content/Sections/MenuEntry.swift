package import Base

/// An entry of the menu.
package struct MenuEntry: Sendable {
    /// Its text.
    package let title: String
    /// Where it leads; nil for a word above other entries.
    package let target: Outlet.Link.Target?
    /// Where site.yaml has it; nil where it comes of a section.
    package let location: Location?
    /// The entries beneath it.
    package let children: [MenuEntry]
}

extension SiteLoader {
    /// The menu as site.yaml has it; without that the sections at the top, each with those right beneath it.
    mutating func menu(_ sections: [Section], _ tags: [Tag], _ pages: [StandingPage], _ terms: Terms) -> [MenuEntry] {
        guard let plan = outlet.navigation else {
            func entry(_ place: Int, _ children: [MenuEntry]) -> MenuEntry {
                .init(
                    title: sections[place].name, target: .page(sections[place].url), location: nil, children: children)
            }
            return sections.indices.filter { sections[$0].ancestors.isEmpty }.map { place in
                entry(place, sections[place].children.map { entry($0, []) })
            }
        }
        var found = MenuGoals(outlet: outlet, sections: sections, tags: tags, pages: pages, terms: terms)
        let menu = plan.compactMap { found.entry($0) }
        diagnostics += found.diagnostics
        return menu
    }
}

/// Finds what the entries of a menu lead to.
private struct MenuGoals {
    @Boxed private(set) var outlet: Outlet
    let sections: [Section]
    let tags: [Tag]
    let pages: [StandingPage]
    let terms: Terms
    private(set) var diagnostics: [Diagnostic] = []

    init(outlet: Outlet, sections: [Section], tags: [Tag], pages: [StandingPage], terms: Terms) {
        (self.outlet, self.sections, self.tags, self.pages, self.terms) = (outlet, sections, tags, pages, terms)
    }

    /// Nil for an entry that leads nowhere and has none beneath it.
    mutating func entry(_ plan: MenuPlan) -> MenuEntry? {
        let children = plan.children.compactMap { entry($0) }
        let (name, target) = goal(plan.goal)
        guard target != nil || !children.isEmpty else { return nil }
        return MenuEntry(title: plan.title ?? name, target: target, location: plan.location, children: children)
    }

    private mutating func goal(_ goal: MenuPlan.Goal) -> (name: String, target: Outlet.Link.Target?) {
        switch goal {
        case .nothing: return ("", nil)
        case .link(let target): return ("", target)
        case .section(let word):
            if let place = terms.section(word.text) { return (sections[place].name, .page(sections[place].url)) }
            let (_, problem, rule) = outlet.section(named: word.text)
            if let problem, !outlet.sections.isEmpty {
                diagnostics.append(Diagnostic(id: rule, problem, at: word.location))
            } else {
                report(word, .warning, Message(en: "section", ar: "قسم"), among: sections.map(\.name))
            }
            return (word.text, nil)
        case .tag(let word):
            if let place = terms.tag(word.text) { return (tags[place].name, .page(tags[place].url)) }
            report(word, .warning, Message(en: "tag", ar: "وسم"), among: tags.map(\.name))
            return (word.text, nil)
        case .page(let word):
            let name = word.text.hasSuffix(".md") ? String(word.text.dropLast(3)) : word.text
            let path = name.split(separator: "/").joined(separator: "/")
            if let page = pages.first(where: { [$0.identity, "pages/" + $0.identity].contains(path) })
                ?? pages.first(where: { $0.url.text == path + "/" })
            {
                return (page.title, .page(page.url))
            }
            report(word, .error, Message(en: "standing page", ar: "صفحة ثابتة"), among: pages.map(\.identity))
            return (word.text, nil)
        }
    }

    /// A tag goes with its last article, which must not stop the next build: then the menu goes on without it.
    private mutating func report(
        _ word: Manuscript.Word, _ severity: Diagnostic.Severity, _ kind: Message, among names: [String]
    ) {
        let hint = suggestion(for: word.text, among: names)
        let end =
            severity == .error
            ? Message(en: "correct it, or add the page", ar: "صحّحه، أو أضف الصفحة")
            : Message(en: "until then the menu leaves the entry out", ar: "يبقى المدخل خارج القائمة حتى يوجد")
        diagnostics.append(
            Diagnostic(
                severity, id: ReferenceRule.unknownMenuEntry,
                Message(
                    en: "an entry of the menu leads to what the site has; there is no \(kind.english) “\(word.text)”; "
                        + (hint.map { "did you mean “\($0)”?" } ?? end.english),
                    ar: "يقود مدخل القائمة إلى شيء في الموقع؛ ولا \(kind.arabic) باسم «\(word.text)»؛ "
                        + (hint.map { "هل قصدت «\($0)»؟" } ?? end.arabic)),
                at: word.location))
    }
}
