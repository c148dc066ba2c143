import Base

extension Vocabulary {
    static let image = Vocabulary([
        Key("src", ["الملف"], .text, "The file, beside the article or under `/assets/`."),
        Key("alt", ["الوصف", "النص البديل"], .text, "What it shows, for who cannot see it."),
        Key("caption", ["التعليق", "الشرح"], .text, "The line below it."),
        Key("credit", ["المصور", "حقوق الصورة"], .text, "Who made it."),
        Key("focus", ["التركيز"], .code, "The part that must stay in sight when it is cropped."),
    ]).answering(ForeignKeys.image)
}

/// The key `image` of articles and profiles.
extension Fields {
    /// A file alone, or `{src, alt, caption, credit, focus}`.
    mutating func readImage(_ value: Yaml) -> Manuscript.Image? {
        if case .scalar(let src, _) = value.content {
            return .init(src: bare(src), alt: nil, caption: nil, credit: nil, focus: nil, location: value.location)
        }
        return nested(value, .image) { fields in
            fields.required("src").map {
                .init(
                    src: bare($0), alt: fields.text("alt"), caption: fields.text("caption"),
                    credit: fields.text("credit"),
                    focus: fields.text("focus"), location: fields.place(of: "src"))
            }
        }
    }
}
