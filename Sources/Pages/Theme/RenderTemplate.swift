import ArabicText
package import Base
import Content
import Templates
import Typesetting

/// What a template gives for untyped values, as its author tries it out; nil with the reasons where it cannot be
/// rendered.
///
/// - Parameters:
///   - name: the template's file in `folder`, which is also where its parents and includes are.
///   - values: a file of JSON in `data`: an object whose keys are what the template sees.
package func renderTemplate(
    _ name: String, in folder: some FileTree, values: String, of data: some FileTree, language: String
) -> (output: [UInt8]?, diagnostics: [Diagnostic]) {
    do throws(Diagnostic) {
        let (names, values) = try globals(try data.read(values), path: values)
        var sources: [Source] = []
        for entry in try folder.entries(under: "") where entry.path == name || entry.path.hasSuffix(".html") {
            sources.append(Source(name: entry.path, path: entry.path, bytes: try folder.read(entry.path)))
        }
        let library = Library(sources: sources, environment: untypedEnvironment(language: language))
        guard library.has(name) else { return (nil, [.missingFile(name)]) }
        let (template, diagnostics) = library.compile(name, globals: names.map { ($0, .any) }, checked: false)
        guard let template else { return (nil, diagnostics) }
        var output = ByteBuffer()
        try template.renderUnchecked(values, into: &output)
        return (output.bytes(from: 0), diagnostics)
    } catch {
        return (nil, [error])
    }
}

private func globals(_ json: [UInt8], path: String) throws(Diagnostic) -> (names: [String], values: [Value]) {
    guard case .map(let map) = try JSONReader.value(of: json, path: path) else {
        throw Diagnostic(
            id: TemplateRule.json,
            Message(
                en: "the values are an object, such as {\"title\": \"…\"}", ar: "القيم كائن، مثل {\"title\": \"…\"}"),
            at: Location(path: path))
    }
    let names = map.keys.map { if case .string(let name) = $0 { name } else { "" } }
    return (names, map.values)
}

/// The news functions without a site: words come from the catalogue, the name of an asset stays as it is.
private func untypedEnvironment(language: String) -> Environment {
    let (catalogue, _) = Catalogue.make(language: language, numerals: .latn, words: [:])
    let asset = Function(
        "asset", [Parameter("name", .string, literal: true)], .string, "The file's name.", example: ""
    ) { _ in { $0[0] } }
    return Environment(
        functions: [asset, textFunction(catalogue), pluralFunction(catalogue)],
        filters: [
            bdiFilter(isRightToLeft: language.hasPrefix("ar")), untypedDateFilter, numberFilter(catalogue),
            pluralFilter(catalogue), urlFilter(base: "/"),
        ])
}

/// Takes the form from the object: `{"iso": "2024-01-24", "long": "24 يناير 2024"}`.
private let untypedDateFilter = Function(
    "date", [Parameter("date", .any), Parameter("form", .string, literal: true, fallback: .string("text"))], .any,
    "A date in one of its forms.", example: ""
) { _ in
    { values in
        guard case .map(let forms) = values[0], case .string(let form) = values[1] else { return values[0] }
        return forms[form] ?? .undefined
    }
}
