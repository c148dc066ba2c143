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
        Key(
            "documents", ["الوثائق", "المستندات"],
            "Which documents beside articles are published: `{types, metadata}`."),
        Key(
            "embeds", ["تضمين", "التضمين"],
            "Sites whose players readers may open on the page: `youtube`, `facebook`, `x`, `tiktok`, `instagram`, "
                + "`telegram`, `soundcloud`; none by default."),
        Key("pictures", ["الصور"], "What is made of pictures: `{sizes, originals, require, names}`."),
        Key(
            "lines", ["الأسطر", "أسطر"],
            "`keep` or `join` (the default): whether the lines of paragraphs end where they do in the file."),
        Key("page_size", ["طول الصفحة"], "How many items a page of a list holds, 20 by default."),
        Key(
            "sections", ["الأقسام"], .list,
            "The sections in order: names, or `{name, slug, description, children}`."),
        Key(
            "section_addresses", ["عناوين الأقسام"],
            "`flat` (the default) or `nested`: whether the address of a section begins with those of the sections above "
                + "it."),
        Key(
            "tags", ["الوسوم"],
            "What is settled about tags: names, or `{name, slug, aliases, also, description, image}`."),
        Key(
            "navigation", ["القائمة"],
            "Entries of the menu: a section's name, or `{section}`, `{page}`, `{tag}`, `{title, url}`, each with "
                + "`children`; the sections by default."),
        Key("social", ["حسابات التواصل"], "The outlet's accounts, `{name, url}`."),
        Key("logo", ["الشعار"], .code, "A picture in `Content/assets`, such as `logo.svg`."),
        Key("copyright", ["الحقوق", "حقوق النشر"], .text, "Who holds the rights; the outlet by default."),
        Key("comments", ["التعليقات"], "The comment form: `{action, fields, email, hidden}`."),
        Key(
            "search", ["البحث"],
            "`false` for a site without one; or `{synonyms, order}`: words that find each other, what comes first."),
        Key("extra", ["حقول إضافية"], "Fields of the outlet's own in front matter: `name: text`, `number` or `flag`."),
        Key(
            "urls", ["أنماط الروابط"],
            "Patterns for `article`, `section`, `tag`, `author` and `page`; what feeds add to them: `rss`, `atom`, "
                + "`json`."
        ),
        Key("messages", ["لغة الرسائل"], "`ar` or `en`: the language of messages; the site's by default."),
        Key(
            "words", ["العبارات"],
            "Words on the page that the outlet prefers otherwise; those of another language below its tag."),
        Key(
            "feeds", ["الخلاصات"],
            "Which feeds there are: `{site, sections, tags, authors, corrections, items, content, hub}`."),
        Key("guid_host", ["مضيف المعرفات"], .code, "The host in the feeds' ids, which stays when the site moves."),
        Key(
            "guid", ["نمط المعرفات"], .code,
            "What articles' ids in feeds are made as, such as `https://example.org/?p={id}`, for an outlet that keeps those "
                + "of another system."),
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
        Key(
            "servers", ["الخوادم"],
            "Which servers rules are written for: `nginx`, `apache`, `caddy`, `netlify`, `cloudflare`; all by default."),
        Key(
            "elsewhere", ["مسارات خارجية"],
            "Paths that the server answers by itself, such as `/shop/`: links and pictures there are no errors."),
        Key("policies", ["السياسات"], "Pages that say how the newsroom works: `ethics: /charter/`."),
        Key("crawlers", ["الزواحف"], "What robots may do: `GPTBot: disallow`."),
        Key(
            "ads", ["الإعلانات"],
            "Places for advertisements by their names, each `{phone, desktop, element, frame, attributes, pages, consent, "
                + "after_paragraph}`, with the lines of `ads.txt` under `txt`; or those lines alone."),
        Key(
            "scripts", ["البرامج"],
            "Scripts besides the theme's: `{source, file, integrity, async, attributes, pages, consent, needs}`."),
        Key(
            "consent", ["الموافقة"],
            "What readers are asked before scripts come that wait for it: `statistics: …`, a sentence each."),
        Key("security", ["الأمن"], "Where to report a weakness: `{contact, expires, policy, languages}`."),
        Key(
            "csp", ["سياسة أمن المحتوى"],
            "Hosts and hashes that pages may load from besides the site: `img-src: https://cdn.example.org`; under `report` "
                + "who is told what is blocked."),
    ]).answering(ForeignKeys.site)

}

