import ArabicText
import Content

/// Which of a post's categories is its section.
struct SectionChoice {
    let index: ExportIndex
    let shape: SectionShape

    /// Place of the chosen category itself; nil for none.
    func chosen(for post: ExportIndex.Post) -> Int? {
        let categories = post.terms.map { Int($0) }.filter { !index.terms[$0].term.isTag && !isNone($0) }
        guard !categories.isEmpty else { return nil }
        if post.primary > 0, let primary = index.term(id: Int(post.primary)), categories.contains(primary) {
            return primary
        }
        let segments = WordPressName.decoded(PictureAddress.path(index[post.link])).text.split(separator: "/").map(
            String.init)
        for segment in segments.reversed() {
            if let named = index.category(segment), categories.contains(named) { return named }
        }
        let plain = categories.filter { !isFlag($0) }
        return (plain.isEmpty ? categories : plain).max { a, b in
            (index.terms[a].uses, -a) < (index.terms[b].uses, -b)
        }
    }

    /// Place of what names the section.
    func section(_ chosen: Int) -> Int {
        switch shape {
        case .top: return index.top(of: chosen)
        case .leaf: return chosen
        case .tree:
            // What lies deeper than sections may is the lowest that may be one.
            let above = index.places(above: chosen)
            return above.count < Outlet.deepestSection ? chosen : above[above.count - Outlet.deepestSection]
        }
    }

    /// Whether it means that there is no category.
    func isNone(_ place: Int) -> Bool {
        let term = index.terms[place].term
        return term.nicename == "uncategorized" || folded(term.name) == folded("غير مصنف")
            || folded(term.name) == "uncategorized"
    }

    /// Whether it only says where on the front page a story stood.
    func isFlag(_ place: Int) -> Bool {
        let term = index.terms[place].term
        return Self.flags.contains(folded(term.name)) || Self.flags.contains(term.nicename)
            || term.nicename.hasPrefix("top-")
    }

    private static let flags = Set(
        [
            "عاجل", "سلايدر", "مميز", "مميزة", "الرئيسية", "أهم الأخبار", "مختارات", "شريط الأخبار", "خبر عاجل",
            "slider",
            "featured", "breaking", "breaking-news", "top", "home", "homepage", "headline", "headlines",
            "editors-picks",
        ].map { folded($0) })
}
