import ArabicText
package import Base
import Content
import Markdown
package import Typesetting

/// What no single file can tell: links that lead nowhere, and what formats need and the outlet has not given.
package func checkSite(_ edition: Edition, _ plan: PagePlan, _ theme: Theme, now: Instant, workers: Workers)
    -> [Diagnostic]
{
    let site = edition.site
    var texts: [LinkCheck.Text] = []
    for (article, text) in zip(site.articles, edition.articles) where text.mayBeWrong {
        texts.append(.init(path: article.path, url: article.url, bodyStart: article.bodyStart, text: text))
    }
    for (page, text) in zip(site.pages, edition.pages) where text.mayBeWrong {
        texts.append(.init(path: page.path, url: page.url, bodyStart: page.bodyStart, text: text))
    }
    for (author, text) in zip(site.authors, edition.bios) where text.mayBeWrong {
        if let path = author.path {
            texts.append(.init(path: path, url: author.url, bodyStart: author.bioStart, text: text))
        }
    }
    let check = LinkCheck(edition, plan, theme)
    let (pictures, policy) = (PicturePolicy(edition), PolicyCheck(edition, plan, theme))
    return workers.map(texts) { check.problems(in: $0) + pictures.problems(in: $0) + policy.problems(in: $0) }.flatMap {
        $0
    }
        + check.problemsOfSettings()
        + checkStyleSheets(edition, theme, plan) + policy.problems + ThirdPartyCheck(edition).problems
        + neededByFormats(site, now: now) + stillLive(edition, now: now)
}

extension SetText {
    fileprivate var mayBeWrong: Bool { !links.isEmpty || !pictures.isEmpty || !activeTags.isEmpty }
}

/// Live coverage to which nothing was added for a day.
private func stillLive(_ edition: Edition, now: Instant) -> [Diagnostic] {
    let site = edition.site
    return site.articles.indices.filter { site.articles[$0].kind == .live && !site.articles[$0].hasEnded }.compactMap {
        let article = site.articles[$0]
        let last = edition.articles[$0].updates.first.map { site.stamp(of: $0) } ?? article.modified
        guard now.seconds - max(last, article.modified).instant.seconds > 86400 else { return nil }
        let (key, value) = (article.spelled("ended"), article.spelled("ended") == "ended" ? "true" : "نعم")
        return Diagnostic(
            .warning, id: LiveRule.stillLive,
            Message(
                en: "live coverage without an update for a day has ended; write “\(key): \(value)”",
                ar: "التغطية المباشرة التي لم تُحدَّث منذ يوم انتهت؛ اكتب «\(key): \(value)»"),
            at: Location(path: article.path))
    }
}

/// Only what breaks nothing: advice, but for a date that has passed.
private func neededByFormats(_ site: Site, now: Instant) -> [Diagnostic] {
    let (place, key) = (site.outlet.place, site.outlet.spelled)
    var diagnostics: [Diagnostic] = []
    if let security = site.outlet.services.security, security.expires.instant <= now {
        diagnostics.append(
            Diagnostic(
                .warning, id: CheckRule.securityExpired,
                Message(
                    en: "security.txt holds until a date to come; renew “expires”, which was \(security.expires.iso)",
                    ar: "يسري security.txt إلى تاريخ قادم؛ جدّد «expires»، وكان \(security.expires.iso)"),
                at: place("security")))
    }
    func advise(_ rule: CheckRule, _ message: Message, at location: Location) {
        diagnostics.append(Diagnostic(.advice, id: rule, message, at: location))
    }
    if site.feedImage == nil {
        advise(
            .logoMissing,
            Message(
                en:
                    "search engines and feeds show a logo in PNG or JPEG; put one into Content/assets and name it "
                    + "under “\(key("logo"))” or “\(key("icons"))”",
                ar:
                    "تعرض محركات البحث والخلاصات شعارًا بصيغة PNG أو JPEG؛ ضعه في Content/assets واذكره تحت "
                    + "«\(key("logo"))» أو «\(key("icons"))»"
            ),
            at: place("logo"))
    }
    for (rule, picture, least, message) in site.smallPictures where min(picture.width, picture.height) < least {
        advise(rule, message, at: Location(path: picture.path))
    }
    if site.shareImage == nil {
        advise(
            .shareImageMissing,
            Message(
                en:
                    "a link to a page without a picture shows the outlet's; put og.png, 1200 × 630, into "
                    + "Content/assets",
                ar: "رابط الصفحة التي لا صورة لها يعرض صورة الموقع؛ ضع og.png بقياس 1200 × 630 في Content/assets"),
            at: place("share_image"))
    }
    if site.outlet.description == nil {
        advise(
            .descriptionMissing,
            Message(
                en: "search engines and feeds show what the outlet is; add a line “\(key("description")): …”",
                ar: "تعرض محركات البحث والخلاصات وصف الموقع؛ أضف سطرًا «\(key("description")): …»"),
            at: place("description"))
    }
    for article in site.articles {
        if let problem = article.image?.picture.problemWhenShared {
            advise(problem.rule, problem.message, at: article.imageLocation ?? Location(path: article.path))
        }
    }
    return diagnostics + incompletePictures(site)
}

