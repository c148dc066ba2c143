import ArabicText
import Base

extension Vocabulary {
    /// The keys of an article's front matter.
    package static let article = Vocabulary([
        Key("title", ["العنوان"], .text, "The headline; required."),
        Key(
            "social_title", ["عنوان المشاركة"], .text, "The headline where a link is shared; `title` by default."),
        Key("search_title", ["عنوان البحث"], .text, "The headline that search engines show; `title` by default."),
        Key("kicker", ["العنوان التمهيدي", "تمهيد"], .text, "A few words above the headline."),
        Key("summary", ["الملخص", "المقدمة"], .text, "What the article says, in one or two sentences."),
        Key(
            "date", ["التاريخ", "تاريخ النشر"], .code,
            "When it is published; a date in the future is an embargo. Required, but for a file whose name begins "
                + "with the day."
        ),
        Key("updated", ["التحديث", "آخر تحديث"], .code, "When it was last changed in substance."),
        Key("author", ["الكاتب", "الكاتبة", "بقلم"], .list, "Who wrote it: names, or `{name, role}`."),
        Key("authors", ["الكتاب", "الكاتبان"], .list, "The same for several."),
        Key("section", ["القسم"], .text, "One of the outlet's sections."),
        Key("tags", ["الوسوم", "وسوم"], .list, "Subjects, split at commas."),
        Key("image", ["الصورة", "صورة"], .list, "The lead picture: `{src, alt, caption, credit, focus}`."),
        Key("source", ["المصدر"], .list, "Where it comes from: a name, or `{name, url, canonical}`."),
        Key(
            "kind", ["النوع"],
            "`news`, `opinion`, `analysis`, `report`, `interview`, `live`, `sponsored`, `investigation`, `editorial`, "
                + "`factcheck`, `video` or `cartoon`."),
        Key("slug", ["المسار", "الاسم اللطيف"], .code, "The last part of its URL; the file's name by default."),
        Key("aliases", ["روابط سابقة", "الروابط السابقة"], "Paths at which it was once published."),
        Key("draft", ["مسودة"], "`true`, or the key alone, keeps it out of the site."),
        Key("expires", ["ينتهي", "تاريخ الانتهاء"], .code, "When it leaves the site."),
        Key(
            "status", ["الحالة"],
            "`retracted` (with a `reason`), `removed`, or `legal-removal`: removed, and `silent`."),
        Key(
            "silent", ["بصمت"],
            "`true` removes without a notice: no page, no rule and no link tells of the article or its address."),
        Key("reason", ["السبب"], .text, "Why it was retracted."),
        Key("corrections", ["التصويبات", "تصويبات", "تصويب"], "What was wrong: `{date, text}` each."),
        Key("series", ["السلسلة", "سلسلة"], .text, "The series it belongs to."),
        Key("related", ["ذات صلة", "مواد ذات صلة"], "Articles chosen by hand: file, slug or URL."),
        Key(
            "reply", ["حق الرد"], .code,
            "The right of reply to this story, or the story that this is the reply to: file, slug or URL; each links the "
                + "other."),
        Key(
            "claim", ["الادعاء"],
            "What a fact check found: `{text, rating, by, url}`, for search engines (`ClaimReview`)."),
        Key("location", ["المكان"], .text, "Where it was reported from."),
        Key("comments", ["التعليقات"], "`false` closes them."),
        Key("ads", ["إعلانات", "الإعلانات"], "`false` keeps advertisements and scripts of others off its page."),
        Key("search", ["البحث"], "`false` keeps it out of the search."),
        Key("ended", ["انتهت", "انتهى"], "`true` ends live coverage."),
        Key(
            "lines", ["الأسطر", "أسطر"],
            "`keep`: the lines of a paragraph end where they do in the file; `join`: only where they plainly should."),
        Key(
            "template", ["القالب", "قالب"], .code,
            "The theme's own template that prints it: `longread` is `Templates/longread.html`."),
        .language,
        Key("id", ["المعرف"], .code, "What stays when the file moves."),
        Key("extra", ["حقول إضافية"], "Fields that site.yaml declares."),
    ]).answering(ForeignKeys.article, with: [.byline, .image, .source, .correction, .claim])

    static let byline = Vocabulary([
        Key("name", ["الاسم"], .text, "The author's name."),
        Key("role", ["الدور"], .text, "What they did: تصوير, ترجمة."),
    ])

