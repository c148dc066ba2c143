import Markdown

/// The HTML of a body, as text.
func html(_ markdown: String, _ settings: MarkdownSettings = MarkdownSettings()) -> String {
    String(decoding: Renderer(settings).render(Array(markdown.utf8)).html, as: UTF8.self)
}

func document(_ markdown: String, _ settings: MarkdownSettings = MarkdownSettings()) -> Document {
    Renderer(settings).render(Array(markdown.utf8))
}

/// The ids of what is remarked on, each with the text that stands at its place, up to the next blank.
func remarks(_ markdown: String, _ settings: MarkdownSettings = MarkdownSettings()) -> [String] {
    let bytes = Array(markdown.utf8)
    return Renderer(settings).render(bytes).remarks.map { remark in
        let word = bytes[remark.offset...].prefix { $0 > 0x20 }
        return "\(remark.id) @ \(String(decoding: word, as: UTF8.self))"
    }
}
