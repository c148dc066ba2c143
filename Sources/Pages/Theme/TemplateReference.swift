import Base
import Content
import Templates
import Typesetting

/// The page for authors of templates: every value that pages give, every filter, test and function, from the tables
/// that the compiler itself uses.
package func templateReference() -> String {
    let site = Site.example
    let edition = Edition.typeset(site, from: MemoryTree(), workers: Workers(jobs: 1)).edition
    let theme = Theme.read(MemoryTree()).theme
    let values = PageValues(edition, FeedPlan(site, edition.catalogue), theme)
    let environment = newsEnvironment(theme, edition, dates: values.dates)
    var page = referenceHead
    page += "\n## What each template sees\n\n| template | renders | values |\n|---|---|---|\n"
    for kind in Page.Kind.allCases {
        let names = values.globals(for: kind).map { "`\($0.name)`" }.joined(separator: " ")
        page += "| `\(kind.template)` | \(kind.rawValue) | \(names) |\n"
    }
    page += """

        Where `section.html`, `tag.html`, `author.html`, `archive.html` or `home.html` is missing, `list.html` takes its place.
        `template: NAME` in an article or a page, or under a section of site.yaml, prints it with `NAME.html`, which sees the same and
        `data` besides. Under a section `story_template: NAME` does so for its articles, without `data`.

        """
    page += "\n## Values\n"
    var seen: [String] = []
    for kind in Page.Kind.allCases {
        for global in values.globals(for: kind) { describe(global.name, global.type, &seen, &page) }
    }
    page += "\n## Functions\n\n" + table(Reference.functions(environment))
    page += "\n## Filters\n\n" + table(Reference.filters(environment))
    page += "\n## Tests\n\n" + table(Reference.tests)
    page +=
        "\n## Left out on purpose\n\nEach is an error that says so when a template is compiled.\n\n| | why "
        + "|\n|---|---|\n"
    for item in LeftOut.tags + LeftOut.constructs + LeftOut.filters + LeftOut.tests {
        page += "| `\(cell(item.name))` | \(cell(item.reason.english)) |\n"
    }
    page += "\n## Words\n\nWhat `text()` knows: " + edition.catalogue.keys.map { "`\($0)`" }.joined(separator: " ")
    page += "\n\nWhat `plural()` knows: " + edition.catalogue.pluralKeys.map { "`\($0)`" }.joined(separator: " ") + "\n"
    return page
}

private let referenceHead = """
    # Templates

    <!-- Written by `make docs` from the code; change it there. -->

    The language is Jinja as Jinja2 3.1 has it, byte for byte, as far as a theme needs it: output, `if`, `for`, `set`, `with`,
    `macro`, `include`, `import`, `extends`, `block`, `raw`, comments and whitespace control. Escaping is always on; `| safe` and
    values of the type markup pass as they are. Every template is checked against the types below before a page is printed.
    A question mark means that a value may be absent: then it prints nothing, is false in `if`, and so is each of its fields.

    Two things are stricter than in Jinja. What `{% filter %}` gives is escaped unless it is markup, so that `striptags` opens no
    tag. A macro or an import that stands in an `if` is used inside of that `if`, unless what the `if` asks is known before the
    page: define it outside, and put the `if` inside.

    """

/// A record's table, then those of the records in it, each once.
private func describe(_ name: String, _ type: ValueType, _ seen: inout [String], _ page: inout String) {
    guard let found = record(in: type) else {
        if !seen.contains(name) {
            seen.append(name)
            page += "\n### \(name)\n\n`\(type)`\n"
        }
        return
    }
    guard !seen.contains(found.name) else { return }
    seen.append(found.name)
    page += "\n### \(found.name)\n\n| field | type | |\n|---|---|---|\n"
    for field in found.fields {
        let example = field.example.map { " Example: `\(cell($0))`" } ?? ""
        page += "| `\(field.name)` | \(cell("\(field.type)")) | \(cell(field.documentation))\(example) |\n"
    }
    for field in found.fields where record(in: field.type) != nil { describe(field.name, field.type, &seen, &page) }
}

private func record(in type: ValueType) -> RecordType? {
    switch type {
    case .record(let record): record
    case .list(let element): record(in: element)
    case .optional(let type): record(in: type)
    default: nil
    }
}

private func table(_ entries: [Reference.Entry]) -> String {
    var table = "| use | | example |\n|---|---|---|\n"
    for entry in entries {
        let also = entry.aliases.isEmpty ? "" : " Also \(entry.aliases.map { "`\($0)`" }.joined(separator: ", "))."
        table += "| `\(cell(entry.usage))` | \(cell(entry.documentation))\(also) | `\(cell(entry.example))` |\n"
    }
    return table
}

/// A pipe would end the cell of a table.
private func cell(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }
