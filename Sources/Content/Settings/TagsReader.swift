import ArabicText
import Base

extension Vocabulary {
    static let tag = Vocabulary([
        Key("name", ["الاسم"], .text, "The tag's name, as readers see it."),
        Key("slug", ["المسار"], .code, "Its part of the URL; made from the name by default."),
        Key("aliases", ["روابط سابقة", "الروابط السابقة"], "Paths at which it was once published."),
        Key("also", ["أيضًا", "ويُكتب"], .list, "Other spellings and names of the same, whose stories stand here too."),
        Key("description", ["الوصف"], .text, "What it is about."),
        Key("image", ["الصورة"], .list, "A picture in `Content/assets`: `{src, alt, caption, credit}`."),
    ])
}

/// The key `tags` of site.yaml.
extension Fields {
    mutating func readTags() -> [Outlet.Tag] {
        var tags: [Outlet.Tag] = []
        for item in items("tags") {
            if case .scalar = item.content {
                tags += words(in: item, "tags", Message(en: "names of tags", ar: "أسماء وسوم")).map {
                    .init(
                        name: $0.text, slug: nil, aliases: [], also: [], description: nil, image: nil,
                        location: $0.location)
                }
                continue
            }
            let tag: Outlet.Tag? = nested(item, .tag) { fields in
                guard let name = fields.required("name") else { return nil }
                return Outlet.Tag(
                    name: name, slug: fields.chosenSlug(), aliases: fields.readAliases(),
                    also: fields.words("also").map(\.text), description: fields.text("description"),
                    image: fields.value("image").flatMap { fields.readImage($0) }, location: item.location)
            }
            if let tag { tags.append(tag) }
        }
        var seen: [String: String] = [:]
        for tag in tags {
            for spelling in [tag.name] + tag.also {
                guard let other = seen.updateValue(tag.name, forKey: spellingKey(spelling)), other != tag.name else {
                    continue
                }
                report(
                    SettingsRule.duplicateTag, at: tag.location,
                    Message(
                        en:
                            "a name belongs to one tag; “\(spelling)” is also that of “\(other)”; keep it at one of them",
                        ar: "يعود الاسم إلى وسم واحد؛ و«\(spelling)» مذكور أيضًا عند «\(other)»؛ أبقه عند أحدهما"))
            }
        }
        return tags
    }
}
