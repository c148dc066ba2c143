import ArabicText
import Base

extension Yaml {
    /// What people wrote, with text taken as they meant it, and the keys that did not stand where keys stand. Throws
    /// what is no YAML.
    ///
    /// - Parameter firstLine: the line of the file on which `text` starts, counted from 1.
    static func parse(
        written text: [UInt8], keys: TextKeys, path: String, firstLine: Int = 1
    ) throws(Diagnostic) -> (yaml: Yaml?, problems: [Diagnostic]) {
        let literal = LiteralText(text[...], keys: keys, path: path, firstLine: firstLine)
        do throws(Diagnostic) {
            let yaml = try parse(literal.yaml, path: path, firstLine: firstLine)
            guard text.contains(UInt8(ascii: "\\")), let yaml else { return (yaml, literal.problems) }
            // An escape brings in what was cleaned away everywhere else.
            var findings: [Diagnostic] = []
            let clean = yaml.cleaned(of: Set(String(decoding: text, as: UTF8.self).unicodeScalars), &findings)
            return (clean, literal.problems + findings)
        } catch {
            // A key out of its place explains what the parser stumbled over.
            throw literal.problems.first { $0.severity == .error } ?? error
        }
    }

    /// - Parameter written: what stands in the text as it is, where it was found before.
    private func cleaned(of written: Set<Unicode.Scalar>, _ findings: inout [Diagnostic]) -> Yaml {
        switch content {
        case .scalar(let text, let plain):
            let (clean, found) = Hygiene.clean(text)
            let new = found.filter { !written.contains($0.scalar) }
            findings += new.map { $0.diagnostic(at: location) }
            return Yaml(.scalar(clean, plain: plain), at: location)
        case .list(let items): return Yaml(.list(items.map { $0.cleaned(of: written, &findings) }), at: location)
        case .map(let entries):
            return Yaml(
                .map(
                    entries.map {
                        Entry(key: $0.key, location: $0.location, value: $0.value.cleaned(of: written, &findings))
                    }),
                at: location)
        }
    }
}