    static let source = Vocabulary([
        Key("name", ["الاسم"], .text, "The agency or publication."),
        Key("url", ["الرابط"], .code, "Its address."),
        Key("canonical", ["الأصل"], .code, "Where this very text was first published."),
    ])

    static let claim = Vocabulary([
        Key("text", ["النص"], .text, "The claim that was checked, in a sentence."),
        Key("rating", ["الحكم"], .text, "What was found: صحيح, مضلل, زائف."),
        Key("by", ["القائل"], .text, "Who made the claim."),
        Key("url", ["الرابط"], .code, "Where it was made."),
    ])

    static let correction = Vocabulary([
        Key("date", ["التاريخ"], .code, "When it was corrected."),
        Key("text", ["النص"], .text, "What was wrong and what is right."),
    ])

    static let articleText = textKeys(of: [.article, .byline, .image, .source, .correction, .claim])
}

/// Reads one article's file. Where no front matter can be read, which is an error, the manuscript is empty: what names
/// the article elsewhere is no second error.
///
/// - Parameter digest: digest of `file`.
func readManuscript(
    _ file: [UInt8], path: String, outlet: Outlet, digest: Digest
) -> (manuscript: Manuscript, diagnostics: [Diagnostic]) {
    let text: SourceText
    let matter: FrontMatter
    let yaml: Yaml?
    let conflict: Diagnostic?
    let problems: [Diagnostic]
    do throws(Diagnostic) {
        text = try SourceText(file, path: path)
        (matter, conflict) = try text.frontMatter(path: path, textKeys: Vocabulary.articleText)
        (yaml, problems) = try matter.yaml()
    } catch {
        var empty = Manuscript(path: path, bodyStart: 0, digest: digest)
        empty.url = articleURL(empty, outlet: outlet)
        return (empty, [error])
    }
    var fields = Fields(yaml, .article, path: path)
    fields.absorb(matter.warnings + [conflict].compactMap { $0 } + problems)
    var manuscript = Manuscript(path: path, bodyStart: matter.bodyStart, digest: digest)
    fields.readDescription(into: &manuscript, outlet)
    fields.readDates(into: &manuscript, zone: outlet.zone)
    fields.readPeople(into: &manuscript)
    fields.readSectionAndAddress(into: &manuscript)
    fields.readReferences(into: &manuscript)
    fields.readStatus(into: &manuscript)
    fields.readCorrections(into: &manuscript, zone: outlet.zone)
    fields.readExtra(into: &manuscript, declared: outlet.extra)
    // Shorter than any that must be cut, as most are: letters become three bytes in no style.
    if let slug = manuscript.slug, slug.utf8.count * 3 > longestSlug {
        fields.checkLength(ofSlug: slug, style: outlet.slugStyle == .id ? .arabic : outlet.slugStyle)
    }
    manuscript.hasArabicKeys = fields.hasArabicKeys
    if manuscript.id != nil { manuscript.idLocation = fields.place(of: "id") }
    manuscript.url = articleURL(manuscript, outlet: outlet)
    manuscript.readDigest = readDigest(of: manuscript, body: text.bytes[matter.bodyStart...])
    return (manuscript, fields.diagnostics.fitting(manuscript.language ?? outlet.language))
}

private func readDigest(of manuscript: Manuscript, body: ArraySlice<UInt8>) -> Digest {
    var parts = Fingerprint()
    for text in [manuscript.title, manuscript.kicker, manuscript.summary] { parts.add(text) }
    parts.add(body)
    return parts.digest
}

let articleKinds: [(Article.Kind, [String])] = [
    (.news, ["news", "خبر"]), (.opinion, ["opinion", "رأي", "مقال رأي"]), (.analysis, ["analysis", "تحليل"]),
    (.report, ["report", "تقرير"]), (.interview, ["interview", "مقابلة", "حوار"]),
    (.live, ["live", "تغطية مباشرة", "مباشر", "تغطية حية", "لحظة بلحظة", "متابعة حية"]),
    (.sponsored, ["sponsored", "محتوى برعاية", "محتوى إعلاني", "إعلان"]),
    (.investigation, ["investigation", "تحقيق"]), (.editorial, ["editorial", "افتتاحية"]),
    (.factcheck, ["factcheck", "تدقيق معلومات", "تدقيق"]), (.video, ["video", "فيديو"]),
    (.cartoon, ["cartoon", "كاريكاتير"]),
]

let articleStatuses = [
    ("retracted", ["retracted", "مسحوب", "مسحوبة"]), ("removed", ["removed", "محذوف", "أُزيلت"]),
    // Removed and silent.
    ("legal-removal", ["legal-removal", "إزالة قانونية", "أُزيلت قانونيًا"]),
]

