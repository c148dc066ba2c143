package import ArabicText
import Base

/// Where an article lives.
///
/// - Parameter section: what stands for its section in place of what does.
func articleURL(_ manuscript: Manuscript, outlet: Outlet, section: String? = nil) -> URLPath {
    let date = manuscript.date?.date ?? day(inNameOf: manuscript.path)
    // Without a date, which is an error, it shares its address with nobody.
    let own = date == nil ? "-" + Digest(of: manuscript.path).hex : ""
    func digits(_ number: Int?, _ count: Int) -> String {
        let text = String(number ?? 0) + own
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return URLPatterns.fill(outlet.patterns.article) { name in
        switch name {
        case "slug": articleSlug(manuscript, style: outlet.slugStyle)
        case "year": digits(date?.year, 4)
        case "month": digits(date?.month, 2)
        case "day": digits(date?.day, 2)
        case "section":
            section
                ?? manuscript.section.map { name in
                    outlet.sectionNames.place(of: name.text).map { outlet.addressPart(ofSection: $0) }
                        ?? termSlug(name.text, style: outlet.slugStyle)
                } ?? "news"
        case "id": slug(manuscript.identity, style: .arabic)
        default: ""
        }
    }
}

extension Article {
    /// What its file gives as the slug, before it is cut to the length that one may have.
    package func uncutSlug(style: SlugStyle) -> String {
        let manuscript = read.manuscript
        let name = manuscript.slug ?? manuscript.nameWithoutDate
        return ArabicText.uncutSlug(name, style: style == .id ? .arabic : style)
    }
}

private func articleSlug(_ manuscript: Manuscript, style: SlugStyle) -> String {
    let identity = { slug(manuscript.identity, style: .arabic) }
    if style == .id, manuscript.slug == nil, manuscript.id != nil { return identity() }
    let found = slug(manuscript.slug ?? manuscript.nameWithoutDate, style: style == .id ? .arabic : style)
    if !found.isEmpty { return found }
    let day = (manuscript.date?.date ?? CivilDate(daysSince1970: 0)).iso
    let own = identity()
    return own.isEmpty ? "\(day)-\(Digest(of: manuscript.path).hex.prefix(8))" : "\(day)-\(own)"
}
