import ArabicText
import Base

extension Vocabulary {
    /// The keys of `Content/site.yaml`.
    package static let site = Vocabulary([
        Key("name", ["الاسم"], .text, "The outlet's name, as readers know it; required."),
        Key("url", ["الرابط", "العنوان"], .code, "The address of the site, such as `https://example.org/`; required."),
        Key("description", ["الوصف"], .text, "What the outlet is, in a sentence."),
        Key("language", ["اللغة"], .code, "The site's language, `ar` by default; it decides direction and words."),
        Key("latin_lang", ["لغة النصوص اللاتينية"], .code, "The language of passages in Latin letters, such as `fr`."),
        Key("time_zone", ["المنطقة الزمنية"], .code, "Such as `Africa/Cairo` or `+03:00`; `UTC` by default."),
        Key("numerals", ["الأرقام"], "`latn` (1 2 3, the default) or `arab` (١ ٢ ٣), for what the program prints."),
        Key(
            "months", ["الأشهر"],
            "`egypt`, `levant`, `maghreb`, `morocco`, `mauritania` or `dual`; `{first, separator}` orders both of "
                + "`dual`."
        ),
        Key("clock", ["الساعة"], "`12` or `24`."),
        Key("date", ["صيغة التاريخ"], "How dates are shown: `long` (24 يناير 2024), `numeric` (24/1/2024) or `full`."),
        Key("city", ["المدينة"], .text, "Printed behind a time where the zone matters: بتوقيت القاهرة."),
        Key("hijri_adjust", ["تعديل الهجري"], "Days that the moon's sighting is ahead (1) or behind (-1)."),
        Key(
            "hijri_months", ["أشهر هجرية"],
            "First days of months as the country sighted the moon: `1445/9: 2024-03-12`."),
        Key("quotes", ["علامات الاقتباس"], "`preserve`, `guillemets` or `curly`: what straight quotes become."),
        Key("slug_style", ["نمط الروابط"], "`arabic`, `ascii` or `id`."),
        Key("html", ["وسوم HTML"], "`escape` (the default) or `allow`: what becomes of HTML in articles."),
        Key("page_size", ["طول الصفحة"], "How many items a page of a list holds, 20 by default."),
        Key("sections", ["الأقسام"], .list, "The sections in order: names, or `{name, slug, description}`."),
        Key("navigation", ["القائمة"], "Links of the menu, `{title, url}`; the sections by default."),
        Key("social", ["حسابات التواصل"], "The outlet's accounts, `{name, url}`."),
        Key("logo", ["الشعار"], .code, "A picture in `Content/assets`, such as `logo.svg`."),
        Key("copyright", ["الحقوق", "حقوق النشر"], .text, "Who holds the rights; the outlet by default."),
        Key("comments", ["التعليقات"], "The comment form: `{action, fields, hidden}`."),
        Key("extra", ["حقول إضافية"], "Fields of the outlet's own in front matter: `name: text`, `number` or `flag`."),
        Key(
            "urls", ["أنماط الروابط"],
            "Patterns for `article`, `section`, `tag`, `author` and `page`; what feeds add to them: `rss`, `atom`, "
                + "`json`."
        ),
        Key("messages", ["لغة الرسائل"], "`ar` or `en`: the language of messages; the site's by default."),
        Key("words", ["العبارات"], "Words on the page that the outlet prefers otherwise."),
        Key(
            "feeds", ["الخلاصات"],
            "Which feeds there are: `{site, sections, tags, authors, corrections, items, content, hub}`."),
        Key("guid_host", ["مضيف المعرفات"], .code, "The host in the feeds' ids, which stays when the site moves."),
        Key("publication", ["اسم النشرة"], .text, "The name in Google's news sitemap, where it is not `name`."),
        Key("alternate_name", ["اسم بديل"], .text, "A shorter or a Latin name of the outlet."),
        Key(
            "icons", ["الأيقونات"],
            "Pictures in `Content/assets`; `icon.svg`, `icon-192.png`, `icon-512.png` by default."),
        Key(
            "share_image", ["صورة المشاركة"], .code,
            "The picture of a link without one of its own; `og.png` by default."),
        Key(
            "app", ["التطبيق"], "For the home screen of phones: `{short_name, theme_color, background_color, display}`."
        ),
        Key("policies", ["السياسات"], "Pages that say how the newsroom works: `ethics: /charter/`."),
        Key("crawlers", ["الزواحف"], "What robots may do: `GPTBot: disallow`."),
        Key("ads", ["الإعلانات"], "Lines of `ads.txt`."),
        Key("security", ["الأمن"], "Where to report a weakness: `{contact, expires, policy, languages}`."),
        Key(
            "csp", ["سياسة أمن المحتوى"],
            "Origins that pages may load from besides the site: `img-src: https://cdn.example.org`."),
    ]).answering(ForeignKeys.site)

