import Content

/// A template that a page is printed with in place of its kind's.
struct TemplateChoice: Sendable, Hashable {
    let kind: Page.Kind
    /// Name of the file in `Templates/`, without `.html`.
    let name: String
    /// Whether it sees the outlet's data. What all articles of a section are printed with does not, or a part of the
    /// archive would change with every file.
    let seesData: Bool

    init(_ kind: Page.Kind, _ template: OwnTemplate, seesData: Bool = true) {
        (self.kind, name, self.seesData) = (kind, template.name, seesData)
    }

    /// As the theme has it.
    var file: String { name + ".html" }
}
