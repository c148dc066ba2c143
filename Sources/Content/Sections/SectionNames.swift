import ArabicText
package import Base

/// What articles, menus and slots call sections by: the name, the slug, or either behind those of the sections above it,
/// as far up as is needed: `أحزاب`, `سياسة/أحزاب`, `politics/parties`. A slash in front is for one at the top.
package struct SectionNames: Sendable {
    /// Places of the sections by what means one of them alone.
    let places: [String: Int]
    /// Places of the sections by what means several.
    let shared: [String: [Int]]

    /// - Parameter sections: each behind what it lies beneath.
    init(_ sections: [Outlet.Section]) {
        let isTree = sections.contains { $0.parent != nil }
        var names: [String: [Int]] = [:]
        var slugs: [String: [Int]] = [:]
        for (place, section) in sections.enumerated() {
            for key in Self.keys(of: place, in: sections, isTree, \.name) { names[key, default: []].append(place) }
            for key in Self.keys(of: place, in: sections, isTree, \.slug) { slugs[key, default: []].append(place) }
            if !isTree { continue }
            // Who writes the slug of one and the name of the other means the same.
            guard let parent = section.parent else { continue }
            slugs[Self.key("\(sections[parent].slug)/\(section.name)"), default: []].append(place)
            slugs[Self.key("\(sections[parent].name)/\(section.slug)"), default: []].append(place)
        }
        var places: [String: Int] = [:]
        var shared: [String: [Int]] = [:]
        for (key, found) in names { if found.count == 1 { places[key] = found[0] } else { shared[key] = found } }
        for (key, found) in slugs where names[key] == nil {
            if Set(found).count == 1 { places[key] = found[0] } else { shared[key] = found }
        }
        (self.places, self.shared) = (places, shared)
    }

    /// Place of the section; nil where none is called so, or several are.
    package func place(of name: String) -> Int? { places[Self.key(name)] }

    /// The name or the slug, alone and with more and more of those above it.
    private static func keys(
        of place: Int, in sections: [Outlet.Section], _ isTree: Bool, _ part: KeyPath<Outlet.Section, String>
    ) -> [String] {
        var way = sections[place][keyPath: part]
        var keys = [key(way)]
        guard isTree else { return keys }
        var above = sections[place].parent
        while let next = above {
            way = "\(sections[next][keyPath: part])/\(way)"
            keys.append(key(way))
            above = sections[next].parent
        }
        return keys + [key("/" + way)]
    }

    /// Under which spellings of a name are one, also with blanks around its slashes.
    static func key(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "/")) else { return folded(name) }
        var parts = name.split(separator: "/", omittingEmptySubsequences: false).map { folded(String($0)) }
        if parts.count > 1, parts.last == "" { parts.removeLast() }
        return parts.joined(separator: "/")
    }
}

extension Outlet {
    /// Levels of sections that a site may have: addresses, breadcrumbs and menus of more are of no use to readers.
    package static let deepestSection = 5

    /// Whether sections lie beneath others.
    package var hasSectionTree: Bool { sections.contains { $0.parent != nil } }

    /// Places of what a section lies beneath, the top first.
    package func ancestors(of place: Int) -> [Int] {
        var ancestors: [Int] = []
        var above = sections[place].parent
        while let next = above {
            ancestors.append(next)
            above = sections[next].parent
        }
        return ancestors.reversed()
    }

    /// Places of the section and of all beneath it.
    func branch(of place: Int) -> ClosedRange<Int> {
        var end = place
        // What lies beneath a section comes right behind it.
        while end + 1 < sections.count, let parent = sections[end + 1].parent, parent >= place { end += 1 }
        return place...end
    }

    /// What stands for the section in addresses: its slug, with those above it where addresses are nested.
    package func addressPart(ofSection place: Int) -> String {
        nestsSections ? slugs(to: place) : sections[place].slug
    }

    /// Address of the section's list.
    package func url(ofSection place: Int) -> URLPath {
        URLPatterns.fill(patterns.section, section: addressPart(ofSection: place))
    }

    private func slugs(to place: Int) -> String {
        (ancestors(of: place) + [place]).map { sections[$0].slug }.joined(separator: "/")
    }

    private func names(to place: Int) -> String {
        (ancestors(of: place) + [place]).map { sections[$0].name }.joined(separator: "/")
    }

    /// The shortest of its names that means no other section.
    package func identity(ofSection place: Int) -> String {
        let name = sections[place].name
        guard let others = sectionNames.shared[SectionNames.key(name)], others.contains(place) else { return name }
        return sections[place].parent == nil ? "/" + name : names(to: place)
    }

    /// The slug, with those above it where another section has the same.
    func searchKey(ofSection place: Int) -> String {
        let slug = sections[place].slug
        let isAlone = !hasSectionTree || sections.count { $0.slug == slug } == 1
        return isAlone ? slug : slugs(to: place)
    }

    /// The section that an article or an editor means by its name or slug; says what is wrong where there is none.
    package func section(named name: String) -> (place: Int?, problem: Message?, rule: ReferenceRule) {
        let key = SectionNames.key(name)
        if let place = sectionNames.places[key] { return (place, nil, .unknownSection) }
        if let places = sectionNames.shared[key] {
            let ways = places.map { "“\(identity(ofSection: $0))”" }
            let arabic = places.map { "«\(identity(ofSection: $0))»" }
            return (
                nil,
                Message(
                    en:
                        "a name means one section, and “\(name)” is that of several; write the way to the one you mean: "
                        + ways.joined(separator: " or "),
                    ar: "يدل الاسم على قسم واحد، و«\(name)» اسم لعدة أقسام؛ اكتب الطريق إلى المقصود: "
                        + arabic.joined(separator: " أو ")),
                .ambiguousSection
            )
        }
        let names = sections.map(\.name)
        let hint = suggestion(for: name, among: names)
        return (
            nil,
            Message(
                en: "site.yaml lists no section “\(name)”"
                    + (hint.map { "; did you mean “\($0)”?" } ?? "; it has: \(names.joined(separator: ", "))"),
                ar: "لا قسم باسم «\(name)» في site.yaml"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ أقسامه: \(names.joined(separator: "، "))")),
            .unknownSection
        )
    }
}