    static let section = Vocabulary([
        Key("name", ["الاسم"], .text, "The section's name."),
        Key("slug", ["المسار"], .code, "Its part of the URL; made from the name by default."),
        Key("description", ["الوصف"], .text, "What it covers."),
    ])

    static let link = Vocabulary([
        Key("title", ["العنوان"], .text, "The link's text."),
        Key("url", ["الرابط"], .code, "A path of the site or a whole address."),
        Key("name", ["الاسم"], .text, "The link's text."),
    ])

    static let comments = Vocabulary([
        Key("action", ["الوجهة"], .code, "The address that takes the form."),
        Key(
            "fields", ["الحقول"],
            "The endpoint's names for `comment`, `name`, `email`, `website`, `page` and `honeypot`."),
        Key("hidden", ["حقول مخفية"], "Fields to send along, `name: value`."),
    ])

    static let months = Vocabulary([
        Key("first", ["الأول"], "The set that comes first: `levant` (the default) or `egypt`."),
        Key("separator", ["الفاصل"], .text, "What stands between, `/` by default."),
    ])
}

/// Reads `Content/site.yaml`. Where the name or the address is missing, which is an error, the rest is read all the
/// same.
func readOutlet(_ yaml: Yaml?, path: String) -> (outlet: Outlet, diagnostics: [Diagnostic]) {
    var fields = Fields(yaml, .site, path: path)
    let name = fields.required("name") ?? ""
    let address = fields.required("url").flatMap { fields.siteAddress($0) } ?? .unknown
    let language = fields.language("language") ?? "ar"
    var outlet = Outlet(
        name: name, address: address, language: language, arabicMessages: Language(tag: language) == .arabic)
    fields.readLooks(into: &outlet)
    fields.readText(into: &outlet)
    fields.readStructure(into: &outlet)
    fields.readServices(into: &outlet)
    outlet.hasArabicKeys = fields.hasArabicKeys
    outlet.places.merge(fields.places) { first, _ in first }
    return (outlet, fields.diagnostics)
}

extension Fields {
    fileprivate mutating func siteAddress(_ text: String) -> SiteAddress? {
        do throws(WebURL.Problem) {
            return try SiteAddress(try WebURL(text))
        } catch {
            report(
                "site-url", at: place(of: "url"),
                Message(
                    en:
                        "the site's address starts with https:// or http:// and has no query, such as "
                        + "https://example.org/; this is “\(text)”",
                    ar:
                        "يبدأ عنوان الموقع بـ https:// أو http:// ولا يحوي استعلامًا، مثل https://example.org/؛ "
                        + "والمكتوب «\(text)»"
                ))
            return nil
        }
    }

