import Base

@testable import Templates

/// A page’s values as a site would type them, small.
enum Newsroom {
    struct Tag: Sendable {
        var name: String
        var url: String
    }

    static let tag = Record<Tag>(
        "tag",
        [
            Field("name", .string, "Its name", example: "كينيا") { .string($0.name) },
            Field("url", .string, "Its page") { .string($0.url) },
        ])

    struct Article: Sendable {
        var title = "قمة <نيروبي>"
        var kicker: String?
        var html = "<p>نص</p>"
        var words = 363
        var tags = [Tag(name: "كينيا", url: "/tag/kenya/"), Tag(name: "C&A", url: "/tag/c/")]
        var section: Tag?
        var newer: Tag? = Tag(name: "أحدث", url: "/newer/")
    }

    static let article = Record<Article>(
        "article",
        [
            Field("title", .string, "The headline") { .string($0.title) },
            Field("kicker", .optional(.string), "The line above it") { $0.kicker.map(Value.string) ?? .undefined },
            Field("html", .markup, "The text, ready") { .markup(Array($0.html.utf8)) },
            Field("words", .int, "How many words") { .int($0.words) },
            Field("tags", .list(.record(tag.type)), "Its tags") { .list($0.tags.map(tag.value)) },
            Field("section", .optional(.record(tag.type)), "Its section") { $0.section.map(tag.value) ?? .undefined },
            Field("newer", .optional(.record(tag.type)), "The next") { $0.newer.map(tag.value) ?? .undefined },
        ])

    static let environment = Environment(
        functions: [
            Function(
                "asset", [Parameter("path", .string, literal: true)], .string, "A file of the theme",
                example: "asset(\"style.css\")"
            ) { literals throws(Message) in
                let name = literals[0]?.string ?? ""
                guard name == "style.css" else {
                    throw Message(en: "no asset “\(name)”", ar: "لا ملف باسم «\(name)»")
                }
                return { _ in .string("/assets/style.1234.css") }
            },
            Function(
                "text", [Parameter("key", .string, literal: true), Parameter("slots", .any, rest: true)], .markup,
                "Words of the catalogue", example: "text(\"related\")"
            ) { _ in
                { arguments in .markup(Array(arguments.map(\.string).joined(separator: "/").utf8)) }
            },
        ],
        filters: [
            Function(
                "number", [Parameter("value", .int)], .string, "A number in the site’s digits",
                example: "{{ 5|number }}"
            ) { _ in { .string("№\($0[0].string)") } },
            Function(
                "link", [Parameter("tag", .record(tag.type)), Parameter("rel", .string, fallback: .string("tag"))],
                .markup, "A link to a tag", example: "{{ tag|link }}"
            ) { _ in
                { arguments in
                    guard case .record(let fields) = arguments[0] else { return .undefined }
                    return .markup(Array("<a rel=\(arguments[1].string)>\(fields[0].string)</a>".utf8))
                }
            },
            Function("framed", Parameter("text", .any), "Text in brackets", example: "{{ 'a'|framed }}") {
                arguments, output in
                let written: Void? = arguments.withText(0) { text in
                    output.append("[")
                    output.append(escapingHTML: text)
                    output.append("]")
                }
                return written != nil
            },
        ])

    static func library(_ templates: KeyValuePairs<String, String>) -> Library {
        Library(
            sources: templates.map {
                Source(name: $0.key, path: "Templates/\($0.key)", bytes: Array($0.value.utf8))
            },
            environment: environment)
    }

    /// What a checked template prints, or its diagnostics, one a line.
    static func page(_ templates: KeyValuePairs<String, String>, _ article: Article = Article()) -> String {
        let (template, diagnostics) = library(templates).compile(
            templates[0].key, globals: [("article", .record(self.article.type))], checked: true)
        guard let template else { return lines(diagnostics) }
        var output = ByteBuffer()
        template.render([self.article.value(article)], into: &output)
        return String(decoding: output.bytes(from: 0), as: UTF8.self)
    }

    static func page(_ template: String, _ article: Article = Article()) -> String {
        page(["article.html": template], article)
    }

    static func lines(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let place = diagnostic.location
            let via = place?.via.isEmpty == false ? " via \(place?.via.joined(separator: ", ") ?? "")" : ""
            return "\(place?.path.dropFirst(10) ?? "-"):\(place?.line ?? 0):\(place?.column ?? 0): "
                + "\(diagnostic.message.english) [\(diagnostic.id)]\(via)"
        }.joined(separator: "\n")
    }
}
