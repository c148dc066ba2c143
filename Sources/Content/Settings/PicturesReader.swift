import Base

extension Vocabulary {
    static let pictures = Vocabulary([
        Key("sizes", ["المقاسات"], "Widths in pixels that pictures are made in: `[320, 480, 720, 960, 1280, 1920]`."),
        Key("originals", ["الأصول"], "`true` publishes the articles' own files, too."),
        Key(
            "require", ["المطلوب"], "What a lead picture must have: `[alt, caption, credit]`."),
        Key(
            "names", ["الأسماء"],
            "`fingerprint` (the default), or `path`: the picture that older browsers load keeps its file's path."),
    ])
}

extension Fields {
    mutating func readPictures(_ value: Yaml) -> PictureSettings {
        nested(value, .pictures) { fields in
            var settings = PictureSettings()
            let sizes = fields.readSizes()
            if !sizes.isEmpty { settings.sizes = sizes }
            settings.publishesOriginals = fields.flag("originals") ?? false
            settings.keepsPaths = fields.choice("names", [(false, ["fingerprint"]), (true, ["path"])]) ?? false
            for word in fields.words("require") {
                if let requirement = PictureSettings.Requirement(written: word.text) {
                    settings.required.append(requirement)
                } else {
                    fields.wrongType(
                        "require", word.location, Message(en: "alt, caption or credit", ar: "alt أو caption أو credit"))
                }
            }
            return settings
        }
    }

    /// The smallest first, each once.
    private mutating func readSizes() -> [Int] {
        let wanted = Message(
            en: "widths from 100 to 4000, such as [480, 960]", ar: "عروضًا من 100 إلى 4000، مثل [480, 960]")
        var sizes: Set<Int> = []
        for word in words("sizes") {
            if let number = Int(word.text), (100...4000).contains(number) {
                sizes.insert(number)
            } else {
                wrongType("sizes", word.location, wanted)
            }
        }
        return sizes.sorted()
    }
}

extension PictureSettings.Requirement {
    fileprivate init?(written: String) {
        switch written.lowercased() {
        case "alt", "الوصف", "النص البديل": self = .alt
        case "caption", "التعليق", "الشرح": self = .caption
        case "credit", "المصور", "حقوق الصورة": self = .credit
        default: return nil
        }
    }
}
