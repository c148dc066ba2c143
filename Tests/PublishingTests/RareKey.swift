/// A key that few files have, with what may stand behind it. Every key that the newsroom writes into no file by itself
/// is one of these: `RandomEditKeyTests` compares them with the vocabulary.
struct RareKey: Sendable {
    let name: String
    let value: @Sendable (Newsroom, inout SplitMix64) -> String

    init(_ name: String, _ value: @escaping @Sendable (Newsroom, inout SplitMix64) -> String) {
        (self.name, self.value) = (name, value)
    }

    init(_ name: String, _ values: String...) {
        self.init(name) { _, random in random.pick(values) ?? "" }
    }

    /// Lines of some of them.
    static func lines(of keys: [RareKey], _ newsroom: Newsroom, _ random: inout SplitMix64) -> String {
        keys.filter { _ in random.oneIn(3) }.map { "\($0.name): \($0.value(newsroom, &random))\n" }.joined()
    }

    static let story = [
        RareKey("author", "ضيف الجريدة", "{name: سلمى الطحان, role: تصوير}", "[كريم السقاء, {name: هند, role: ترجمة}]"),
        RareKey(
            "source", "وكالة", "{name: وكالة, url: https://agency.example/}",
            "{name: صحيفة, canonical: https://paper.example/a}"),
        RareKey("reply") { newsroom, random in random.pick(newsroom.standing)?.name ?? "" },
        RareKey("social_title", "عنوان للمشاركة", "عنوان آخر"), RareKey("search_title", "عنوان للبحث"),
        RareKey(
            "claim", "{text: ادعاء, rating: زائف}", "{text: ادعاء, rating: صحيح, by: فلان, url: https://x.example/a}"),
        RareKey("location", "القاهرة", "بيروت"), RareKey("comments", "false"), RareKey("search", "false"),
        RareKey("ads", "false", "true"),
        RareKey("lang", "fr", "en", "en-GB", "fa", "de", "ar"), RareKey("lines", "keep", "join"),
        RareKey("ended", "true", "false"),
        RareKey("id") { newsroom, random in "id-\(newsroom.counter)-\(random.below(1000))" },
        RareKey("extra", "{season: خريف}"), RareKey("silent", "true", "false"),
        RareKey("template", "longread", "essay"),
    ]

    static let profile = [
        RareKey("kind", "organization", "person"),
        RareKey("links", "[{name: موقع, url: https://author.example/}]"),
        RareKey("slug") { _, random in "writer-\(random.below(100))" },
        RareKey("aliases") { _, random in "[/writers/\(random.below(100))/]" },
    ]

    static let page = [
        RareKey("description", "كيف نعمل"), RareKey("slug") { _, random in "about-us-\(random.below(100))" },
        RareKey("aliases") { _, random in "[/our-house-\(random.below(100))/, /us-\(random.below(9)).php]" },
        RareKey("order", "2", "700"), RareKey("draft", "false", "true"), RareKey("lang", "fr", "en", "ur"),
        RareKey("template", "sheet"),
        RareKey("stories") { newsroom, random in
            let choices = [
                "tag: \(random.pick(Newsroom.hugeTags) ?? "")",
                "section: [\(random.pick(newsroom.settings.sections)?.name ?? ""), اقتصاد]",
                "author: \(random.pick(Newsroom.authors) ?? "")", "kind: [opinion, live]",
                "sort: \(random.pick(["oldest", "updated", "title"]) ?? "")", "page_size: \(2 + random.below(5))",
                "feed: true", "limit: \(1 + random.below(9))",
            ]
            return "{" + choices.filter { _ in random.oneIn(3) }.joined(separator: ", ") + "}"
        },
    ]

