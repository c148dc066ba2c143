package import Base
import Content

/// What a build keeps from readers, for the line that tells of it.
package struct UnpublishedArticles: Sendable, Hashable, Packable {
    package let drafts: Int
    package let embargoed: Int
    /// When the next of those under embargo appears, and the last, in ISO 8601 in the outlet's zone; nil where there
    /// are none.
    package let next: String?
    package let last: String?

    init(_ site: Site) {
        let embargo = site.embargo
        embargoed = embargo?.articles ?? 0
        drafts = site.waiting.count - embargoed
        next = embargo.map { site.outlet.zone.iso($0.first) }
        last = embargo.map { site.outlet.zone.iso($0.last) }
    }

    package func pack(into packer: inout Packer) {
        packer.add(drafts)
        packer.add(embargoed)
        packer.add(next)
        packer.add(last)
    }

    package init(from unpacker: inout Unpacker) throws(Damaged) {
        drafts = try unpacker.int()
        embargoed = try unpacker.int()
        next = try unpacker.optionalText()
        last = try unpacker.optionalText()
    }
}
