import ArabicText
import Base

/// Reads the keys of one line of a comments' file.
struct CommentReader {
    private static let keys = ["id", "parent", "name", "url", "date", "text", "removed"]
    /// What must not lie in a folder that many read.
    private static let personal: Set<String> = [
        "email", "mail", "ip", "ip_address", "agent", "user_agent", "useragent",
    ]

    private let pairs: [(name: String, value: JSONText)]
    private let place: Location
    private let zone: Zone
    private(set) var diagnostics: [Diagnostic] = []

    init(_ pairs: [(name: String, value: JSONText)], place: Location, zone: Zone) {
        (self.pairs, self.place, self.zone) = (pairs, place, zone)
    }

    /// Nil where a key is missing or wrong, which the diagnostics say.
    mutating func comment() -> Comment? {
        for pair in pairs where !Self.keys.contains(pair.name) {
            if Self.personal.contains(pair.name.lowercased()) {
                report(
                    Message(
                        en: "a comment is public and holds no “\(pair.name)”; delete it from the file",
                        ar: "التعليق علني ولا يُحفظ فيه «\(pair.name)»؛ احذفه من الملف"))
            } else {
                let hint = suggestion(for: pair.name, among: Self.keys)
                report(
                    Message(
                        en: "a comment has no key “\(pair.name)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                        ar: "لا مفتاح باسم «\(pair.name)» في التعليق" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")))
            }
        }
        let isRemoved = string("removed") == "true"
        let id = id("id")
        if id == nil, string("id") == nil { missing("id") }
        let date = date()
        let text = isRemoved ? "" : text()
        let name = name()
        let url = url()
        let parent = string("parent") == nil ? nil : self.id("parent")
        guard diagnostics.isEmpty, let id, let date, let text else { return nil }
        return Comment(
            id: id, parent: parent, name: isRemoved ? nil : name, url: isRemoved ? nil : url, date: date, text: text,
            isRemoved: isRemoved)
    }

    private func string(_ name: String) -> String? {
        pairs.last { $0.name == name }?.value.string.flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func id(_ key: String) -> String? {
        guard let text = string(key) else { return nil }
        if Comment.isID(text) { return text }
        report(
            Message(
                en: "“\(key)” is a name of Latin letters, digits, “-”, “_” and “.”, \(Comment.Limits.id) at most",
                ar: "قيمة «\(key)» حروف لاتينية وأرقام و«-» و«_» و«.»، \(Comment.Limits.id) على الأكثر"))
        return nil
    }

    private mutating func date() -> Stamp? {
        guard let written = string("date") else {
            missing("date")
            return nil
        }
        do throws(DateProblem) {
            return try Stamp(try parseDate(written), zone: zone)
        } catch {
            report(
                Message(
                    en: "a comment's date is such as 2024-01-25T08:10:00Z; this is “\(written)”",
                    ar: "تاريخ التعليق مثل 2024-01-25T08:10:00Z؛ والمكتوب «\(written)»"))
            return nil
        }
    }

    private mutating func text() -> String? {
        guard let written = string("text"), case let text = ReaderText.lines(written), !text.isEmpty else {
            missing("text")
            return nil
        }
        if text.unicodeScalars.count <= Comment.Limits.text { return text }
        report(
            Message(
                en: "a comment has at most \(Comment.Limits.text) characters; shorten it",
                ar: "لا يزيد التعليق على \(Comment.Limits.text) محرف؛ اختصره"))
        return nil
    }

    private mutating func name() -> String? {
        guard let written = string("name"), case let name = ReaderText.line(written), !name.isEmpty else { return nil }
        if name.unicodeScalars.count <= Comment.Limits.name { return name }
        report(
            Message(
                en: "a reader's name has at most \(Comment.Limits.name) characters; shorten it",
                ar: "لا يزيد اسم القارئ على \(Comment.Limits.name) محرف؛ اختصره"))
        return nil
    }

    private mutating func url() -> WebURL? {
        guard let written = string("url") else { return nil }
        if let url = WebURL(reader: written) { return url }
        report(
            Message(
                en: "a reader's address begins with https:// or http://; this is “\(written)”; delete it",
                ar: "يبدأ عنوان موقع القارئ بـ‎https://‎ أو ‎http://‎؛ والمكتوب «\(written)»؛ احذفه"))
        return nil
    }

    private mutating func missing(_ key: String) {
        report(Message(en: "a comment has “\(key)”; add it", ar: "في كل تعليق «\(key)»؛ أضفه"))
    }

    private mutating func report(_ message: Message) {
        diagnostics.append(Diagnostic(id: CommentRule.key, message, at: place))
    }
}

extension WebURL {
    /// An address that a reader gives as theirs: `http` alone, of a length that people have.
    package init?(reader written: String) {
        guard written.utf8.count <= 500, let url = try? WebURL(written), url.text.hasPrefix("http") else { return nil }
        self = url
    }
}
