import Base

/// Keys of other systems in articles.
extension ForeignKeys {
    static let articles: [([String], Message)] = [
        (
            [
                "categories", "category", "cat", "cats", "primary_category", "article_section", "channel", "desk",
                "rubric", "التصنيف",
                "التصنيفات", "الباب", "الأبواب", "الفئة", "الفئات", "الأقسام", "الزاوية", "الخانة", "الركن",
            ],
            Message(
                en: "write one as “{section}”, and others as “{tags}”",
                ar: "اكتب واحدًا في «{section}»، وما سواه في «{tags}»")
        ),
        (
            [
                "keyword", "keywords", "labels", "label", "topics", "topic", "subjects", "news_keywords",
                "tagline_tags",
                "hashtags", "hashtag", "post_tag", "taxonomies", "meta_keywords", "الوسم", "الكلمات المفتاحية",
                "الكلمة المفتاحية",
                "الكلمات الدلالية", "كلمات البحث", "المواضيع", "الموضوع", "الموضوعات", "الهاشتاغ", "الهاشتاق", "هاشتاج",
                "الهاشتاغات",
                "التاغات",
                "تاج", "تاغ", "العلامات", "الدلائل",
            ], write("tags")
        ),
        (
            [
                "excerpt", "description", "abstract", "lead", "intro", "introduction", "meta_description",
                "seo_description", "teaser",
                "dek", "standfirst", "deck", "custom_excerpt", "og_description", "synopsis", "lede", "post_excerpt",
                "snippet", "tldr",
                "الوصف", "وصف مختصر", "الموجز", "المختصر", "المقتطف", "النبذة", "الخلاصة", "التلخيص", "التوطئة",
                "وصف المادة", "وصف المقال",
                "وصف الخبر", "اللمحة", "المستخلص", "وصف الميتا",
            ], write("summary")
        ),
        (
            [
                "subtitle", "sub_title", "subheading", "subhead", "overline", "supertitle", "eyebrow", "tagline",
                "العنوان الفرعي",
                "عنوان ثانوي", "العنوان الثانوي", "العنوان العلوي", "عنوان علوي", "الشارحة", "عنوان تمهيدي",
            ], write("kicker")
        ),
        (
            [
                "headline", "linktitle", "name", "heading", "post_title",
                "الاسم", "المانشيت",
                "العنوان الرئيسي", "العنوان الرئيس", "عنوان المادة", "عنوان المقال", "عنوان الخبر", "الترويسة",
            ], write("title")
        ),
        (["seo_title", "meta_title", "عنوان السيو", "عنوان محركات البحث"], write("search_title")),
        (["og_title", "twitter_title", "عنوان التواصل", "عنوان فيسبوك"], write("social_title")),
        (
            [
                "permalink", "url", "link", "path", "uri", "الرابط", "الرابط الدائم", "رابط المادة", "رابط المقال",
                "العنوان الإلكتروني",
            ],
            Message(
                en: "write the last part of the path as “{slug}”, and the whole old path under “{aliases}”",
                ar: "اكتب آخر المسار في «{slug}» والمسار القديم كله تحت «{aliases}»")
        ),
        (
            ["post_name", "basename", "filename", "الاسم المختصر", "اسم الرابط", "المسار المختصر", "النص اللطيف"],
            write("slug")
        ),
        (
            [
                "redirect_from", "redirects", "redirect", "old_url", "old_urls", "former_urls", "الروابط القديمة",
                "رابط قديم", "التحويلات",
                "تحويل من", "المسارات السابقة", "المسار السابق",
            ], write("aliases")
        ),
        (
            [
                "published", "publish", "is_published", "post_status", "private", "hidden", "unlisted", "visible",
                "visibility", "wip",
                "is_draft", "النشر", "المنشور", "منشورة", "حالة النشر", "خاص", "مخفي",
            ],
            Message(
                en: "write “{draft}: true” to keep it out of the site, and leave this out otherwise",
                ar: "اكتب «{draft}: نعم» لإبقائه خارج الموقع، وإلا فاحذفه")
        ),
        (
            [
                "publish_date", "pubdate", "published_at", "published_on", "published_date", "date_published",
                "post_date", "created",
                "created_at", "date_created", "creation_date", "pub_date", "release_date", "issued", "datetime",
                "timestamp", "day",
                "schedule", "publish_on", "date_gmt", "post_date_gmt", "اليوم", "وقت النشر", "يوم النشر", "موعد النشر",
                "الوقت", "الموعد",
                "تاريخ الإنشاء", "تاريخ الكتابة", "تاريخ الخبر", "تاريخ المادة", "تاريخ المقال", "النشر في", "نشر في",
                "نشر بتاريخ",
            ], write("date")
        ),
        (
            [
                "lastmod", "last_modified", "last_modified_at", "last_mod", "modified", "modified_at", "date_modified",
                "updated_at",
                "updated_on", "update_date", "date_updated", "last_updated", "update", "edited", "last_edited",
                "modified_date",
                "post_modified", "revised", "التعديل", "آخر تعديل", "تاريخ التعديل", "تاريخ التحديث", "تحديث في",
                "المحدث", "محدثة",
                "عدل في",
                "وقت التحديث", "تاريخ آخر تحديث",
            ], write("updated")
        ),
        (
            [
                "expirydate", "expiry", "expire", "expiration", "expiration_date", "unpublish_date", "until",
                "end_date", "valid_until",
                "الانتهاء", "انتهاء الصلاحية", "تاريخ الصلاحية", "صالح حتى", "حتى", "يزال في",
            ], write("expires")
        ),
        (
            [
                "featured_image", "feature_image", "cover", "cover_image", "thumbnail", "banner", "hero", "hero_image",
                "picture",
                "pictures", "images", "img", "feature", "og_image", "header_image", "teaser_image", "lead_image",
                "main_image", "photo",
                "photos", "thumb", "poster", "header", "resources", "الصور", "الصورة البارزة", "صورة الغلاف", "الغلاف",
                "الصورة الرئيسية",
                "الصورة الرئيسة", "الصورة المصغرة", "اللقطة", "صورة المادة", "صورة الخبر", "صورة المقال",
            ], write("image")
        ),
        (
            [
                "image_alt", "alt", "cover_alt", "image_caption", "caption", "image_credit", "credit", "photo_credit",
                "image_source",
                "feature_image_alt", "feature_image_caption", "النص البديل", "وصف الصورة", "شرح الصورة", "تعليق الصورة",
                "حقوق الصورة",
                "مصدر الصورة", "الشرح", "حقوق التصوير",
            ],
            Message(
                en:
                    "write it beneath “{image}”, as “{alt}”, “{caption}” or “{credit}”: “{image}: {{src}: …, "
                    + "{alt}: …}”",
                ar: "اكتبه تحت «{image}» باسم «{alt}» أو «{caption}» أو «{credit}»: «{image}: {{src}: …, {alt}: …}»")
        ),
        (
            [
                "byline", "writer", "writers", "by", "creator", "author_name", "reporter", "correspondent", "editor",
                "contributors",
                "contributor", "post_author", "المؤلف", "المؤلفون", "كتب", "كتبت", "كتبه", "المحرر", "المحررة",
                "المراسل", "المراسلة",
                "الصحفي",
                "الصحفية", "الصحافي", "الصحافية", "إعداد", "تحرير", "اسم الكاتب", "الكاتبون", "الكاتبات",
            ], write("author")
        ),
        (
            [
                "photographer", "المصور", "translator", "translated_by", "photo_by", "illustrator", "المصورة", "تصوير",
                "الترجمة",
                "المترجم",
                "المترجمة",
                "رسم", "رسوم", "مراجعة", "المراجع",
            ],
            Message(
                en: "write it beneath “{author}”, with what they did: “{{name}: …, {role}: …}”",
                ar: "اكتبه في «{author}» مع ما صنع: «{{name}: …, {role}: …}»")
        ),
        (
            [
                "correction", "errata", "erratum", "correction_note", "editors_note", "amendments", "clarification",
                "تصحيح", "تصحيحات",
                "التصويب", "الاستدراك", "الاستدراكات", "التوضيح", "التنويه", "تنبيه", "تصويبة",
            ],
            Message(
                en:
                    "write “{corrections}”, and beneath it “- {date}: …” and “  {text}: …”; on one line: "
                    + "“{corrections}: [{{date}: …, {text}: …}]”",
                ar:
                    "اكتب «{corrections}» وتحته «- {date}: …» و«  {text}: …»؛ وفي سطر واحد: «{corrections}: "
                    + "[{{date}: …, {text}: …}]»"
            )
        ),
        (
            [
                "guid", "uuid", "uid", "post_id", "wordpress_id", "wp_id", "key", "الرقم", "رقم المادة", "رقم المقال",
                "رقم الخبر",
                "رقم المنشور",
            ],
            write("id")
        ),
        (
            [
                "canonical", "canonical_url", "source_url", "original", "original_url", "external_url",
                "syndicated_from", "رابط المصدر",
                "الرابط الأصلي", "الأصل",
            ],
            Message(
                en:
                    "write it beneath “{source}”: “{source}: {{name}: …, {url}: …}”, or as “{canonical}” where it "
                    + "is this very text",
                ar: "اكتبه تحت «{source}»: «{source}: {{name}: …, {url}: …}»، أو باسم «{canonical}» إن كان النص نفسه")
        ),
        (
            ["sources", "agency", "via", "publisher", "المصادر", "الوكالة", "نقلا عن", "الناشر", "عن"], write("source")
        ),
        (["locale", "languagecode"], write("lang")),
        (
            [
                "dateline", "place", "city", "country", "geo", "المدينة", "البلد", "الدولة", "الموقع", "مكان الحدث",
                "مكان التغطية",
            ],
            write("location")
        ),
        (
            [
                "comment_status", "allow_comments", "disable_comments", "commentable", "comments_enabled",
                "نظام التعليقات",
                "السماح بالتعليقات", "إغلاق التعليقات", "التعليق",
            ],
            Message(
                en: "write “{comments}: false” to close them, and leave this out otherwise",
                ar: "اكتب «{comments}: لا» لإغلاقها، وإلا فاحذفه")
        ),
        (["part_of", "collection", "dossier", "الملف", "ملف خاص", "المجموعة", "الحلقات"], write("series")),
        (
            [
                "related_posts", "related_articles", "see_also", "read_more", "more", "links", "مقالات ذات صلة",
                "مواضيع ذات صلة",
                "أخبار ذات صلة", "اقرأ أيضا", "روابط ذات صلة", "المزيد",
            ], write("related")
        ),
        (["retraction", "retraction_reason", "سبب السحب", "سبب الحذف", "سبب الإزالة"], write("reason")),
        (["state", "الوضع"], write("status")),
        (
            [
                "type", "post_format", "format", "genre", "article_type", "نوع المادة", "نوع المقال", "الشكل",
                "الجنس الصحفي",
            ],
            Message(
                en: "write the kind of story as “{kind}”, or leave it out", ar: "اكتب نوع المادة في «{kind}» أو احذفه")
        ),
        (
            ["params", "custom", "fields", "meta", "data", "metadata", "custom_fields", "المتغيرات", "بيانات إضافية"],
            Message(
                en: "write the outlet's own fields beneath “{extra}”, as site.yaml declares them",
                ar: "اكتب حقول الموقع الخاصة تحت «{extra}» كما يعلنها site.yaml")
        ),
        (
            [
                "layout", "post_type", "weight", "order", "menu_order", "menu", "toc", "markup", "aside",
                "sticky", "password",
                "parent", "outputs", "robots", "sitemap", "parent_id", "ping_status", "guid_is_permalink", "cascade",
                "math", "mathjax",
                "featured", "pinned", "author_profile", "read_time", "reading_time", "page_template", "body_class",
                "cssclasses",
                "cssclass",
                "publish_to_web", "eleventy_exclude_from_collections", "eleventycomputed", "eleventynavigation",
                "in_search_index",
                "insert_anchor_links", "sort_by", "show_toc", "showtoc", "tocopen", "hidemeta", "searchhidden", "share",
                "classes",
                "show_date",
                "katex", "mermaid", "codeinjection_head", "codeinjection_foot", "video", "audio", "gallery", "views",
                "likes", "rating",
                "التخطيط", "الترتيب", "مثبت", "مميز", "كلمة المرور", "وقت القراءة", "مدة القراءة",
                "المشاهدات", "عدد القراءات",
            ],
            Message(en: "sitegen has nothing like it; leave it out", ar: "لا مقابل له في sitegen؛ احذفه")
        ),
    ]
}