/// Lead pictures without what site.yaml wants of them.
private func incompletePictures(_ site: Site) -> [Diagnostic] {
    let required = site.outlet.pictures.required
    guard !required.isEmpty else { return [] }
    return site.articles.flatMap { article -> [Diagnostic] in
        guard let image = article.image else { return [] }
        let missing = required.filter { requirement in
            switch requirement {
            case .alt: image.alt.isEmpty
            case .caption: image.caption == nil
            case .credit: image.credit == nil
            }
        }
        return missing.map { requirement in
            let (key, parent) = (article.spelled(requirement.rawValue), article.spelled("image"))
            return Diagnostic(
                id: PictureDeskRule.pictureIncomplete,
                Message(
                    en: "this outlet publishes no lead picture without “\(key)”; add it to “\(parent)”",
                    ar: "لا ينشر هذا الموقع صورة رئيسة بلا «\(key)»؛ أضفه إلى «\(parent)»"),
                at: article.imageLocation ?? Location(path: article.path))
        }
    }
}

extension Site {
    /// The outlet's own pictures that are drawn in pixels, each with what it must have at least in both directions.
    fileprivate var smallPictures: [(rule: CheckRule, picture: Picture, least: Int, message: Message)] {
        func size(_ picture: Picture) -> String { "\(picture.width) × \(picture.height)" }
        let icon = icons.max { $0.width < $1.width }
        let logo = feedImage.map {
            (
                CheckRule.logoSmall, $0, 112,
                Message(
                    en:
                        "search engines show a logo of 112 × 112 pixels or more; this one has \(size($0)); save it "
                        + "larger",
                    ar:
                        "تعرض محركات البحث شعارًا قياسه 112 × 112 بكسل على الأقل؛ وقياس هذا \(size($0))؛ احفظه "
                        + "بقياس أكبر"
                )
            )
        }
        let largest = icon.map {
            (
                CheckRule.iconSmall, $0, 192,
                Message(
                    en:
                        "phones want an icon of 192 × 192 pixels or more; the largest has \(size($0)); add a "
                        + "larger one, or an SVG",
                    ar:
                        "تطلب الهواتف أيقونة قياسها 192 × 192 بكسل على الأقل؛ وقياس أكبرها \(size($0))؛ أضف أكبر "
                        + "منها أو SVG"
                )
            )
        }
        return [logo, icons.contains { $0.type == .svg } ? nil : largest].compactMap { $0 }
    }
}

extension Picture {
    /// Discover wants 1,200 pixels, WhatsApp shows nothing above 300 KB, and several networks draw neither WebP nor
    /// AVIF.
    fileprivate var problemWhenShared: (rule: CheckRule, message: Message)? {
        if !isScaled, type != .jpeg, type != .png {
            return (
                .shareImageType,
                Message(
                    en:
                        "networks show a link's picture as JPEG or PNG; this lead picture is \(type.rawValue), and "
                        + "the outlet's is shown instead",
                    ar:
                        "تعرض الشبكات صورة الرابط بصيغة JPEG أو PNG؛ وصورة هذا المقال \(type.rawValue)، فتظهر صورة "
                        + "الموقع بدلًا منها"
                )
            )
        }
        if width < 1200 {
            return (
                .shareImageSmall,
                Message(
                    en:
                        "a lead picture is 1,200 pixels wide or more, or Google Discover passes over it; this one "
                        + "has \(width)",
                    ar: "عرض الصورة الرئيسية 1200 بكسل على الأقل، وإلا تجاوزها Google Discover؛ وعرض هذه \(width)")
            )
        }
        if !isScaled, size > 300 * 1024 {
            return (
                .shareImageLarge,
                Message(
                    en: "WhatsApp shows pictures of up to 300 KB with a link; this one has \(size / 1024) KB",
                    ar: "يعرض واتساب مع الرابط صورة لا تتجاوز 300 كيلوبايت؛ وحجم هذه \(size / 1024)")
            )
        }
        return nil
    }
}
