import Base

/// Front matter of other systems (WordPress, Hugo, Jekyll, Eleventy, Zola, Ghost, Obsidian and the like) and the words
/// that newsrooms use for the same: what takes the place of each key here.
///
/// In a message `{title}` stands for the name of a key, in the language in which the file has its keys.
enum ForeignKeys {
    static let article = lookup(articles)
    static let image = lookup(pictures)
    static let author = lookup(authors)
    static let page = lookup(pages)
    static let site = lookup(settings)
    static let section = lookup(sections)
    static let menuEntry = lookup(menuEntries)

    /// Advice by the spellings that `Vocabulary.joined` and `Vocabulary.withoutArticles` give.
    private static func lookup(_ table: [([String], Message)]) -> [String: Message] {
        var advice: [String: Message] = [:]
        for (keys, message) in table {
            for key in keys {
                advice[Vocabulary.joined(key)] = message
                advice[Vocabulary.withoutArticles(key)] = message
            }
        }
        return advice
    }

    private static let pictures: [([String], Message)] = [
        (["path", "url", "image", "file", "link", "الرابط", "المسار", "الصورة"], write("src")),
        (["description", "text", "title", "alt_text", "نص بديل", "العنوان"], write("alt")),
        (["legend", "cutline", "شرح", "الكلام", "تعليق الصورة"], write("caption")),
        (
            ["author", "photographer", "copyright", "rights", "source", "by", "الحقوق", "المصدر", "تصوير", "عدسة"],
            write("credit")
        ),
        (
            ["relative", "hidden", "width", "height"],
            Message(en: "leave it out; sitegen reads it from the picture", ar: "احذفه؛ يقرؤه sitegen من الصورة")
        ),
    ]

    private static let authors: [([String], Message)] = [
        (
            ["title", "author", "display_name", "full_name", "العنوان", "اسم الكاتب", "الكاتب", "الاسم الكامل"],
            write("name")
        ),
        (["position", "job", "job_title", "occupation", "الوظيفة", "العمل", "الدور", "المسمى الوظيفي"], write("role")),
        (["avatar", "photo", "picture", "portrait", "gravatar", "الصورة الشخصية"], write("image")),
        (
            [
                "bio", "biography", "description", "about", "summary", "السيرة", "النبذة", "الوصف", "نبذة", "التعريف",
                "سيرة ذاتية",
            ],
            Message(en: "write it as text below the second “---”", ar: "اكتبه نصًا بعد «---» الثانية")
        ),
        (
            [
                "twitter", "facebook", "instagram", "linkedin", "website", "email", "mail", "social", "url", "github",
                "x", "telegram",
                "تويتر", "فيسبوك", "البريد", "الموقع", "حسابات التواصل", "انستغرام", "تلغرام",
            ],
            Message(
                en: "write it beneath “{links}”: “- {{name}: …, {url}: https://…}”",
                ar: "اكتبه تحت «{links}»: «- {{name}: …, {url}: https://…}»")
        ),
        (["type", "نوع"], write("kind")),
        (["permalink", "username", "login", "nicename"], write("slug")),
    ]

    private static let pages: [([String], Message)] = [
        (["headline", "name", "heading", "الاسم"], write("title")),
        (
            ["summary", "excerpt", "abstract", "meta_description", "المقتطف", "الموجز", "النبذة", "الخلاصة"],
            write("description")
        ),
        (["permalink", "url", "path", "link", "الرابط", "الرابط الدائم"], write("slug")),
        (["weight", "menu_order", "position", "priority", "الوزن", "الرقم"], write("order")),
        (
            ["published", "publish", "hidden", "private", "النشر"],
            Message(
                en: "write “{draft}: true” to keep it out of the site, and leave this out otherwise",
                ar: "اكتب «{draft}: نعم» لإبقائها خارج الموقع، وإلا فاحذفه")
        ),
        (
            [
                "layout", "date", "type", "menu", "author", "tags", "categories", "comments", "image",
                "updated", "lastmod",
                "التاريخ", "الكاتب", "القسم", "الوسوم", "الصورة",
            ],
            Message(en: "a page has nothing like it; leave it out", ar: "ليس في الصفحات مثله؛ احذفه")
        ),
    ]

    private static let sections: [([String], Message)] = [
        (
            ["parent", "parent_section", "above", "الأب", "القسم الأب", "القسم الأم", "الأصل"],
            Message(
                en: "a section stands beneath “{children}” of the one above it",
                ar: "يُكتب القسم تحت «{children}» في القسم الذي فوقه")
        ),
        (
            ["sections", "subsections", "sub", "subcategories", "items", "categories", "الأقسام", "أقسام", "التفرعات"],
            write("children")
        ),
        (["title", "label", "العنوان", "العنوان الظاهر"], write("name")),
        (["colour", "theme_color", "background"], write("color")),
        (["rss", "feeds", "الخلاصات"], write("feed")),
        (["desk", "head", "owner", "author", "الكاتب", "المسؤول"], write("editor")),
        (["summary", "about", "النبذة"], write("description")),
        (["permalink", "path", "url", "الرابط"], write("slug")),
    ]

    private static let menuEntries: [([String], Message)] = [
        (["label", "text", "النص", "الاسم الظاهر"], write("title")),
        (["link", "href", "path", "address", "الوصلة", "المسار"], write("url")),
        (["category", "التصنيف"], write("section")),
        (["items", "submenu", "entries", "sub", "القائمة", "التفرعات"], write("children")),
        (
            ["parent", "identifier", "weight", "order", "الأب", "الترتيب"],
            Message(
                en: "entries stand in their order, those beneath one under its “{children}”",
                ar: "تُكتب المداخل بترتيبها، وما تحت أحدها في «{children}» منه")
        ),
    ]

    private static let settings: [([String], Message)] = [
        (["title", "site_name", "site_title", "sitename", "outlet", "اسم الموقع", "اسم الجريدة"], write("name")),
        (
            [
                "base_url", "baseurl", "site_url", "siteurl", "domain", "host", "address", "root_url", "النطاق",
                "رابط الموقع",
            ], write("url")
        ),
        (["language_code", "languagecode", "lang", "locale", "default_language", "لغة الموقع"], write("language")),
        (["timezone", "tz", "زمن", "التوقيت", "المنطقة"], write("time_zone")),
        (["paginate", "per_page", "paginate_by", "posts_per_page", "pagination", "عدد المواد"], write("page_size")),
        (["menu", "menus", "nav", "nav_links", "links", "روابط القائمة"], write("navigation")),
        (["categories", "category", "taxonomies", "التصنيفات", "الأبواب"], write("sections")),
        (["tagline", "subtitle", "about", "النبذة", "شعار نصي"], write("description")),
        (["favicon", "icon", "الأيقونة"], write("icons")),
        (["permalink", "permalinks", "permalink_structure", "الروابط"], write("urls")),
        (["social_links", "accounts", "social_media", "التواصل"], write("social")),
        (["og_image", "default_image", "cover"], write("share_image")),
        (["params", "custom_fields", "fields"], write("extra")),
        (["date_format", "dateformat"], write("date")),
        (["theme", "plugins", "markdown", "output", "generator", "version"], Message(en: "leave it out", ar: "احذفه")),
    ]

    static func write(_ key: String) -> Message { Message(en: "write “{\(key)}”", ar: "اكتب «{\(key)}»") }
}
