import Base

/// Front matter of other systems (Hugo, Jekyll, WordPress exports and the like): what takes the place of each key here.
enum ForeignKeys {
    /// By the spelling that `Vocabulary.joined` gives.
    static let article: [String: Message] = {
        var advice: [String: Message] = [:]
        for (keys, message) in table {
            for key in keys { advice[Vocabulary.joined(key)] = message }
        }
        return advice
    }()

    private static let table: [([String], Message)] = [
        (["categories", "category", "cat"], write("section", besides: "tags")),
        (["keywords", "labels", "topics", "news_keywords", "tagline_tags"], write("tags")),
        (
            ["excerpt", "description", "abstract", "lead", "intro", "meta_description", "seo_description", "teaser", "dek", "standfirst"],
            write("summary")
        ),
        (["subtitle", "overline", "supertitle", "eyebrow"], write("kicker")),
        (["headline", "seo_title", "linktitle", "name"], write("title")),
        (
            ["permalink", "url", "link", "path"],
            Message(
                en: "write the last part of the path as “slug”, and the whole old path under “aliases”",
                ar: "اكتب آخر المسار في «slug» والمسار القديم كله تحت «aliases»")
        ),
        (["redirect_from", "redirects", "old_url", "old_urls"], write("aliases")),
        (
            ["published", "publish", "is_published", "post_status", "private", "hidden", "unlisted"],
            Message(
                en: "write “draft: true” to keep it out of the site, and leave this out otherwise",
                ar: "اكتب «draft: true» لإبقائه خارج الموقع، وإلا فاحذفه")
        ),
        (
            [
                "publish_date", "pubdate", "published_at", "published_on", "published_date", "date_published", "post_date", "created",
                "created_at", "date_created",
            ], write("date")
        ),
        (
            [
                "lastmod", "last_modified", "last_modified_at", "modified", "modified_at", "date_modified", "updated_at", "updated_on",
                "update_date", "date_updated", "last_updated",
            ], write("updated")
        ),
        (["expirydate", "expiry", "expiration", "unpublish_date", "until"], write("expires")),
        (
            [
                "featured_image", "feature_image", "cover", "cover_image", "thumbnail", "banner", "hero", "picture", "images", "img",
                "feature", "og_image",
            ], write("image")
        ),
        (
            ["image_alt", "alt", "cover_alt", "image_caption", "caption", "image_credit", "credit", "photo_credit"],
            Message(
                en: "write it beneath “image”, as “alt”, “caption” or “credit”", ar: "اكتبه تحت «image» باسم «alt» أو «caption» أو «credit»"
            )
        ),
        (["byline", "writer", "by", "creator"], write("author")),
        (["guid", "uuid", "uid", "post_id", "wordpress_id", "wp_id"], write("id")),
        (
            ["canonical", "canonical_url"],
            Message(en: "write it beneath “source”, as “canonical”", ar: "اكتبه تحت «source» باسم «canonical»")
        ),
        (["language", "locale"], write("lang")),
        (["dateline", "place", "city"], write("location")),
        (["comment_status", "allow_comments", "disable_comments", "commentable"], write("comments")),
        (["part_of", "collection"], write("series")),
        (
            ["type", "post_format", "format"],
            Message(en: "write the kind of story as “kind”, or leave it out", ar: "اكتب نوع المادة في «kind» أو احذفه")
        ),
        (
            [
                "layout", "template", "post_type", "weight", "order", "menu_order", "menu", "toc", "markup", "aside", "sticky", "password",
                "parent", "outputs", "robots", "sitemap", "parent_id", "ping_status", "guid_is_permalink", "cascade", "math", "mathjax",
                "featured", "pinned", "author_profile", "read_time", "reading_time",
            ],
            Message(en: "sitegen has nothing like it; leave it out", ar: "لا مقابل له في sitegen؛ احذفه")
        ),
    ]

    private static func write(_ key: String, besides other: String? = nil) -> Message {
        Message(
            en: "write “\(key)”" + (other.map { " or “\($0)”" } ?? ""), ar: "اكتب «\(key)»" + (other.map { " أو «\($0)»" } ?? ""))
    }
}