let lineChoices: [(Article.Lines, [String])] = [(.keep, ["keep", "كما هي", "تبقى"]), (.join, ["join", "تتصل"])]

extension Fields {
    fileprivate mutating func readDescription(into manuscript: inout Manuscript, _ outlet: Outlet) {
        manuscript.title = required("title") ?? ""
        manuscript.kicker = text("kicker")
        manuscript.socialTitle = text("social_title")
        manuscript.searchTitle = text("search_title")
        manuscript.summary = text("summary")
        manuscript.kind = choice("kind", articleKinds) ?? .news
        manuscript.hasEnded = flag("ended") ?? false
        manuscript.lines = choice("lines", lineChoices) ?? .asOutlet
        manuscript.template = readTemplate()
        manuscript.language = language(outlet)
        manuscript.location = text("location")
        manuscript.series = text("series")
        for (key, text) in [
            ("title", manuscript.title), ("kicker", manuscript.kicker), ("summary", manuscript.summary),
        ] {
            if let text { remarkReferences(in: text, key) }
        }
    }

    /// What other systems write into headlines is HTML or marks of their own; here a headline is text.
    private mutating func remarkReferences(in text: String, _ key: String) {
        if let markup = ForeignMarkupSearch.all(in: text).first {
            let words = String(decoding: Array(text.utf8)[markup.range], as: UTF8.self)
            report(MarkupRule.foreignMarkup, at: place(of: key), severity: .warning, markup.message(words))
        }
        let meant = CharacterReferences.resolved(text)
        guard meant != text else { return }
        report(
            ArticleRule.characterReference, at: place(of: key), severity: .warning,
            Message(
                en: "text is printed as it stands here, “&…;” too; write “\(meant)”",
                ar: "يُطبع النص هنا كما هو، ومنه «&…;»؛ اكتب «\(meant)»"))
    }

    fileprivate mutating func readDates(into manuscript: inout Manuscript, zone: Zone) {
        manuscript.date = publication(manuscript.path, zone: zone)
        manuscript.updated = stamp("updated", zone: zone)
        if let updated = manuscript.updated {
            manuscript.toldChanges.append(.init(stamp: updated, location: place(of: "updated")))
        }
        manuscript.expires = stamp("expires", zone: zone)
        if let date = manuscript.date, let updated = manuscript.updated, updated < date,
            updated.time != nil || updated.date < date.date
        {
            report(
                ArticleRule.updatedBeforeDate, at: place(of: "updated"), severity: .warning,
                Message(en: "an update comes after the publication", ar: "التحديث لا يسبق النشر"))
        }
        if let date = manuscript.date, let expires = manuscript.expires, expires <= date {
            report(
                ArticleRule.expiresBeforeDate, at: place(of: "expires"), severity: .warning,
                Message(
                    en:
                        "what leaves the site comes to it before; this article never appears, and its address "
                        + "shows a notice",
                    ar: "لا تنتهي مدة العرض قبل بدايتها؛ لن تظهر هذه المادة أبدًا، ويعرض عنوانها إشعارًا فقط"))
        }
    }

    /// Date that the key gives; where there is none, the day that the file's name begins with.
    private mutating func publication(_ path: String, zone: Zone) -> Stamp? {
        let named = day(inNameOf: path)
        guard isWritten("date") || named == nil else { return named.map { Stamp(day: $0, zone: zone) } }
        guard required("date") != nil, let stamp = stamp("date", zone: zone) else { return nil }
        if let named, named != stamp.date {
            let key = spelled("date")
            report(
                ArticleRule.dateDiffers, at: place(of: "date"), severity: .warning,
                Message(
                    en:
                        "the file's name says \(named.iso), and “\(key)” says \(stamp.date.iso), which "
                        + "holds; make the two agree",
                    ar: "اسم الملف يقول \(named.iso)، و«\(key)» يقول \(stamp.date.iso)، وبه يُعمل؛ وفّق بينهما"))
        }
        return stamp
    }

