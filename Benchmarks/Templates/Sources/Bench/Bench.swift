import Base
import CCmark
import Foundation
import Mustache
import Stencil
import Templates

/// One news page in five engines, beside the time that libcmark takes to parse its text.
@main struct Bench {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Page").standardized

    static func file(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: name))) }

    static func main() throws {
        let text = try file("article.md")
        let html = markdown(text)
        let ours = try ourPage(html)
        if CommandLine.arguments.contains("--profile") {
            for _ in 0..<400_000 { _ = ours() }
            return
        }
        let page = ours()
        print("page: \(page.count) bytes, ready HTML: \(html.count), Markdown: \(text.count)")
        var rows: [(String, Double)] = []
        rows.append(("libcmark, parsing and printing the text", time { markdown(text) }))
        rows.append(("ours", time(ours)))
        rows.append(("swift-mustache 2.1.1", time(try mustache(html))))
        rows.append(("Stencil 0.15.1", try time(try stencil(html), runs: 300)))
        rows.append(("Jinja2 3.1.6", try jinja(html, expected: page)))
        let reference = rows[0].1
        for (name, microseconds) in rows {
            let columns = [name, number(microseconds) + " µs", number(microseconds / reference) + " of libcmark"]
            print("| " + columns.joined(separator: " | ") + " |")
        }
    }

    static func number(_ value: Double) -> String { String(format: "%.2f", value) }

    /// The best run, in microseconds.
    static func time<Result>(_ work: () throws -> Result, runs: Int = 5000) rethrows -> Double {
        var best = Double.infinity
        let clock = ContinuousClock()
        for _ in 0..<runs {
            let start = clock.now
            _ = try work()
            let taken = clock.now - start
            best = min(best, Double(taken.components.attoseconds) * 1e-12 + Double(taken.components.seconds) * 1e6)
        }
        return best
    }

    static func markdown(_ text: [UInt8]) -> [UInt8] {
        text.withUnsafeBytes { bytes in
            guard let base = bytes.bindMemory(to: CChar.self).baseAddress,
                let result = cmark_markdown_to_html(base, bytes.count, CMARK_OPT_UNSAFE)
            else { return [] }
            defer { free(result) }
            return Array(
                UnsafeBufferPointer(
                    start: UnsafeRawPointer(result).assumingMemoryBound(to: UInt8.self), count: strlen(result)))
        }
    }

    // MARK: Ours

    static func ourPage(_ html: [UInt8]) throws -> () -> [UInt8] {
        guard case .map(let values) = try JSONReader.value(of: try file("values.json"), path: "values.json") else {
            return { [] }
        }
        let sources = try ["article.html", "base.html", "card.html"].map {
            Source(name: $0, path: $0, bytes: try file($0))
        }
        let typed = zip(values.keys, values.values).map { key, value -> (name: String, type: ValueType, value: Value) in
            var map = value
            if case .map(var fields) = value, case .string("article") = key {
                fields["html"] = .markup(html)
                map = .map(fields)
            }
            let (type, value) = Self.typed(map)
            guard case .string(let name) = key else { return ("", type, value) }
            return (name, type, value)
        }
        let (template, diagnostics) = Library(sources: sources).compile(
            "article.html", globals: typed.map { ($0.name, $0.type) }, checked: true)
        guard let template else {
            print(diagnostics)
            return { [] }
        }
        let slots = typed.map(\.value)
        let reused = Buffer()
        return {
            reused.bytes.removeAll(keepingCapacity: true)
            template.render(slots, into: &reused.bytes)
            return reused.bytes
        }
    }

    final class Buffer { var bytes: [UInt8] = [] }

    /// A JSON value with the type that a site would declare for it.
    static func typed(_ value: Value) -> (ValueType, Value) {
        switch value {
        case .map(let map):
            let fields = zip(map.keys, map.values).map { key, value -> (FieldType, Value) in
                let (type, value) = typed(value)
                guard case .string(let name) = key else {
                    return (FieldType(name: "", type: type, documentation: ""), value)
                }
                return (FieldType(name: name, type: type, documentation: ""), value)
            }
            return (.record(RecordType(name: "record", fields: fields.map(\.0))), .record(fields.map(\.1)))
        case .list(let items):
            let all = items.map(typed)
            return (.list(all.first?.0 ?? .any), .list(all.map(\.1)))
        case .int: return (.int, value)
        case .markup: return (.markup, value)
        default: return (.string, value)
        }
    }

    // MARK: The others

    static func dictionary(_ html: [UInt8]) throws -> [String: Any] {
        var values = try JSONSerialization.jsonObject(with: Data(try file("values.json"))) as? [String: Any] ?? [:]
        var article = values["article"] as? [String: Any] ?? [:]
        article["html"] = String(decoding: html, as: UTF8.self)
        values["article"] = article
        return values
    }

    static func mustache(_ html: [UInt8]) throws -> () -> String {
        let template = try MustacheTemplate(string: String(decoding: try file("article.mustache"), as: UTF8.self))
        let values = try dictionary(html)
        return { template.render(values) }
    }

    static func stencil(_ html: [UInt8]) throws -> () throws -> String {
        let template = Stencil.Template(templateString: String(decoding: try file("article.stencil"), as: UTF8.self))
        let values = try dictionary(html)
        return { try template.render(values) }
    }

    static func jinja(_ html: [UInt8], expected: [UInt8]) throws -> Double {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        let page = FileManager.default.temporaryDirectory.appending(path: "jinja-page.html")
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", folder.appending(path: "../jinja.py").path, page.path]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(html))
        try input.fileHandleForWriting.close()
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        print("same bytes as Jinja2:", [UInt8](try Data(contentsOf: page)) == expected)
        return Double(answer.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .nan
    }
}
