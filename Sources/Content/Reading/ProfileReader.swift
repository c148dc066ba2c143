import ArabicText
import Base

extension Vocabulary {
    /// The keys of `Content/authors/*.md`.
    package static let author = Vocabulary([
        Key("name", ["الاسم"], .text, "The author's name as bylines have it; required."),
        Key("role", ["الصفة", "المنصب"], .text, "What they are at the outlet."),
        Key("kind", ["النوع"], "`person` (the default) or `organization`, for a desk or an agency."),
        Key("image", ["الصورة"], "A portrait beside the file."),
        Key("links", ["روابط"], "Where else to find them: `{name, url}`."),
        Key("slug", ["المسار"], .code, "The last part of the page's URL; the file's name by default."),
        Key("aliases", ["روابط سابقة", "الروابط السابقة"], "Paths at which the page once was."),
    ]).answering(ForeignKeys.author, with: [.link])

    /// The keys of `Content/pages/*.md`.
    package static let page = Vocabulary([
        Key("title", ["العنوان"], .text, "The page's title; required."),
        Key("description", ["الوصف", "الملخص"], .text, "What it says, in a sentence."),
        Key("slug", ["المسار"], .code, "The last part of its URL; the file's name by default."),
        Key("aliases", ["روابط سابقة", "الروابط السابقة"], "Paths at which it once was."),
        Key("order", ["الترتيب"], "Its place in the list of pages."),
        .language,
        Key("draft", ["مسودة"], "`true`, or the key alone, keeps it out of the site."),
        Key(
            "template", ["القالب", "قالب"], .code,
            "The theme's own template that prints it: `country` is `Templates/country.html`."),
        Key(
            "stories", ["المواد", "المقالات"],
            "Makes it a landing page, which lists stories: `{section, tag, author, kind, sort, limit, page_size, feed}`."
        ),
    ]).answering(ForeignKeys.page, with: [.stories])

    static let authorText = textKeys(of: [.author, .image, .link])
    static let pageText = textKeys(of: [.page, .stories])
}

/// An author's profile as its file states it.
struct Profile: Sendable {
    let path: String
    let file: [UInt8]
    let bodyStart: Int
    let name: String
    /// Where its name stands.
    let place: Location
    let slug: String
    /// Whether the profile gives it, and not the file's name.
    let hasOwnSlug: Bool
    let aliases: [Article.Alias]
    let role: String?
    let isOrganization: Bool
    let image: Manuscript.Image?
    let links: [Outlet.Link]
}

func readProfile(_ file: [UInt8], path: String) -> (profile: Profile?, diagnostics: [Diagnostic]) {
    readMatter(file, path: path, .author, Vocabulary.authorText) { fields, text, bodyStart in
        let name = fields.required("name")
        let role = fields.text("role")
        let isOrganization =
            fields.choice("kind", [(false, ["person", "شخص"]), (true, ["organization", "مؤسسة", "جهة"])]) ?? false
        let image = fields.value("image").flatMap { fields.readImage($0) }
        let links = fields.readLinks("links")
        let written = fields.chosenSlug()
        let slug = pageSlug(written, path: path)
        let aliases = fields.readAliases()
        return name.map {
            Profile(
                path: path, file: text, bodyStart: bodyStart, name: $0, place: fields.place(of: "name"), slug: slug,
                hasOwnSlug: written != nil, aliases: aliases, role: role,
                isOrganization: isOrganization, image: image, links: links)
        }
    }
}

func readStandingPage(_ file: [UInt8], path: String, outlet: Outlet) -> (
    page: (StandingPage, order: Int)?, diagnostics: [Diagnostic]
) {
    readMatter(file, path: path, .page, Vocabulary.pageText) { fields, text, bodyStart in
        let title = fields.required("title")
        let description = fields.text("description")
        let language = fields.language(outlet)
        let order = fields.number("order", in: 0...1000) ?? 500
        let slug = pageSlug(fields.chosenSlug(), path: path)
        let aliases = fields.readAliases()
        let (template, query) = (fields.readTemplate(), fields.readStories())
        guard !fields.isDraft(), let title else { return nil }
        let page = StandingPage(
            path: path, url: URLPatterns.fill(outlet.patterns.page, slug: slug), title: title,
            description: description, language: language, aliases: aliases, body: Array(text[bodyStart...]),
            bodyStart: bodyStart,
            file: text, template: template, query: query)
        return (page, order)
    }
}

private func pageSlug(_ written: String?, path: String) -> String {
    let path = namingPath(of: path)
    let name = path.split(separator: "/").last.map { String($0.dropLast(".md".count)) } ?? path
    let slug = written ?? ArabicText.slug(decodedName(name), style: .arabic)
    return slug.isEmpty ? termSlug(name, style: .arabic) : slug
}

/// Reads a file with front matter that is no article.
private func readMatter<Value>(
    _ file: [UInt8], path: String, _ vocabulary: Vocabulary, _ textKeys: TextKeys,
    _ read: (inout Fields, _ text: [UInt8], _ bodyStart: Int) -> Value?
) -> (Value?, [Diagnostic]) {
    do throws(Diagnostic) {
        let text = try SourceText(file, path: path)
        let (matter, conflict) = try text.frontMatter(path: path, textKeys: textKeys)
        let (yaml, problems) = try matter.yaml()
        var fields = Fields(yaml, vocabulary, path: path)
        fields.absorb(matter.warnings + [conflict].compactMap { $0 } + problems)
        let value = read(&fields, text.bytes, matter.bodyStart)
        return (value, fields.diagnostics)
    } catch {
        return (nil, [error])
    }
}
