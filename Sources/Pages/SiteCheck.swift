import ArabicText
package import Base
import Content
import Markdown

/// What no single file can tell: links that lead nowhere, and what formats need and the outlet has not given.
package func checkSite(_ edition: Edition, _ plan: PagePlan, _ theme: Theme, now: Instant, workers: Workers) -> [Diagnostic] {
    let site = edition.site
    var texts: [LinkCheck.Text] = []
    for (article, text) in zip(site.articles, edition.articles) where text.mayBeWrong {
        texts.append(.init(path: article.path, url: article.url, bodyStart: article.bodyStart, text: text))
    }
    for (page, text) in zip(site.pages, edition.pages) where text.mayBeWrong {
        texts.append(.init(path: page.path, url: page.url, bodyStart: page.bodyStart, text: text))
    }
    for (author, text) in zip(site.authors, edition.bios) where text.mayBeWrong {
        if let path = author.path { texts.append(.init(path: path, url: author.url, bodyStart: author.bioStart, text: text)) }
    }
    let check = LinkCheck(edition, plan, theme)
    let pictures = PicturePolicy(edition)
    return workers.map(texts) { check.problems(in: $0) + pictures.problems(in: $0) }.flatMap { $0 } + check.problemsOfSettings()
        + neededByFormats(site, now: now)
}

extension SetText {
    fileprivate var mayBeWrong: Bool { !links.isEmpty || !pictures.isEmpty }
}

/// Only what breaks nothing: advice, but for a date that has passed.
private func neededByFormats(_ site: Site, now: Instant) -> [Diagnostic] {
    let settings = Location(path: "Content/site.yaml")
    var diagnostics: [Diagnostic] = []
    if let security = site.outlet.services.security, security.expires.instant <= now {
        diagnostics.append(
            Diagnostic(
                .warning, id: "security-expired",
                Message(
                    en: "security.txt holds until a date to come; renew “expires”, which was \(security.expires.iso)",
                    ar: "يسري security.txt إلى تاريخ قادم؛ جدّد «expires»، وكان \(security.expires.iso)"), at: settings))
    }
    func advise(_ id: String, _ message: Message, at location: Location) {
        diagnostics.append(Diagnostic(.advice, id: id, message, at: location))
    }
    if site.feedImage == nil {
        advise(
            "logo-missing",
            Message(
                en: "search engines and feeds show a logo in PNG or JPEG; put one into Content/assets and name it under “logo” or “icons”",
                ar: "تعرض محركات البحث والخلاصات شعارًا بصيغة PNG أو JPEG؛ ضعه في Content/assets واذكره تحت «logo» أو «icons»"),
            at: settings)
    }
    if site.shareImage == nil {
        advise(
            "share-image-missing",
            Message(
                en: "a link to a page without a picture shows the outlet's; put og.png, 1200 × 630, into Content/assets",
                ar: "رابط الصفحة التي لا صورة لها يعرض صورة الموقع؛ ضع og.png بقياس 1200 × 630 في Content/assets"),
            at: settings)
    }
    if site.outlet.description == nil {
        advise(
            "description-missing",
            Message(
                en: "search engines and feeds show what the outlet is; add a line “description: …”",
                ar: "تعرض محركات البحث والخلاصات وصف الموقع؛ أضف سطرًا «description: …»"), at: settings)
    }
    for article in site.articles {
        if let problem = article.image?.picture.problemWhenShared { advise(problem.id, problem.message, at: Location(path: article.path)) }
    }
    return diagnostics
}

extension Picture {
    /// Discover wants 1,200 pixels, WhatsApp shows nothing above 300 KB, and several networks draw neither WebP nor AVIF.
    fileprivate var problemWhenShared: (id: String, message: Message)? {
        if type != .jpeg, type != .png {
            return (
                "share-image-type",
                Message(
                    en:
                        "networks show a link's picture as JPEG or PNG; this lead picture is \(type.rawValue), and the outlet's is shown instead",
                    ar: "تعرض الشبكات صورة الرابط بصيغة JPEG أو PNG؛ وصورة هذا المقال \(type.rawValue)، فتظهر صورة الموقع بدلًا منها")
            )
        }
        if width < 1200 {
            return (
                "share-image-small",
                Message(
                    en: "a lead picture is 1,200 pixels wide or more, or Google Discover passes over it; this one has \(width)",
                    ar: "عرض الصورة الرئيسية 1200 بكسل على الأقل، وإلا تجاوزها Google Discover؛ وعرض هذه \(width)")
            )
        }
        if size > 300 * 1024 {
            return (
                "share-image-large",
                Message(
                    en: "WhatsApp shows pictures of up to 300 KB with a link; this one has \(size / 1024) KB",
                    ar: "يعرض واتساب مع الرابط صورة لا تتجاوز 300 كيلوبايت؛ وحجم هذه \(size / 1024)")
            )
        }
        return nil
    }
}
