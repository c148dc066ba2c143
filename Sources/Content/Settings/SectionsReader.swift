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
        Key("template", ["القالب", "قالب"], .code, "The theme's own template that prints its list."),
        Key(
            "story_template", ["قالب المواد", "قالب المقالات"], .code,
            "The theme's own template that prints its articles, where they name none."),
    ])
}

/// The key `sections`.
extension Fields {
    mutating func readSections(style: SlugStyle) -> [Outlet.Section] {
        var sections: [Outlet.Section] = []
        let items = items("sections")
        if items.count == 1, case .scalar = items[0].content {
            return words("sections").map {
                Outlet.Section(name: $0.text, slug: termSlug($0.text, style: style), description: nil)
            }
        }
        for item in items {
            if case .scalar(let name, _) = item.content {
                sections.append(.init(name: name, slug: termSlug(name, style: style), description: nil))
                continue
            }
            let section: Outlet.Section? = nested(item, .section) { fields in
                guard let name = fields.required("name") else { return nil }
                let slug = fields.chosenSlug() ?? ""
                var section = Outlet.Section(
                    name: name, slug: slug.isEmpty ? termSlug(name, style: style) : slug,
                    description: fields.text("description"), isSearched: fields.flag("search") ?? true,
                    carriesAds: fields.flag("ads") ?? true,
                    aliases: fields.readAliases())
                section.template = fields.readTemplate()
                section.storyTemplate = fields.readTemplate("story_template")
                return section
            }
            if let section { sections.append(section) }
        }
        var seen: [String: String] = [:]
        for (section, item) in zip(sections, items) {
            if let other = seen[section.slug] {
                report(
                    SettingsRule.duplicateSection, at: item.location,
                    Message(
                        en:
                            "each section has a slug of its own; “\(section.name)” and “\(other)” share "
                            + "“\(section.slug)”",
                        ar: "لكل قسم مسار خاص به؛ «\(section.name)» و«\(other)» يشتركان في «\(section.slug)»"))
            }
            seen[section.slug] = section.name
        }
        return sections
    }
}

/// The slug of a section, a tag or an author. Never empty: what has no letter and no digit is named by its code points.
package func termSlug(_ name: String, style: SlugStyle) -> String {
    let slug = ArabicText.slug(name, style: style == .id ? .arabic : style)
    if !slug.isEmpty { return slug }
    return shortenedSlug("u" + name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-"))
}
