import Base
import Content

/// Pages that redirect by themselves, for hosts without rules.
extension Redirects {
    /// A path that ends in `.php` or the like would be sent as something else than a page.
    ///
    /// - Parameter title: heading of the page at a path.
    func pages(_ site: Site, title: (URLPath) -> String?) -> [WrittenFile] {
        whole.compactMap { rule in
            guard case .moved(let to, _, _) = rule.answer, rule.hasPage else { return nil }
            let title = rule.title ?? title(to) ?? site.outlet.name
            return WrittenFile(
                url: rule.from.path, bytes: Self.page(to, title, site.outlet), origin: rule.origin)
        }
    }

    private static func page(_ to: URLPath, _ title: String, _ outlet: Outlet) -> [UInt8] {
        var html = Array("<!doctype html>\n<html lang=\"".utf8)
        html.append(escaping: outlet.language)
        html += "\" dir=\"\(outlet.isRightToLeft ? "rtl" : "ltr")\">\n<meta charset=\"utf-8\">\n<title>".utf8
        html.append(escaping: title)
        html += "</title>\n<link rel=\"canonical\" href=\"".utf8
        html.append(to, at: outlet.address)
        html += "\">\n<meta http-equiv=\"refresh\" content=\"0; url=".utf8
        html += to.href(base: outlet.address.base).utf8
        html += "\">\n<p><a href=\"".utf8
        html += to.href(base: outlet.address.base).utf8
        html += "\"><bdi>".utf8
        html.append(escaping: title)
        html += "</bdi></a></p>\n".utf8
        return html
    }
}

extension Redirects.Rule {
    /// Whether a host without rules can answer it with a page.
    var hasPage: Bool {
        !from.hasStar && from.query.isEmpty && (from.path.file.hasSuffix(".html") || from.path.file.hasSuffix(".htm"))
    }
}

extension PageMaker {
    /// What hosts without rules show where something is gone, and the page that every server sends along with 410.
    func gone(_ redirects: Redirects) -> [Page] {
        guard redirects.hasGone else { return [] }
        let own = redirects.whole.filter { $0.answer == .gone && $0.hasPage && $0.origin.path == RedirectFile.path }
        return own.map { removedPage(at: $0.from.path, origin: $0.origin) }
            + [removedPage(at: FixedPaths.gone, origin: Location(path: "Content/articles"))]
    }
}