    fileprivate mutating func readLooks(into outlet: inout Outlet) {
        outlet.description = text("description")
        outlet.latinLanguage = language("latin_lang")
        outlet.logo = text("logo")
        outlet.copyright = text("copyright")
        if let name = text("time_zone") {
            if let zone = Zone(name: name) {
                outlet.zone = zone
            } else {
                report(
                    "time-zone", at: place(of: "time_zone"),
                    Message(
                        en: "“\(name)” is no time zone; write a name such as Africa/Cairo or an offset such as +03:00",
                        ar: "«\(name)» ليست منطقة زمنية؛ اكتب اسمًا مثل Africa/Cairo أو فارقًا مثل ‎+03:00"))
            }
        }
        outlet.dates = readDates(language: outlet.language)
        if let city = outlet.dates.city { outlet.zone = outlet.zone.called(city) }
        if let form = choice("date", Outlet.DateForm.allCases.map { ($0, [$0.rawValue]) }) { outlet.dateForm = form }
    }

    private mutating func readDates(language: String) -> DateStyle {
        let numerals =
            choice("numerals", [(Numerals.latn, ["latn", "لاتينية"]), (.arab, ["arab", "عربية"])]) ?? .latn
        let clock = choice("clock", [(DateStyle.Clock.twelve, ["12"]), (.twentyFour, ["24"])]) ?? .twelve
        return DateStyle(
            months: readMonths() ?? .egypt, numerals: numerals, clock: clock, city: text("city"),
            language: Language(tag: language), hijriAdjust: number("hijri_adjust", in: -2...2) ?? 0,
            hijriOverrides: readHijriMonths())
    }

    private mutating func readMonths() -> MonthSet? {
        guard let value = value("months") else { return nil }
        guard case .map = value.content else { return choice("months", MonthSet.named.map { ($0.set, [$0.name]) }) }
        return nested(value, .months) { fields in
            let first = fields.choice("first", MonthSet.DualOrder.allCases.map { ($0, [$0.rawValue]) }) ?? .levant
            return .dual(first: first, separator: fields.text("separator") ?? "/")
        }
    }

    /// `1445/9: 2024-03-12`, the first day of a month as the country sighted its moon.
    private mutating func readHijriMonths() -> [Hijri.Override] {
        pairs("hijri_months").compactMap { entry in
            let wanted = Message(
                en: "“1445/9: 2024-03-12”: year/month and its first day",
                ar: "‎1445/9: 2024-03-12: السنة/الشهر وأول أيامه")
            guard let text = word(entry.value, entry.key, wanted) else { return nil }
            let parts = entry.key.split(separator: "/").compactMap { Int($0) }
            guard parts.count == 2, (1...12).contains(parts[1]), let day = try? parseDate(text).date else {
                wrongType("hijri_months", entry.location, wanted)
                return nil
            }
            return Hijri.Override(year: parts[0], month: parts[1], first: day)
        }
    }

    fileprivate mutating func readText(into outlet: inout Outlet) {
        if let quotes = choice("quotes", Outlet.Quotes.allCases.map { ($0, [$0.rawValue]) }) { outlet.quotes = quotes }
        if let style = choice("slug_style", [(SlugStyle.arabic, ["arabic"]), (.ascii, ["ascii"]), (.id, ["id"])]) {
            outlet.slugStyle = style
        }
        outlet.allowsHTML = choice("html", [(false, ["escape"]), (true, ["allow"])]) ?? false
        if let arabic = choice("messages", [(true, ["ar"]), (false, ["en"])]) { outlet.arabicMessages = arabic }
        for entry in pairs("words") {
            guard let word = scalar(entry.value, entry.key, Message(en: "text", ar: "نصًا")) else { continue }
            outlet.words[entry.key] = word
            outlet.places["words." + entry.key] = entry.location
        }
    }

    fileprivate mutating func readStructure(into outlet: inout Outlet) {
        outlet.pageSize = number("page_size", in: 1...1000) ?? 20
        outlet.sections = readSections(style: outlet.slugStyle)
        outlet.navigation = readLinks("navigation")
        outlet.social = readLinks("social")
        if let value = value("comments") { outlet.comments = readComments(value) }
        for entry in pairs("extra") {
            guard
                let word = word(
                    entry.value, entry.key, Message(en: "text, number or flag", ar: "text أو number أو flag"))
            else { continue }
            if let type = Outlet.ExtraType(rawValue: word) {
                outlet.extra.append((entry.key, type))
            } else {
                wrongType(
                    entry.key, entry.value.location, Message(en: "text, number or flag", ar: "text أو number أو flag"))
            }
        }
        readPatterns(into: &outlet.patterns)
    }

