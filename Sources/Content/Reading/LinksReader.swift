import Base

extension Vocabulary {
    static let link = Vocabulary([
        Key("title", ["العنوان"], .text, "The link's text."),
        Key("url", ["الرابط"], .code, "A path of the site or a whole address."),
        Key("name", ["الاسم"], .text, "The link's text."),
    ])
}

/// Lists of links.
extension Fields {
    /// Items of `{title or name, url}`; those without are reported and left out.
    mutating func readLinks(_ name: String) -> [Outlet.Link] {
        items(name).compactMap { item in
            nested(item, .link) { fields in
                guard let title = fields.text("title") ?? fields.required("name"), let url = fields.required("url")
                else {
                    return nil
                }
                let place = fields.place(of: "url")
                return fields.target(url, at: place).map { Outlet.Link(title: title, target: $0, at: place) }
            }
        }
    }
}