    fileprivate mutating func readPeople(into manuscript: inout Manuscript) {
        for key in ["author", "authors"] {
            guard let value = value(key) else { continue }
            if case .scalar = value.content {
                manuscript.bylines += words(key).map { .init(name: $0.text, role: nil, location: $0.location) }
                continue
            }
            for item in items(key) {
                if case .scalar = item.content {
                    let names = words(in: item, key, Message(en: "a name", ar: "اسمًا"))
                    manuscript.bylines += names.map { .init(name: $0.text, role: nil, location: $0.location) }
                } else {
                    let byline: Manuscript.Byline? = nested(item, .byline) { fields in
                        fields.required("name").map {
                            .init(name: $0, role: fields.text("role"), location: item.location)
                        }
                    }
                    if let byline { manuscript.bylines.append(byline) }
                }
            }
        }
    }

    fileprivate mutating func readSectionAndAddress(into manuscript: inout Manuscript) {
        if let section = text("section") { manuscript.section = .init(text: section, location: place(of: "section")) }
        manuscript.tags = words("tags").flatMap { word in
            hashtags(word.text).map { .init(text: $0, location: word.location) }
        }
        manuscript.slug = slug("slug")
        manuscript.id = text("id")
        manuscript.aliases = readAliases()
    }

    fileprivate mutating func readReferences(into manuscript: inout Manuscript) {
        if let value = value("image") { manuscript.image = readImage(value) }
        if let value = value("source") { manuscript.source = readSource(value) }
        if let value = value("claim") { manuscript.claim = readClaim(value) }
        manuscript.reply = text("reply").map { .init(text: $0, location: place(of: "reply")) }
        manuscript.related = items("related").compactMap { item in
            word(item, "related", Message(en: "files, slugs or paths of articles", ar: "ملفات مقالات أو مساراتها"))
                .map { .init(text: $0, location: item.location) }
        }
    }

    private mutating func readClaim(_ value: Yaml) -> Article.Claim? {
        nested(value, .claim) { fields in
            let (text, rating) = (fields.required("text"), fields.required("rating"))
            let url = fields.text("url").flatMap { fields.webURL($0, at: fields.place(of: "url")) }
            guard let text, let rating else { return nil }
            return .init(text: text, rating: rating, author: fields.text("by"), url: url)
        }
    }

    private mutating func readSource(_ value: Yaml) -> Article.Source? {
        if case .scalar(let name, _) = value.content { return .init(name: name, url: nil, canonical: nil) }
        return nested(value, .source) { fields in
            let url = fields.text("url").flatMap { fields.webURL($0, at: fields.place(of: "url")) }
            let canonical = fields.text("canonical").flatMap { fields.webURL($0, at: fields.place(of: "canonical")) }
            return fields.required("name").map { .init(name: $0, url: url, canonical: canonical) }
        }
    }

    fileprivate mutating func readStatus(into manuscript: inout Manuscript) {
        manuscript.isDraft = isDraft()
        manuscript.allowsComments = flag("comments") ?? true
        manuscript.carriesAds = flag("ads") ?? true
        manuscript.isSearched = flag("search") ?? true
        let reason = text("reason")
        let status = choice("status", articleStatuses)
        switch status {
        case "retracted":
            if let reason {
                manuscript.status = .retracted(reason: reason)
            } else {
                let key = spelled("reason")
                report(
                    ArticleRule.missingReason, at: place(of: "status"),
                    Message(
                        en: "a retraction gives its reason; add a line “\(key): …”",
                        ar: "لسحب المادة سبب يُذكر؛ أضف سطرًا «\(key): …»"))
            }
        case "removed": manuscript.status = .removed
        case "legal-removal": (manuscript.status, manuscript.isSilent) = (.removed, true)
        default: break
        }
        guard flag("silent") ?? false else { return }
        manuscript.isSilent = true
        if manuscript.status != .removed {
            let (key, status) = (spelled("silent"), spelled("status"))
            report(
                ArticleRule.silentStatus, at: place(of: "silent"),
                Message(
                    en: "“\(key)” goes with a removal; add a line “\(status): removed”, or delete this one",
                    ar: "«\(key)» ترافق الإزالة؛ أضف سطرًا «\(status): removed» أو احذف هذا السطر"))
        }
    }

    fileprivate mutating func readCorrections(into manuscript: inout Manuscript, zone: Zone) {
        for item in items("corrections") {
            let correction: Article.Correction? = nested(item, .correction) { fields in
                let text = fields.required("text")
                guard fields.required("date") != nil, let date = fields.stamp("date", zone: zone), let text else {
                    return nil
                }
                return .init(date: date, text: text)
            }
            guard let correction else { continue }
            manuscript.corrections.append(correction)
            manuscript.toldChanges.append(.init(stamp: correction.date, location: item.location))
        }
        manuscript.corrections.sort { $0.date > $1.date }
    }

}
