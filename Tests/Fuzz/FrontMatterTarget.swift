import ArabicText
import Base

@testable import Content

/// An article's file is read, and what it states goes through the cache; the short way of reading gives what the long
/// one gives.
func faultInFrontMatter(_ file: [UInt8]) -> String? {
    let path = "Content/articles/a.md"
    guard let outlet else { return "the outlet cannot be read" }
    let (manuscript, diagnostics) = readManuscript(file, path: path, outlet: outlet, digest: Digest(of: file))
    let lines = file.count { $0 == 0x0A || $0 == 0x0D } + 1
    for problem in diagnostics {
        guard let place = problem.location, place.path == path, (0...lines + 1).contains(place.line), place.column >= 0
        else {
            return "“\(problem.id)” stands at \(String(describing: problem.location)) of \(lines) lines"
        }
    }
    guard manuscript.bodyStart >= 0, manuscript.bodyStart <= file.count else {
        return "the text starts at \(manuscript.bodyStart)"
    }
    var packer = Packer()
    ReadManuscript(manuscript, diagnostics).pack(into: &packer)
    let unpacked = packer.bytes.withUnsafeBytes { bytes in
        var unpacker = Unpacker(bytes)
        return try? ReadManuscript(from: &unpacker)
    }
    guard let kept = unpacked else { return "what was packed cannot be unpacked" }
    var again = Packer()
    kept.pack(into: &again)
    guard again.bytes == packer.bytes else { return "what was unpacked is something else" }
    return faultInPlainLines(file)
}

private func faultInPlainLines(_ file: [UInt8]) -> String? {
    let keys = Vocabulary.articleText
    let text = Hygiene.clean(SourceText(valid: Array(String(decoding: file.prefix(4096), as: UTF8.self).utf8)).bytes)
        .text
    guard let short = PlainFrontMatter.yaml(text, keys: keys, path: "a.md", firstLine: 2) else { return nil }
    do throws(Diagnostic) {
        let (long, problems) = try Yaml.parse(written: text, keys: keys, path: "a.md", firstLine: 2)
        guard let long, problems.isEmpty else { return "plain lines are read, and have problems: \(problems)" }
        return description(short) == description(long)
            ? nil : "\(description(short)), and the long way \(description(long))"
    } catch {
        return "plain lines are read, and are no YAML: \(error.message.english)"
    }
}

/// All of a value: contents, whether it stood without quotes, places.
private func description(_ yaml: Yaml) -> String {
    let content =
        switch yaml.content {
        case .scalar(let text, let plain): "\(plain ? "plain" : "quoted") \(Array(text.utf8))"
        case .list(let items): "list" + items.map { " <\(description($0))>" }.joined()
        case .map(let entries):
            "map" + entries.map { " \($0.key) \($0.location.line) = \(description($0.value))" }.joined()
        }
    return "\(yaml.location.line):\(yaml.location.column) \(content)"
}

private let outlet: Outlet? = {
    let settings =
        "name: جريدة\nurl: https://example.org/\ntime_zone: Africa/Cairo\nextra: {desk: text, pages: number, live: flag}\n"
    return Outlet.load(
        from: MemoryTree(["Content/site.yaml": settings]),
        LoadOptions(now: Instant(seconds: 0), workers: Workers(jobs: 1))
    )
    .outlet
}()