    private mutating func readSections(style: SlugStyle) -> [Outlet.Section] {
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
                let slug = fields.slug("slug").map { ArabicText.slug($0, style: .arabic) } ?? ""
                return .init(
                    name: name, slug: slug.isEmpty ? termSlug(name, style: style) : slug,
                    description: fields.text("description"))
            }
            if let section { sections.append(section) }
        }
        var seen: [String: String] = [:]
        for (section, item) in zip(sections, items) {
            if let other = seen[section.slug] {
                report(
                    "duplicate-section", at: item.location,
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

    private mutating func readComments(_ value: Yaml) -> Outlet.CommentForm? {
        nested(value, .comments) { fields in
            guard let action = fields.required("action").flatMap({ fields.webURL($0, at: fields.place(of: "action")) })
            else {
                return nil
            }
            var form = Outlet.CommentForm(action: action)
            let names: [(String, WritableKeyPath<Outlet.CommentForm, String>)] = [
                ("comment", \.comment), ("name", \.name), ("email", \.email), ("website", \.website), ("page", \.page),
                ("honeypot", \.honeypot),
            ]
            for entry in fields.pairs("fields") {
                guard let name = names.first(where: { $0.0 == entry.key }) else {
                    fields.wrongType(
                        "fields", entry.location,
                        Message(
                            en: "names for \(names.map(\.0).joined(separator: ", "))",
                            ar: "أسماء للحقول \(names.map(\.0).joined(separator: "، "))"))
                    continue
                }
                if let text = fields.word(entry.value, entry.key, Message(en: "text", ar: "نصًا")) {
                    form[keyPath: name.1] = text
                }
            }
            form.hidden = fields.pairs("hidden").compactMap { entry in
                fields.scalar(entry.value, entry.key, Message(en: "text", ar: "نصًا")).map {
                    .init(name: entry.key, value: $0)
                }
            }
            return form
        }
    }

    private mutating func readLinks(_ name: String) -> [Outlet.Link] {
        items(name).compactMap { item in
            nested(item, .link) { fields in
                guard let title = fields.text("title") ?? fields.required("name"), let url = fields.required("url")
                else {
                    return nil
                }
                let place = fields.place(of: "url")
                return fields.target(url, at: place).map { Outlet.Link(title: title, target: $0, at: place) }
            }
        }
    }

    /// A path of the site or a whole address.
    mutating func target(_ text: String, at location: Location) -> Outlet.Link.Target? {
        if text == "/" { return .page(URLPath("")) }
        if text.hasPrefix("/"), !text.hasPrefix("//") {
            return path(text, at: location).map { .page($0) }
        }
        return webURL(text, at: location).map { .web($0) }
    }

    mutating func path(_ text: String, at location: Location) -> URLPath? {
        do throws(URLPath.Problem) {
            return try URLPath(written: text)
        } catch .query {
            report(
                "path-outside", at: location,
                Message(
                    en:
                        "a path of the site has no “?” and no “#”, which lead to no other file; leave “\(text)” "
                        + "out, or redirect it in the server's own rules",
                    ar:
                        "لا «?» ولا «#» في مسار من الموقع، فلا يقودان إلى ملف آخر؛ احذف «\(text)» أو حوّله في "
                        + "قواعد الخادم نفسه"
                ))
            return nil
        } catch {
            report(
                "path-outside", at: location,
                Message(
                    en:
                        "a path of the site starts with “/” and stays inside it, such as /2019/old-name/; this is "
                        + "“\(text)”",
                    ar: "يبدأ المسار داخل الموقع بـ«/» ولا يخرج منه، مثل ‎/2019/old-name/؛ والمكتوب «\(text)»"))
            return nil
        }
    }

    mutating func webURL(_ text: String, at location: Location) -> WebURL? {
        do throws(WebURL.Problem) {
            return try WebURL(text)
        } catch {
            if let whole = WebURL.completed(text) {
                report("url-scheme", at: location, WebURL.missingScheme(whole))
                return nil
            }
            report(
                "url-scheme", at: location,
                Message(
                    en: "an address starts with https://, http://, mailto: or tel:; this is “\(text)”",
                    ar: "يبدأ الرابط بـ https:// أو http:// أو mailto: أو tel:؛ والمكتوب «\(text)»"))
            return nil
        }
    }

    private mutating func readPatterns(into patterns: inout URLPatterns) {
        for entry in pairs("urls") {
            if let feed = URLPatterns.feeds.first(where: { $0.key == entry.key }) {
                if let ending = readFeedEnding(entry) { patterns[keyPath: feed.path] = ending }
                continue
            }
            guard let known = URLPatterns.names.first(where: { $0.key == entry.key }) else {
                let keys = URLPatterns.names.map(\.key) + URLPatterns.feeds.map(\.key)
                let hint = suggestion(for: entry.key, among: keys)
                report(
                    "unknown-key", at: entry.location,
                    Message(
                        en: "unknown pattern “\(entry.key)”"
                            + (hint.map { "; did you mean “\($0)”?" } ?? "; known are \(keys.joined(separator: ", "))"),
                        ar: "نمط غير معروف «\(entry.key)»"
                            + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ المعروف: \(keys.joined(separator: ", "))")))
                continue
            }
            guard let pattern = word(entry.value, entry.key, Message(en: "a pattern", ar: "نمطًا")) else { continue }
            if Self.isSound(pattern, allowed: known.allowed) {
                patterns[keyPath: known.path] = pattern
            } else {
                let names = known.allowed.map { "{\($0)}" }.joined(separator: " ")
                report(
                    "url-pattern", at: entry.value.location,
                    Message(
                        en:
                            "a pattern starts and ends with “/”, holds {slug} or {id}, and of names only \(names); "
                            + "this is “\(pattern)”",
                        ar:
                            "يبدأ النمط وينتهي بـ«/» ويحوي {slug} أو {id}، ولا يحوي من الأسماء إلا \(names)؛ "
                            + "والمكتوب «\(pattern)»"
                    ))
            }
        }
    }

    private mutating func readFeedEnding(_ entry: Yaml.Entry) -> String? {
        let wanted = Message(
            en: "what a feed adds to a page's path, such as feed/ or feed.xml",
            ar: "ما تضيفه الخلاصة إلى مسار الصفحة، مثل feed/ أو feed.xml")
        guard let text = word(entry.value, entry.key, wanted) else { return nil }
        let ending = text.hasPrefix("/") ? text : "/" + text
        guard !text.contains("{"), let path = try? URLPath(written: ending), !path.text.isEmpty else {
            wrongType(entry.key, entry.value.location, wanted)
            return nil
        }
        return path.text
    }

    private static func isSound(_ pattern: String, allowed: [String]) -> Bool {
        guard pattern.hasPrefix("/"), pattern.hasSuffix("/"), pattern.contains("{slug}") || pattern.contains("{id}")
        else {
            return false
        }
        var plain = pattern
        for name in allowed { plain = plain.replacing("{\(name)}", with: "x") }
        guard !plain.contains("{"), !plain.contains("}") else { return false }
        return (try? URLPath(written: plain)) != nil
    }
}

/// The slug of a section, a tag or an author. Never empty: what has no letter and no digit is named by its code points.
func termSlug(_ name: String, style: SlugStyle) -> String {
    let slug = ArabicText.slug(name, style: style == .id ? .arabic : style)
    if !slug.isEmpty { return slug }
    return shortenedSlug("u" + name.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "-"))
}
