import ArabicText
import Base

/// Parts of URLs, paths of the site and addresses elsewhere.
extension Fields {
    /// The part of a URL that an editor chose, which may come percent-encoded from another program: decoded once, then
    /// checked.
    mutating func slug(_ name: String) -> String? {
        guard let written = text(name) else { return nil }
        let slug = decodedName(written)
        guard decodedName(slug) == slug else {
            let key = spelled(name)
            report(
                KeyRule.slugEncoding, at: place(of: name),
                Message(
                    en: "“\(key)” is percent-encoded once at most; write its letters, not “\(written)”",
                    ar: "لا ترمَّز قيمة «\(key)» أكثر من مرة؛ اكتب حروفها بدل «\(written)»"))
            return nil
        }
        return slug
    }

    /// The same as a part of a URL, which no program has made shorter; nil where nothing is left of it. One that is too
    /// long is reported.
    mutating func chosenSlug(style: SlugStyle = .arabic) -> String? {
        guard let written = slug("slug") else { return nil }
        checkLength(ofSlug: written, style: style)
        let chosen = ArabicText.slug(written, style: style)
        return chosen.isEmpty ? nil : chosen
    }

    /// Reports a slug that would have to be cut: whoever chose it is to choose what it loses.
    mutating func checkLength(ofSlug written: String, style: SlugStyle) {
        let whole = uncutSlug(written, style: style)
        guard whole.utf8.count > longestSlug else { return }
        let (key, short) = (spelled("slug"), shortenedSlug(whole))
        report(
            KeyRule.longSlug, at: place(of: "slug"),
            Message(
                en:
                    "“\(key)” has \(longestSlug) bytes at most, which are 60 Arabic letters; this one has "
                    + "\(whole.utf8.count); shorten it, for example to “\(short)”",
                ar:
                    "لا تزيد قيمة «\(key)» على \(longestSlug) بايت، أي 60 حرفًا عربيًا؛ وفي هذه \(whole.utf8.count)؛ "
                    + "اختصرها، إلى «\(short)» مثلًا"))
    }

    /// Paths at which something was once published: the key `aliases`.
    mutating func readAliases() -> [Article.Alias] {
        var aliases: [Article.Alias] = []
        for item in items("aliases") {
            guard
                let text = word(item, "aliases", Message(en: "paths such as /2019/old/", ar: "مسارات مثل ‎/2019/old/")),
                let path = path(text, at: item.location)
            else { continue }
            aliases.append(.init(path: path, location: item.location))
        }
        return aliases
    }

    /// A path of the site or a whole address.
    mutating func target(_ text: String, at location: Location) -> Outlet.Link.Target? {
        if text == "/" { return .page(URLPath("")) }
        if text.hasPrefix("/"), !text.hasPrefix("//") {
            return path(text, at: location).map { .page($0) }
        }
        return webURL(text, at: location).map { .web($0) }
    }

    /// A path of the site; reports what is none.
    mutating func path(_ text: String, at location: Location) -> URLPath? {
        do throws(URLPath.Problem) {
            return try URLPath(written: text)
        } catch .query {
            report(
                KeyRule.pathOutside, at: location,
                Message(
                    en:
                        "a path of the site has no “?” and no “#”, which lead to no other file; leave “\(text)” "
                        + "out, or redirect it in the server's own rules",
                    ar:
                        "لا «?» ولا «#» في مسار من الموقع، فلا يقودان إلى ملف آخر؛ احذف «\(text)» أو حوّله في "
                        + "قواعد الخادم نفسه"
                ))
            return nil
        } catch {
            report(
                KeyRule.pathOutside, at: location,
                Message(
                    en:
                        "a path of the site starts with “/” and stays inside it, such as /2019/old-name/; this is "
                        + "“\(text)”",
                    ar: "يبدأ المسار داخل الموقع بـ«/» ولا يخرج منه، مثل ‎/2019/old-name/؛ والمكتوب «\(text)»"))
            return nil
        }
    }

    /// An address that a link may lead to; reports what is none.
    mutating func webURL(_ text: String, at location: Location) -> WebURL? {
        do throws(WebURL.Problem) {
            return try WebURL(text)
        } catch {
            if let whole = WebURL.completed(text) {
                report(KeyRule.urlScheme, at: location, WebURL.missingScheme(whole))
                return nil
            }
            report(
                KeyRule.urlScheme, at: location,
                Message(
                    en: "an address starts with https://, http://, mailto: or tel:; this is “\(text)”",
                    ar: "يبدأ الرابط بـ https:// أو http:// أو mailto: أو tel:؛ والمكتوب «\(text)»"))
            return nil
        }
    }
}
