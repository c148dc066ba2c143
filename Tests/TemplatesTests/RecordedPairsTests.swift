import Base
import Foundation
import Testing

@testable import Templates

/// Templates with the output that Jinja2 3.1.6 gave for them; `record.py` records them anew.
@Suite struct RecordedPairsTests {
    struct Topic: Sendable, CustomTestStringConvertible {
        let name: String
        let values: Map
        let templates: [Source]
        let pairs: [(template: String, values: Map?, expected: String)]
        var testDescription: String { name }
    }

    /// The file that is no topic.
    struct BrokenFile: Error { let name: String }

    /// The topics in `Pairs`, each a file; throws where one is not what `record.py` writes.
    static func topics() throws -> [Topic] { try loaded.get() }

    private static let loaded = Result {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            try topic([UInt8](Data(contentsOf: folder.appending(path: name))), name: name)
        }
    }

    private static func topic(_ bytes: [UInt8], name: String) throws -> Topic {
        guard case .map(let file) = try JSONReader.value(of: bytes, path: name),
            case .map(let values)? = file["values"], case .map(let templates)? = file["templates"],
            case .list(let pairs)? = file["pairs"]
        else { throw BrokenFile(name: name) }
        return Topic(
            name: String(name.dropLast(".json".count)), values: values,
            templates: zip(templates.keys, templates.values).map {
                Source(name: $0.string, path: $0.string, bytes: $1.bytes)
            },
            pairs: try pairs.map { pair in
                guard case .map(let pair) = pair, case .string(let template)? = pair["template"],
                    case .string(let expected)? = pair["expected"]
                else { throw BrokenFile(name: name) }
                let own: Map? = if case .map(let map)? = pair["values"] { map } else { nil }
                return (template, own, expected)
            })
    }

    @Test(arguments: try topics()) func givesWhatJinjaGives(_ topic: Topic) {
        for (template, own, expected) in topic.pairs {
            let values = own ?? topic.values
            let result = rendered(template, values, with: topic.templates)
            #expect(Array(result.utf8) == Array(expected.utf8), "\(template)\n  jinja: \(expected)\n  ours:  \(result)")
        }
    }

    /// Every pair with bytes removed, doubled and swapped: an answer or a diagnostic each, never a crash.
    @Test(arguments: try topics()) func brokenTemplatesAreAnswered(_ topic: Topic) {
        var seed: UInt64 = 20_240_124
        func random(below limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % max(limit, 1)
        }
        for pair in topic.pairs {
            for kind in 0..<4 {
                var bytes = Array(pair.template.utf8)
                let start = random(below: bytes.count)
                let end = min(bytes.count, start + 1 + random(below: 6))
                switch kind {
                case 0: bytes.removeSubrange(start..<end)
                case 1: bytes.insert(contentsOf: bytes[start..<end], at: random(below: bytes.count))
                case 2: if !bytes.isEmpty { bytes.swapAt(start, random(below: bytes.count)) }
                default: bytes.insert(contentsOf: Array("{%|([-".utf8)[random(below: 6)...], at: start)
                }
                let own = Source(name: "the template", path: "the template", bytes: bytes)
                let library = Library(sources: topic.templates + [own])
                let values = pair.values ?? topic.values
                for checked in [false, true] {
                    let (template, diagnostics) = library.compile(
                        own.name, globals: values.keys.map { ($0.string, .any) }, checked: checked)
                    #expect((template == nil) == !diagnostics.isEmpty)
                    var output = ByteBuffer()
                    template?.render(values.values, into: &output)
                }
            }
        }
    }

    @Test func noRecordedPairIsLost() throws {
        #expect(try Self.topics().reduce(0) { $0 + $1.pairs.count } >= 792)
    }

    /// Checked templates lend each item of a loop where unchecked ones copy it.
    @Test(arguments: try topics()) func givesTheSameWhereItIsChecked(_ topic: Topic) {
        var compared = 0
        for (template, own, _) in topic.pairs {
            let values = own ?? topic.values
            let result = rendered(template, values, with: topic.templates)
            guard !result.hasPrefix("refused: "), !result.hasPrefix("failed: ") else { continue }
            let globals = values.keys.map { (name: $0.string, type: ValueType.any) }
            let library = Library(
                sources: topic.templates + [Source(name: "the template", path: "", bytes: Array(template.utf8))])
            guard let compiled = library.compile("the template", globals: globals, checked: true).template else {
                continue
            }
            var output = ByteBuffer()
            compiled.render(values.values, into: &output)
            let printed = String(decoding: output.bytes(from: 0), as: UTF8.self)
            #expect(printed.utf8.elementsEqual(result.utf8), "\(template)\n  \(result)\n  \(printed)")
            compared += 1
        }
        #expect(compared > 0)
    }

    /// What the template gives for untyped values, or the first thing that is wrong.
    private func rendered(_ template: String, _ values: Map, with others: [Source]) -> String {
        let own = Source(name: "the template", path: "the template", bytes: Array(template.utf8))
        let (compiled, diagnostics) = Library(sources: others + [own]).compile(
            own.name, globals: values.keys.map { ($0.string, .any) }, checked: false)
        guard let compiled else { return "refused: \(diagnostics.first?.message.english ?? "")" }
        var output = ByteBuffer()
        do {
            try compiled.renderUnchecked(values.values, into: &output)
        } catch {
            return "failed: \(error.message.english)"
        }
        return String(decoding: output.bytes(from: 0), as: UTF8.self)
    }
}