extension Fields {
    /// Reads the keys of `Content/site.yaml`. Where the name or the address is missing, which is an error, the rest is
    /// read all the same.
    ///
    /// - Parameter zones: has the outlet's zone, and those of the places that dates name.
    mutating func readOutlet(zones: ZoneDatabase) -> Outlet {
        let name = required("name") ?? ""
        let address = required("url").flatMap { siteAddress($0) } ?? .unknown
        let language = language("language") ?? "ar"
        if Language(known: language) == nil {
            report(
                KeyRule.wordlessLanguage, at: place(of: "language"), severity: .advice,
                Message(
                    en:
                        "the program has words in Arabic, English and French; in “\(language)” its pages say them in "
                        + "English until you write your own under “words”",
                    ar:
                        "لدى البرنامج عبارات بالعربية والإنجليزية والفرنسية؛ وفي «\(language)» تظهر بالإنجليزية حتى تكتب عباراتك "
                        + "تحت «العبارات»"))
        }
        var outlet = Outlet(
            name: name, address: address, language: language, arabicMessages: Language(tag: language) == .arabic)
        readClock(into: &outlet, zones)
        readLooks(into: &outlet)
        readText(into: &outlet)
        readStructure(into: &outlet)
        readServices(into: &outlet)
        outlet.hasArabicKeys = hasArabicKeys
        outlet.places.merge(places) { first, _ in first }
        return outlet
    }

    private mutating func siteAddress(_ text: String) -> SiteAddress? {
        do throws(WebURL.Problem) {
            return try SiteAddress(try WebURL(text))
        } catch {
            report(
                SettingsRule.siteURL, at: place(of: "url"),
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

    private mutating func readLooks(into outlet: inout Outlet) {
        outlet.description = text("description")
        outlet.latinLanguage = language("latin_lang")
        outlet.logo = text("logo")
        outlet.copyright = text("copyright")
        if let form = choice("date", Outlet.DateForm.allCases.map { ($0, [$0.rawValue]) }) { outlet.dateForm = form }
    }

    private mutating func readClock(into outlet: inout Outlet, _ zones: ZoneDatabase) {
        let name = text("time_zone")
        do throws(ZoneProblem) {
            outlet.zone = try Zone(name ?? "UTC", in: zones)
        } catch {
            report(error.rule, at: place(of: "time_zone"), error.message(name ?? "UTC"))
            outlet.zone = .utc(in: zones)
        }
        outlet.dates = readDateStyle(language: outlet.language)
        if let city = outlet.dates.city { outlet.zone = outlet.zone.called(city) }
    }

    private mutating func readText(into outlet: inout Outlet) {
        if let quotes = choice("quotes", Outlet.Quotes.allCases.map { ($0, [$0.rawValue]) }) { outlet.quotes = quotes }
        if let style = choice("slug_style", [(SlugStyle.arabic, ["arabic"]), (.ascii, ["ascii"]), (.id, ["id"])]) {
            outlet.slugStyle = style
        }
        outlet.allowsHTML = choice("html", [(false, ["escape"]), (true, ["allow"])]) ?? false
        if let arabic = choice("messages", [(true, ["ar"]), (false, ["en"])]) { outlet.arabicMessages = arabic }
        outlet.keepsLines = choice("lines", lineChoices) == .keep
        for entry in pairs("words") { readWord(entry, into: &outlet) }
    }

    /// A word, a plural's form (`articles.one`), or all of another language's: `fr: {share: …}`.
    private mutating func readWord(_ entry: Yaml.Entry, group: String? = nil, into outlet: inout Outlet) {
        if group == nil, let language = Language(rawValue: entry.key), case .map(let words) = entry.value.content {
            let group = language == Language(known: outlet.language) ? "" : language.rawValue + "."
            for word in words { readWord(word, group: group, into: &outlet) }
            return
        }
        guard let word = scalar(entry.value, entry.key, Message(en: "text", ar: "نصًا")) else { return }
        let key = (group ?? "") + entry.key
        outlet.words[key] = word
        outlet.places["words." + key] = entry.location
    }

    private mutating func readStructure(into outlet: inout Outlet) {
        outlet.pageSize = number("page_size", in: 1...1000) ?? Outlet.standardPageSize
        outlet.nestsSections =
            choice("section_addresses", [(false, ["flat", "مسطحة"]), (true, ["nested", "متداخلة"])]) ?? false
        outlet.sections = readSections(style: outlet.slugStyle, nested: outlet.nestsSections)
        outlet.tags = readTags()
        outlet.navigation = readMenu()
        outlet.social = readLinks("social")
        if let value = value("comments") { outlet.comments = readComments(value) }
        if let value = value("pictures") { outlet.pictures = readPictures(value) }
        if let value = value("documents") { outlet.documents = readDocuments(value) }
        outlet.embeds = readEmbeds()
        if let value = value("search") { outlet.search = readSearch(value) }
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

}
