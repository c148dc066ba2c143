import Base

/// An article as a reporter would write it down, with every field open to an edit.
struct Story: Equatable {
    /// Beneath `Content/articles/`, without `.md`.
    var name: String
    var title: String
    var kicker: String?
    var summary: String?
    /// In seconds since 1970.
    var date: Int
    var updated: Int?
    var expires: Int?
    var authors: [String] = []
    var section: String?
    var tags: [String] = []
    var kind = "news"
    /// A picture beside it.
    var image: String?
    var slug: String?
    var aliases: [String] = []
    var isDraft = false
    /// Whether the day that its file's name begins with is all that tells its date.
    var isDatedByName = false
    var status: String?
    var corrections: [Correction] = []
    var series: String?
    /// Other stories' names.
    var related: [String] = []
    /// What stands behind those of `RareKey.story` that it has.
    var rare: [String: String] = [:]
    var body: [Block] = []

    struct Correction: Equatable {
        let date: Int
        let text: String
    }

    enum Block: Equatable {
        case paragraph(String)
        case heading(String)
        /// A sentence that leads to another story's file.
        case link(String, to: String)
        case picture(String)
        /// Pictures in a row, or in a box.
        case gallery([String], isBox: Bool)
    }

    var path: String { "Content/articles/\(name).md" }

    /// The folder with its `/`; empty at the top.
    var folder: String { name.lastIndex(of: "/").map { String(name[...$0]) } ?? "" }

    private var matter: [String] {
        var lines = ["title: \(title)"]
        if !isDatedByName { lines.append("date: \(Self.written(date))") }
        func add(_ key: String, _ value: String?) { if let value { lines.append("\(key): \(value)") } }
        func add(_ key: String, _ values: [String], _ separator: String = "، ") {
            if !values.isEmpty { lines.append("\(key): \(values.joined(separator: separator))") }
        }
        add("kicker", kicker)
        add("summary", summary)
        add("updated", updated.map(Self.written))
        add("expires", expires.map(Self.written))
        add("authors", authors)
        add("section", section)
        add("tags", tags)
        add("kind", kind)
        add("slug", slug)
        add("series", series)
        add("status", status)
        if status == "retracted" { lines.append("reason: تبين خطأ في المصدر") }
        if isDraft { lines.append("draft: true") }
        if let image { lines += ["image:", "  src: \(image)", "  alt: وصف الصورة"] }
        if !aliases.isEmpty { lines += ["aliases:"] + aliases.map { "  - \($0)" } }
        if !related.isEmpty { lines += ["related:"] + related.map { "  - articles/\($0).md" } }
        if !corrections.isEmpty {
            lines +=
                ["corrections:"]
                + corrections.flatMap { ["  - date: \(Self.written($0.date))", "    text: \($0.text)"] }
        }
        return lines + rare.keys.sorted(by: bytesPrecede).map { "\($0): \(rare[$0] ?? "")" }
    }

    var text: String {
        let up = String(repeating: "../", count: name.split(separator: "/").count - 1)
        let blocks = body.map { block in
            switch block {
            case .paragraph(let text): text
            case .heading(let text): "## \(text)"
            case .link(let words, let other): "\(words) [\(words)](\(up)\(other).md)، وهذا كل ما في الأمر."
            case .picture(let file): "![صورة](\(file))"
            case .gallery(let files, let isBox):
                (isBox ? "::: معرض أيام الفيضان\n" : "") + files.map { "![صورة](\($0))" }.joined(separator: "\n")
                    + (isBox ? " ما بقي\n:::" : "")
            }
        }
        return "---\n" + matter.joined(separator: "\n") + "\n---\n\n" + blocks.joined(separator: "\n\n") + "\n"
    }

    /// `2024-01-24 09:05`, in the site's zone.
    static func written(_ seconds: Int) -> String {
        let day = CivilDate(daysSince1970: seconds / 86400)
        let minutes = seconds % 86400 / 60
        let numbers = [day.year, day.month, day.day, minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(numbers[0])-\(numbers[1])-\(numbers[2]) \(numbers[3]):\(numbers[4])"
    }
}