    static let setting = [
        RareKey("language", "ar-EG", "fa", "en"), RareKey("latin_lang", "fr"),
        RareKey("months", "levant", "maghreb", "{first: egypt, separator: -}"), RareKey("clock", "24", "12"),
        RareKey("date", "numeric", "full"), RareKey("city", "القاهرة"), RareKey("hijri_adjust", "1", "-1"),
        RareKey("hijri_months", "{1446/9: 2025-03-02}"), RareKey("slug_style", "ascii", "id"), RareKey("html", "allow"),
        RareKey("lines", "keep", "join"),
        RareKey("navigation", "[{title: من نحن, url: /about/}]"), RareKey("section_addresses", "nested", "flat"),
        RareKey("social", "[{name: شبكة, url: https://social.example/paper}]"), RareKey("copyright", "مؤسسة التجربة"),
        RareKey("comments", "{action: https://comments.example/post}", "{action: https://c.example/, email: none}"),
        RareKey("extra", "{season: text}", "{season: text, pages: number}"),
        RareKey(
            "urls", "{article: \"/news/{year}/{slug}/\"}", "{article: \"/{section}/{slug}/\"}",
            "{rss: feed/, tag: \"/topic/{slug}/\"}"),
        RareKey("words", "{home: البداية}", "{fr: {home: Maison}, en: {updated: Changed}}"),
        RareKey("guid_host", "example.net"),
        RareKey("publication", "نشرة التجربة"), RareKey("alternate_name", "Trial"), RareKey("icons", "[logo.png]"),
        RareKey("share_image", "logo.png"), RareKey("app", "{short_name: تجربة, theme_color: \"#0b5d4e\"}"),
        RareKey("policies", "{ethics: /charter/}"), RareKey("crawlers", "{GPTBot: disallow}", "{CCBot: [/archive/]}"),
        RareKey(
            "ads", "[\"ads.example, 1234, DIRECT\"]",
            "{top: {phone: 320x100, attributes: {data-slot: \"1\"}}, text: {phone: 300x250, after_paragraph: 2, paragraphs: 3}}",
            "{txt: \"ads.example, 1234, DIRECT\", end: {desktop: 970x250, frame: \"https://ads.example/f\"}}"),
        RareKey("scripts") { newsroom, random in
            let isAsked = newsroom.settings.more.contains { $0.hasPrefix("consent:") }
            let source = "source: \"https://statistics.example/\(random.below(3)).js\""
            return random.oneIn(2)
                ? "[{\(source), pages: articles}]"
                : "[{\(source), async: true, \(isAsked ? "consent: offers, " : "")needs: {img-src: https://ads.example}}]"
        },
        RareKey("consent", "{offers: هل نعرض إعلانات؟}", "{offers: إعلانات, counting: إحصاء}"),
        RareKey("security", "{contact: \"mailto:security@example.org\", expires: 2099-01-01}"),
        RareKey("search", "{synonyms: [[نهر, بحر], [وزير, حكومة]], order: newest}", "false", "{order: best}"),
        RareKey("servers", "nginx", "[apache, cloudflare]"), RareKey("elsewhere", "[/shop/]", "/wp-content/uploads/"),
        RareKey(
            "tags", "[وسم 1, {name: وسم 2, slug: second, also: [وسم 3, وسم 4], description: كل ما هو ثانٍ}]",
            "[{name: وسم ٥, aliases: [/topics/fifth/], image: {src: logo.png, alt: شعار}}]"),
        RareKey("documents", "{types: [pdf, csv, txt]}", "{types: [csv]}", "{metadata: allow}"),
        RareKey("embeds", "[youtube]", "[x, telegram]"),
        RareKey("pictures", "{sizes: [320, 640]}", "{originals: true}", "{names: path}"),
        RareKey("guid", "\"https://example.org/?p={id}\""),
        RareKey("csp", "{img-src: https://cdn.example.org}", "{report: https://reports.example/csp}"),
    ]
}

extension RandomEdit {
    static let ofRareKeys = [
        RandomEdit("a rare key", weight: 5) { newsroom, random in
            guard let key = random.pick(RareKey.story), !newsroom.stories.isEmpty else { return "nothing" }
            let place = random.below(newsroom.stories.count)
            let isThere = newsroom.stories[place].rare[key.name] != nil
            newsroom.stories[place].rare[key.name] = isThere ? nil : key.value(newsroom, &random)
            // Most editors write none that site.yaml does not declare.
            if key.name == "extra", !newsroom.settings.more.contains(where: { $0.hasPrefix("extra:") }),
                !random.oneIn(5)
            {
                newsroom.settings.more.append("extra: {season: text}")
            }
            return "\(key.name) of \(newsroom.stories[place].name)"
        },
        RandomEdit("a rare setting", weight: 4) { newsroom, random in
            guard let key = random.pick(RareKey.setting) else { return "nothing" }
            let before = newsroom.settings.more.count
            newsroom.settings.more.removeAll { $0.hasPrefix("\(key.name):") }
            if newsroom.settings.more.count < before { return "no \(key.name)" }
            newsroom.settings.more.append("\(key.name): \(key.value(newsroom, &random))")
            return newsroom.settings.more.last ?? ""
        },
    ]
}
