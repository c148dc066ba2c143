import ArabicText
import Content

/// What machines read in the head of a page.
func headMarkup(of page: Page, _ edition: Edition) -> [UInt8] {
    let site = edition.site
    var head: [UInt8] = []
    let title = page.kind == .home ? site.outlet.name : "\(page.title) – \(site.outlet.name)"
    head += "<title>".utf8
    head += escaped(site.outlet.isRightToLeft ? titleForPlainContexts(title) : title)
    head += "</title>".utf8
    if let description = page.description {
        head += "\n<meta name=\"description\" content=\"".utf8
        head += escaped(description)
        head += "\">".utf8
    }
    if site.isPreview || page.kind == .notFound {
        head += "\n<meta name=\"robots\" content=\"noindex\">".utf8
    } else {
        head += "\n<meta name=\"robots\" content=\"max-image-preview:large\">".utf8
    }
    if page.kind != .notFound {
        head += "\n<link rel=\"canonical\" href=\"".utf8
        head += escaped(site.outlet.address.absolute(page.url))
        head += "\">".utf8
    }
    return head
}
