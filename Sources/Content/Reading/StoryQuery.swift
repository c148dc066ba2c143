import Base

extension Vocabulary {
    /// The keys of `stories` in a page's front matter.
    static let stories = Vocabulary([
        Key("section", ["القسم", "الأقسام"], .list, "Stories of this section; several are a list."),
        Key("tag", ["الوسم", "الوسوم"], .list, "Stories with this tag, or one of these."),
        Key("author", ["الكاتب", "الكتاب"], .list, "Stories by this author, or one of these."),
        Key("kind", ["النوع", "الأنواع"], .list, "Stories of this kind, or one of these."),
        Key("sort", ["الترتيب"], "`newest` (the default), `oldest`, `updated` or `title`; the last two give one page."),
        Key("limit", ["العدد"], "How many stories there are at most; gives one page."),
        Key("page_size", ["طول الصفحة"], "How many stories a page holds; that of site.yaml by default."),
        Key("feed", ["الخلاصة", "خلاصة"], "`true` gives the list a feed of its own."),
    ])
}

/// What a landing page asks of its list, before any story was looked up. Where nothing is asked, all stories answer.
struct StoryQuery: Sendable {
    /// One of these; nil where any will do.
    var sections: [Manuscript.Word]?
    var tags: [Manuscript.Word]?
    var authors: [Manuscript.Word]?
    var kinds: [Article.Kind]?
    var order = StoryList.Order.newest
    var limit: Int?
    var pageSize: Int?
    var hasFeed = false

    /// Items that a page of the list holds; nil where all stand on one page.
    func pageSize(of outlet: Outlet) -> Int? {
        limit == nil && isByDate ? pageSize ?? outlet.pageSize : nil
    }

    /// How many stories there are at most.
    func limit(of outlet: Outlet) -> Int {
        limit ?? (isByDate ? Int.max : pageSize ?? outlet.pageSize)
    }

    private var isByDate: Bool { order == .newest || order == .oldest }
}

private let storyOrders: [(StoryList.Order, [String])] = [
    (.newest, ["newest", "الأحدث"]), (.oldest, ["oldest", "الأقدم"]), (.updated, ["updated", "آخر تحديث"]),
    (.title, ["title", "العنوان"]),
]

/// The key `stories`.
extension Fields {
    mutating func readStories() -> StoryQuery? {
        guard let value = value("stories") else { return nil }
        return nested(value, .stories) { fields in
            var query = StoryQuery()
            query.sections = fields.names("section")
            query.tags = fields.names("tag")
            query.authors = fields.names("author")
            query.kinds = fields.has("kind") ? fields.choices("kind", articleKinds) : nil
            query.order = fields.choice("sort", storyOrders) ?? .newest
            query.limit = fields.number("limit", in: 1...1000)
            query.pageSize = fields.number("page_size", in: 1...1000)
            query.hasFeed = fields.flag("feed") ?? false
            if query.limit != nil, query.pageSize != nil {
                let (limit, size) = (fields.spelled("limit"), fields.spelled("page_size"))
                fields.report(
                    StoryListRule.onOnePage, at: fields.place(of: "page_size"), severity: .warning,
                    Message(
                        en:
                            "with “\(limit)” all stories stand on one page; “\(size)” is for lists without it; delete one",
                        ar: "مع «\(limit)» تكون المواد كلها في صفحة واحدة؛ و«\(size)» للقوائم التي بلا حد؛ احذف أحدهما")
                )
            }
            return query
        }
    }

    private mutating func names(_ key: String) -> [Manuscript.Word]? {
        has(key) ? words(key).map { .init(text: $0.text, location: $0.location) } : nil
    }
}
