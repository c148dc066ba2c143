import Base
import Content

/// What has moved and what is gone, for nginx: maps that give `$sitegen_rule`, a status with a target behind it.
extension ServerRules {
    /// `$uri` is in letters and without regard to case, so that every spelling of a path is one; what leads elsewhere is
    /// written encoded, or is of the request as it was sent, and never holds a line break.
    var nginxRedirects: String {
        var maps = ""
        var results: [String] = []
        var longest = 0
        func add(_ source: String, _ name: String, _ entries: [(key: String, value: String)]) {
            maps += "map \(source) $\(name) {\n    default \"\";\n"
            var seen: Set<TextKey> = []
            for (key, value) in entries where seen.insert(TextKey(Self.lowered(key))).inserted {
                longest = max(longest, key.utf8.count)
                maps += "    \"\(Self.quoted(key))\" \"\(value)\";\n"
            }
            maps += "}\n"
            results.append(name)
        }
        for (number, (names, rules)) in queriesByNames.enumerated() {
            let query = names.map { "\($0)=$arg_\($0)" }.joined(separator: "&")
            add("\"$uri?\(query)\"", "sitegen_query\(number)", rules.flatMap(nginxQueryEntries))
        }
        if !redirects.whole.isEmpty {
            let entries = redirects.whole.flatMap { rule in
                spellings(of: rule.from.path).map { ($0, nginxAnswer(rule.answer)) }
            }
            add("$uri", "sitegen_whole", entries)
        }
        for (depth, rules) in starsByDepth {
            let (folder, rest) = ("sitegen_folder\(depth)", "sitegen_rest\(depth)")
            maps += """
                map $uri $\(folder) {
                    default "";
                    "~^(?<sitegen_above\(depth)>(?:/[^/]+){\(depth)})(?:/|$)" $sitegen_above\(depth);
                }
                map $request_uri $\(rest) {
                    default "";
                    "~^(?:/+[^/?]+){\(depth)}/+(?<sitegen_behind\(depth)>[^/?\\x5C][^?]*)" $sitegen_behind\(depth);
                }

                """
            let entries = rules.compactMap { rule in
                spellings(of: rule.from.path).last.map { ($0, nginxAnswer(rule.answer, rest: "$" + rest)) }
            }
            add("$\(folder)", "sitegen_below\(depth)", entries)
        }
        let count = maps.utf8.count { $0 == UInt8(ascii: "\n") }
        return Self.hashSizes(entries: count, longest: longest) + maps + Self.first(of: results)
    }

    /// The first of the variables that is not empty, as `$sitegen_rule`.
    private static func first(of names: [String]) -> String {
        guard let last = names.last else { return "map $uri $sitegen_rule {\n    default \"\";\n}\n" }
        var (text, rest) = ("", "$" + last)
        for (number, name) in names.dropLast().enumerated().reversed() {
            let result = number == 0 ? "sitegen_rule" : "sitegen_rule\(number)"
            text += "map $\(name) $\(result) {\n    default $\(name);\n    \"\" \(rest);\n}\n"
            rest = "$" + result
        }
        return names.count > 1 ? text : "map $\(last) $sitegen_rule {\n    default $\(last);\n}\n"
    }

    /// Room for some long keys in one place of the table, and two places a key: nginx warns where it finds no size in
    /// which all fit. It takes no more memory than the keys need.
    private static func hashSizes(entries: Int, longest: Int) -> String {
        var bucket = 2048
        while bucket < 16 * (longest + 24), bucket < 32768 { bucket *= 2 }
        var size = 2048
        while size < 2 * entries { size *= 2 }
        return "map_hash_bucket_size \(bucket);\nmap_hash_max_size \(size);\n"
    }

    private func nginxAnswer(_ answer: Redirects.Answer, rest: String = "") -> String {
        answer.target.map { "\(answer.status) \(href($0))" + (answer.carriesRest ? rest : "") } ?? "\(answer.status)"
    }

    /// nginx has the values of a query as they were sent.
    private func nginxQueryEntries(_ rule: Redirects.Rule) -> [(key: String, value: String)] {
        let encoded = rule.from.query.map { "\($0.name)=" + percentEncoded($0.value, keeping: .inComponent) }
        let sent = rule.from.query.map {
            "\($0.name)=" + percentEncoded($0.value, keeping: .inSentPath).replacing("%20", with: "+")
        }
        let queries = [encoded, sent].map { $0.joined(separator: "&") }.uniqued()
        return spellings(of: rule.from.path).flatMap { path in
            queries.map { ("\(path)?\($0)", nginxAnswer(rule.answer)) }
        }
    }

    private static func quoted(_ key: String) -> String {
        guard key.utf8.contains(where: { "\\\"".utf8.contains($0) }) else { return key }
        return key.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// As nginx compares: the letters of ASCII alone.
    private static func lowered(_ key: String) -> String {
        String(decoding: key.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
