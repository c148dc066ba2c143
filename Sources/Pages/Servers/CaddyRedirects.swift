import Base
import Content

/// What has moved and what is gone, for Caddy: maps from the address to a status and a target, asked in their order.
extension ServerRules {
    var caddyRedirects: String {
        var text = ""
        var route = ""
        func ask(_ map: String, _ rules: [Redirects.Rule]) {
            for status in Set(rules.map(\.answer.status)).sorted() {
                text += "@\(map)_\(status) vars {\(map)} \(status)\n"
                route +=
                    "\t" + (status == 410 ? "error @\(map)_410 410" : "redir @\(map)_\(status) {\(map)_to} \(status)")
                    + "\n"
            }
        }
        for (number, (names, rules)) in queriesByNames.enumerated() {
            let map = "sitegen_query\(number)"
            let query = names.map { "\($0)={query.\($0)}" }.joined(separator: "&")
            text += caddyMap("{path}?\(query)", map, rules) { rule in
                let query = rule.from.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
                return spellings(of: rule.from.path).map { "\($0)?\(query)" }
            }
            ask(map, rules)
        }
        if !redirects.whole.isEmpty {
            text += caddyMap("{path}", "sitegen_whole", redirects.whole) { spellings(of: $0.from.path) }
            ask("sitegen_whole", redirects.whole)
        }
        for (depth, rules) in starsByDepth {
            text += "map {path} {sitegen_folder\(depth)} {\n\t`~^((?:/[^/]+){\(depth)})(?:/|$)` \"${1}\"\n}\n"
            // The rest as it was sent, which is encoded already, and never with a slash before it.
            text += "map {uri} {sitegen_rest\(depth)} {\n\t`~^(?:/+[^/?]+){\(depth)}/+([^/?\\x5C][^?]*)` \"${1}\"\n}\n"
            let map = "sitegen_below\(depth)"
            text += caddyMap("{sitegen_folder\(depth)}", map, rules, rest: "{sitegen_rest\(depth)}") {
                Array(spellings(of: $0.from.path).suffix(1))
            }
            ask(map, rules)
        }
        return route.isEmpty ? "" : text + "route {\n\(route)}\n"
    }

    private func caddyMap(
        _ source: String, _ name: String, _ rules: [Redirects.Rule], rest: String = "",
        keys: (Redirects.Rule) -> [String]
    ) -> String {
        var text = "map \(source) {\(name)} {\(name)_to} {\n"
        for rule in rules {
            let target = rule.answer.target.map { " " + href($0) + (rule.answer.carriesRest ? rest : "") } ?? ""
            for key in keys(rule) { text += "\t\(caddyKey(key)) \(rule.answer.status)\(target)\n" }
        }
        return text + "}\n"
    }

    /// The key between quotes; as a regular expression where it holds a sign that means something in a Caddyfile even
    /// there.
    private func caddyKey(_ key: String) -> String {
        guard key.utf8.contains(where: { "\"\\{}`".utf8.contains($0) }) else { return "\"\(key)\"" }
        var pattern = ""
        for scalar in key.unicodeScalars {
            let isPlain =
                !scalar.isASCII || (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20)
            let hex = String(scalar.value, radix: 16, uppercase: true)
            pattern += isPlain ? String(scalar) : "\\x\(hex.utf8.count < 2 ? "0" : "")\(hex)"
        }
        return "`~^\(pattern)$`"
    }
}
