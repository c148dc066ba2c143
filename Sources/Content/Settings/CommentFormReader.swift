import Base

extension Vocabulary {
    static let comments = Vocabulary([
        Key("action", ["الوجهة"], .code, "The address that takes the form."),
        Key(
            "fields", ["الحقول"],
            "The endpoint's names for `comment`, `name`, `email`, `website`, `page`, `parent` and `honeypot`."),
        Key(
            "email", ["البريد"],
            "Whether the form asks for an e-mail address: `none`, `optional` (the default) or `required`."),
        Key("hidden", ["حقول مخفية"], "Fields to send along, `name: value`."),
    ])
}

/// The key `comments`.
extension Fields {
    mutating func readComments(_ value: Yaml) -> Outlet.CommentForm? {
        nested(value, .comments) { fields in
            guard let action = fields.required("action").flatMap({ fields.webURL($0, at: fields.place(of: "action")) })
            else {
                return nil
            }
            var form = Outlet.CommentForm(action: action)
            let names: [(String, WritableKeyPath<Outlet.CommentForm, String>)] = [
                ("comment", \.comment), ("name", \.name), ("email", \.email), ("website", \.website), ("page", \.page),
                ("parent", \.parent), ("honeypot", \.honeypot),
            ]
            for entry in fields.pairs("fields") {
                guard let name = names.first(where: { $0.0 == entry.key }) else {
                    fields.wrongType(
                        "fields", entry.location,
                        Message(
                            en: "names for \(names.map(\.0).joined(separator: ", "))",
                            ar: "أسماء للحقول \(names.map(\.0).joined(separator: "، "))"))
                    continue
                }
                if let text = fields.word(entry.value, entry.key, Message(en: "text", ar: "نصًا")) {
                    form[keyPath: name.1] = text
                }
            }
            form.asksEmail =
                fields.choice(
                    "email",
                    [
                        (.none, ["none", "لا"]), (.optional, ["optional", "اختياري"]),
                        (.required, ["required", "إلزامي"]),
                    ]
                ) ?? .optional
            form.hidden = fields.pairs("hidden").compactMap { entry in
                fields.scalar(entry.value, entry.key, Message(en: "text", ar: "نصًا")).map {
                    .init(name: entry.key, value: $0)
                }
            }
            return form
        }
    }
}
