import ArabicText
import Base

/// The pattern of articles that keeps most of the old addresses of a folder as they are.
struct AddressPattern {
    /// For `urls.article`.
    private(set) var text = "/{year}/{month}/{slug}/"
    /// How many addresses there are, and how many the pattern keeps.
    private(set) var total = 0
    private(set) var kept = 0

    /// - Parameters:
    ///   - items: published articles.
    ///   - sectionPart: how a section stands in addresses.
    init(_ items: [FolderItem], sectionPart: (String) -> String) {
        var counts: [String: Int] = [:]
        for item in items where !item.address.isEmpty {
            total += 1
            guard let pattern = Self.pattern(of: item, sectionPart) else { continue }
            counts[pattern, default: 0] += 1
        }
        // Of two that keep as many the one with fewer words of its own.
        let best = counts.min { one, other in
            (-one.value, Self.words(one.key), one.key) < (-other.value, Self.words(other.key), other.key)
        }
        guard let best else { return }
        (text, kept) = (best.key, best.value)
    }

    private static func words(_ pattern: String) -> Int {
        pattern.split(separator: "/").reduce(0) { $0 + ($1.hasPrefix("{") ? 1 : 100) }
    }

    private static func pattern(of item: FolderItem, _ sectionPart: (String) -> String) -> String? {
        var segments = item.address.split(separator: "/").map(String.init)
        guard let last = segments.popLast(), slug(ofLast: last) != nil else { return nil }
        var parts: [String] = []
        for segment in segments {
            if let date = item.date?.date, let name = dateName(segment, date, after: parts.last) {
                parts.append(name)
            } else if !item.section.isEmpty, segment == sectionPart(item.section), !parts.contains("{section}") {
                parts.append("{section}")
            } else if segment.contains("{") || segment.contains("}") {
                return nil
            } else {
                parts.append(segment)
            }
        }
        return "/" + (parts + ["{slug}"]).joined(separator: "/") + "/"
    }

    private static func dateName(_ segment: String, _ date: CivilDate, after last: String?) -> String? {
        guard let number = Int(segment), segment.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        if segment.utf8.count == 4, number == date.year { return "{year}" }
        guard segment.utf8.count == 2 else { return nil }
        if last == "{year}", number == date.month { return "{month}" }
        return last == "{month}" && number == date.day ? "{day}" : nil
    }

    /// The part that names a text in an address: without an ending, as slugs are written; nil where nothing is left.
    static func slug(ofLast segment: String) -> String? {
        var name = segment
        for ending in [".html", ".htm"] where name.hasSuffix(ending) { name = String(name.dropLast(ending.count)) }
        let part = slug(name, style: .arabic)
        return part.isEmpty ? nil : part
    }

    private static func slug(_ text: String, style: SlugStyle) -> String { ArabicText.slug(text, style: style) }
}
