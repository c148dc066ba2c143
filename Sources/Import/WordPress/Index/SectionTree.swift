import ArabicText
import Base
import Content

/// The sections that categories become: those that have stories, and in a tree what these lie beneath.
struct SectionTree {
    /// Each before those beneath it.
    private(set) var sections: [Outlet.Section] = []
    /// Places in `sections` by those of their categories in the index's terms.
    private(set) var places: [Int: Int] = [:]

    /// - Parameter index: its posts have their sections.
    init(_ index: ExportIndex, _ shape: SectionShape) {
        var uses: [Int: (count: Int, first: Int)] = [:]
        for (place, post) in index.posts.enumerated() where post.section >= 0 {
            let section = Int(post.section)
            for term in shape == .tree ? [section] + index.places(above: section) : [section] {
                uses[term, default: (0, place)].count += 1
            }
        }
        let terms = uses.sorted { ($1.value.count, $0.value.first, $0.key) < ($0.value.count, $1.value.first, $1.key) }
            .map(\.key)
        var beneath: [Int: [Int]] = [:]
        for term in terms {
            let parent = shape == .tree ? index.places(above: term).first ?? -1 : -1
            beneath[parent, default: []].append(term)
        }
        add(beneath[-1] ?? [], of: index, beneath: nil, beneath)
    }

    private mutating func add(_ terms: [Int], of index: ExportIndex, beneath parent: Int?, _ children: [Int: [Int]]) {
        for place in terms where places[place] == nil {
            let term = index.terms[place].term
            // Two of one name at one place are one section.
            if let same = sections.firstIndex(where: { $0.parent == parent && folded($0.name) == folded(term.name) }) {
                places[place] = same
            } else {
                let part = ArabicText.slug(term.nicename, style: .arabic)
                var section = Outlet.Section(
                    ofNewSite: term.name, slug: part.isEmpty ? termSlug(term.name, style: .arabic) : part,
                    description: term.description.isEmpty ? nil : term.description)
                section.parent = parent
                places[place] = sections.count
                sections.append(section)
            }
            add(children[place] ?? [], of: index, beneath: places[place], children)
        }
    }

    /// Finds the sections among those of a site that is there already.
    ///
    /// - Parameter extends: whether those that it lacks are added.
    mutating func settle(in outlet: inout Outlet, extending extends: Bool) {
        var there: [Int: Int] = [:]
        for (place, section) in sections.enumerated() {
            let parent = section.parent.flatMap { there[$0] }
            let known =
                outlet.sections.indices.first { outlet.sections[$0].slug == section.slug }
                ?? outlet.sections.indices.first {
                    folded(outlet.sections[$0].name) == folded(section.name) && outlet.sections[$0].parent == parent
                }
            if let known {
                there[place] = known
            } else if extends {
                var new = section
                new.parent = parent
                there[place] = outlet.sections.count
                outlet.sections.append(new)
            }
        }
        places = places.compactMapValues { there[$0] }
    }

    /// For the report: each section with what lies right beneath it.
    var rows: [ReportRow] {
        sections.indices.compactMap { place in
            let children = sections.filter { $0.parent == place }.map(\.name)
            return children.isEmpty
                ? nil : ReportRow(.sectionTree, "\(sections[place].name): \(children.joined(separator: "، "))")
        }
    }
}
