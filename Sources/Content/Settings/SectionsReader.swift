package import ArabicText
import Base

extension Vocabulary {
    static let section = Vocabulary([
        Key("name", ["الاسم"], .text, "The section's name."),
        Key("slug", ["المسار"], .code, "Its part of the URL; made from the name by default."),
        Key("description", ["الوصف"], .text, "What it covers."),
        Key("search", ["البحث"], "`false` keeps its articles out of the search."),
        Key(
            "ads", ["الإعلانات"], "`false` keeps advertisements and scripts of others off its pages and its articles'."),
        Key("aliases", ["روابط سابقة", "الروابط السابقة"], "Paths at which it was once published."),
        Key("children", ["الفروع", "الأقسام الفرعية"], "The sections beneath it, written as those at the top are."),
        Key("feed", ["الخلاصة"], "`false` for a section without a feed; `true` for one where the others have none."),
        Key("editor", ["المحرر", "رئيس القسم"], .code, "Who is in charge: the slug or the name of a profile."),
        Key("color", ["اللون"], .text, "Such as `#0b5d4e`, between quotes: for themes, as `var(--section)`."),
        Key("template", ["القالب", "قالب"], .code, "The theme's own template that prints its list."),
        Key(
            "story_template", ["قالب المواد", "قالب المقالات"], .code,
            "The theme's own template that prints its articles, where they name none."),
    ]).answering(ForeignKeys.section)
}

/// The key `sections`.
extension Fields {
    mutating func readSections(style: SlugStyle, nested: Bool) -> [Outlet.Section] {
        var sections: [Outlet.Section] = []
        addSections("sections", beneath: nil, style, to: &sections)
        checkNames(of: sections)
        checkAddresses(of: sections, nested: nested)
        return sections
    }

    /// Adds the sections of a key, each before those beneath it.
    private mutating func addSections(
        _ key: String, beneath parent: Int?, _ style: SlugStyle, to sections: inout [Outlet.Section]
    ) {
        func plain(_ name: String, _ place: Location) -> Outlet.Section {
            var section = Outlet.Section(name: name, slug: termSlug(name, style: style), description: nil)
            section.isSearched = parent.map { sections[$0].isSearched } ?? true
            section.carriesAds = parent.map { sections[$0].carriesAds } ?? true
            section.template = parent.flatMap { sections[$0].template }
            section.storyTemplate = parent.flatMap { sections[$0].storyTemplate }
            (section.parent, section.location) = (parent, place)
            return section
        }
        let items = items(key)
        if items.count == 1, case .scalar = items[0].content {
            for word in words(key) { sections.append(plain(word.text, word.location)) }
            return
        }
        for item in items {
            if case .scalar(let name, _) = item.content {
                sections.append(plain(name, item.location))
                continue
            }
            nested(item, .section) { fields in
                guard let name = fields.required("name") else { return }
                var section = plain(name, item.location)
                let slug = fields.chosenSlug() ?? ""
                if !slug.isEmpty { section.slug = slug }
                fields.readSection(into: &section)
                let place = sections.count
                sections.append(section)
                fields.addChildren(of: place, style, to: &sections)
            }
        }
    }

    private mutating func readSection(into section: inout Outlet.Section) {
        section.description = text("description")
        section.isSearched = flag("search") ?? section.isSearched
        section.carriesAds = flag("ads") ?? section.carriesAds
        section.aliases = readAliases()
        section.template = readTemplate() ?? section.template
        section.storyTemplate = readTemplate("story_template") ?? section.storyTemplate
        section.hasFeed = flag("feed")
        section.editor = text("editor").map { .init(text: $0, location: place(of: "editor")) }
        section.color = readColor("color")
    }

    private mutating func addChildren(of place: Int, _ style: SlugStyle, to sections: inout [Outlet.Section]) {
        guard has("children") else { return }
        var (depth, above) = (1, sections[place].parent)
        while let next = above { (depth, above) = (depth + 1, sections[next].parent) }
        guard depth < Outlet.deepestSection else {
            return report(
                SettingsRule.sectionDepth, at: self.place(of: "children"),
                Message(
                    en: "sections have \(Outlet.deepestSection) levels at most; put what lies beneath "
                        + "“\(sections[place].name)” beneath a section above it",
                    ar: "للأقسام \(Outlet.deepestSection) مستويات على الأكثر؛ ضع ما تحت «\(sections[place].name)» تحت "
                        + "قسم أعلى منه"))
        }
        addSections("children", beneath: place, style, to: &sections)
    }

    /// Two sections at one place cannot be told apart by anybody.
    private mutating func checkNames(of sections: [Outlet.Section]) {
        var seen: Set<String> = []
        for section in sections where !seen.insert("\(section.parent ?? -1)/\(folded(section.name))").inserted {
            let above = section.parent.map { sections[$0].name }
            report(
                SettingsRule.duplicateSection, at: section.location ?? location,
                Message(
                    en: "a section stands once in a list; “\(section.name)” stands twice"
                        + (above.map { " beneath “\($0)”" } ?? "") + "; delete one, or name it otherwise",
                    ar: "يُذكر القسم مرة في القائمة؛ و«\(section.name)» مذكور مرتين"
                        + (above.map { " تحت «\($0)»" } ?? "") + "؛ احذف أحدهما أو سمّه باسم آخر"))
        }
    }

    private mutating func checkAddresses(of sections: [Outlet.Section], nested: Bool) {
        var seen: [String: Int] = [:]
        for (place, section) in sections.enumerated() {
            let key = "\(nested ? section.parent ?? -1 : -1)/\(section.slug)"
            guard let other = seen.updateValue(place, forKey: key) else { continue }
            // That one stands twice was said before.
            guard folded(sections[other].name) != folded(section.name) || sections[other].parent != section.parent
            else { continue }
            let isAlone = section.parent == nil && sections[other].parent == nil
            report(
                SettingsRule.duplicateSection, at: section.location ?? location,
                Message(
                    en:
                        "each section has a slug of its own; “\(section.name)” and “\(sections[other].name)” share "
                        + "“\(section.slug)”"
                        + (isAlone
                            ? ""
                            : "; give one of them another, or all the addresses of those above them: "
                                + "“section_addresses: nested”"),
                    ar: "لكل قسم مسار خاص به؛ «\(section.name)» و«\(sections[other].name)» يشتركان في «\(section.slug)»"
                        + (isAlone ? "" : "؛ أعطِ أحدهما غيره، أو اجعل العناوين متداخلة: «section_addresses: nested»")))
        }
    }
}

/// The slug of a section, a tag or an author. Never empty: what has no letter and no digit is named by its code points.
package func termSlug(_ name: String, style: SlugStyle) -> String {
    let slug = ArabicText.slug(name, style: style == .id ? .arabic : style)
    if !slug.isEmpty { return slug }
    return shortenedSlug("u" + name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-"))
}
