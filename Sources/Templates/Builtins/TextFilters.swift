import Base

extension Builtin {
    static let textFilters: [Builtin] = [
        Builtin(
            text: "upper", [], "Capital letters", example: #"{{ "bbc"|upper }} → BBC"#,
            body: { text, _ in text.uppercased() }),
        Builtin(
            text: "lower", [], "Small letters", example: #"{{ "BBC"|lower }} → bbc"#,
            body: { text, _ in text.lowercased() }),
        Builtin(
            text: "capitalize", [], "The first letter large, the others small",
            example: #"{{ "nairobi CITY"|capitalize }} → Nairobi city"#,
            body: { text, _ in text.capitalizedFirst }),
        Builtin(
            "title", [.text], .string, "Each word with a capital letter",
            example: #"{{ "north africa"|title }} → North Africa"#,
            body: { arguments in .string(arguments[0].string.titleCased) }),
        Builtin(
            text: "trim", [.maybe("chars")], "Without white space at both ends, or without the characters given",
            example: #"{{ "  خبر "|trim }} → خبر"#,
            body: { text, arguments in text.trimmed(arguments[1].isText ? arguments[1].string : nil) }),
        Builtin(
            "replace", [.text, .string("old"), .string("new"), .maybe("count", .int)],
            "Each `old` becomes `new`, or the first `count` of them", example: #"{{ "a-b"|replace("-", "+") }} → a+b"#,
            prepare: { call throws(Message) in
                let type = try call.textType()
                let isMarkup = call.types[1].unwrapped == .markup || call.types[2].unwrapped == .markup
                return Prepared(type: isMarkup ? .any : type, body: replaced)
            }),
        Builtin(
            "truncate",
            [
                .text, .number("length", 255), .flag("killwords"), .string("end", "..."),
                Parameter("leeway", .int, fallback: .int(5)),
            ],
            "At most `length` characters, cut between words (with `killwords` anywhere), `end` behind; up to "
                + "`leeway` more are let be",
            example: #"{{ "foo bar baz qux"|truncate(9) }} → foo..."#,
            prepare: { call throws(Message) in Prepared(type: try call.textType(), body: truncated) }),
        Builtin(
            "truncate_words", [.text, .number("count"), .string("end", "…")],
            "The first `count` words, `end` behind if there were more",
            example: #"{{ "واحد اثنان ثلاثة"|truncate_words(2) }} → واحد اثنان…"#,
            prepare: { call throws(Message) in
                if call.checked, try call.textType() == .markup {
                    throw Message(
                        en: "a cut may open a tag; use “striptags” first",
                        ar: "قد يقطع القص وسمًا؛ استعمل «striptags» أولًا")
                }
                return Prepared(type: .string) { arguments in
                    let words = arguments[0].string.pythonWords
                    let count = max(0, arguments[1].integer ?? 0)
                    let kept = words.prefix(count).joined(separator: " ")
                    return .string(words.count > count ? kept + arguments[2].string : kept)
                }
            }),
        Builtin(
            "wordcount", [.text], .int, "How many words", example: #"{{ "قمة نيروبي"|wordcount }} → 2"#,
            body: { arguments in .int(arguments[0].string.wordCount) }),
        Builtin(
            text: "center", [.number("width", 80)], "In the middle of `width` characters",
            example: #"[{{ "a"|center(3) }}] → [ a ]"#,
            body: { text, arguments in text.centered(arguments[1].integer ?? 80) }),
        Builtin(
            "indent", [.text, Parameter("width", .any, fallback: .int(4)), .flag("first"), .flag("blank")],
            "Each line but the first begins with `width` spaces, or with that text", example: #"{{ text|indent(2) }}"#,
            prepare: { call throws(Message) in Prepared(type: try call.textType(), body: indented) }),
        Builtin(
            "string", [.printed], "As text; markup stays markup", example: #"{{ 5|string ~ "!" }} → 5!"#,
            prepare: { call throws(Message) in
                Prepared(type: try call.textType()) { arguments in
                    arguments[0].isMarkup ? arguments[0] : .string(arguments[0].string)
                }
            }),
    ]

    private static let replaced: Program.Body = { arguments in
        let (old, new) = (arguments[1], arguments[2])
        var subject = arguments[0]
        // Jinja’s own condition, with its precedence.
        if old.isMarkup || (new.isMarkup && !subject.isMarkup) { subject = .markup(subject.escapedBytes) }
        let replacement = subject.isMarkup ? new.escapedBytes : new.bytes
        let (text, pattern) = (subject.bytes, old.bytes)
        // Any number below nought stands for all of them.
        let count = arguments[3].integer ?? -1
        var left = count < 0 ? Int.max : count
        var result: [UInt8] = []
        var position = 0
        if pattern.isEmpty {
            for scalar in subject.string.unicodeScalars {
                if left > 0 {
                    result += replacement
                    left -= 1
                }
                result += Array(String(scalar).utf8)
            }
            if left > 0 { result += replacement }
        } else {
            while left > 0, let found = text.place(of: pattern, from: position) {
                result += text[position..<found] + replacement
                position = found + pattern.count
                left -= 1
            }
            result += text[position...]
        }
        return subject.isMarkup ? .markup(result) : .string(String(decoding: result, as: UTF8.self))
    }

    private static let truncated: Program.Body = { arguments throws(Message) in
        let scalars = Array(arguments[0].string.unicodeScalars)
        let end =
            arguments[0].isMarkup
            ? String(decoding: arguments[3].escapedBytes, as: UTF8.self) : arguments[3].string
        let room = arguments[3].string.unicodeScalars.count
        guard let length = arguments[1].integer, let leeway = arguments[4].integer, length >= room else {
            throw Message(en: "“length” is at least that of “end”", ar: "لا يقل «length» عن طول «end»")
        }
        if scalars.count - length <= leeway { return arguments[0] }
        var kept = scalars.prefix(length - room)
        if !arguments[2].isTrue, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
        return arguments[0].text(String(String.UnicodeScalarView(kept)) + end)
    }

    private static let indented: Program.Body = { arguments in
        let width = arguments[1].integer.map { String(repeating: " ", count: min(max($0, 0), 10_000)) }
        let indention = width ?? arguments[1].string
        let blank = arguments[3].isTrue
        var lines = (arguments[0].string + "\n").pythonLines
        for index in lines.indices.dropFirst() where blank || !lines[index].isEmpty {
            lines[index] = indention + lines[index]
        }
        let text = lines.joined(separator: "\n")
        return arguments[0].text(arguments[2].isTrue ? indention + text : text)
    }
}

/// Strings as Python treats them.
extension String {
    var capitalizedFirst: String {
        guard let first = unicodeScalars.first else { return self }
        return first.properties.titlecaseMapping
            + String(String.UnicodeScalarView(unicodeScalars.dropFirst())).lowercased()
    }

    /// Behind white space, a hyphen or an opening bracket, letters are large.
    var titleCased: String {
        var result = ""
        var word = String.UnicodeScalarView()
        func flushed() -> String {
            guard let first = word.first else { return "" }
            return String(first).uppercased() + String(String.UnicodeScalarView(word.dropFirst())).lowercased()
        }
        for scalar in unicodeScalars {
            if scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar) {
                result += flushed()
                word = String.UnicodeScalarView()
                result.unicodeScalars.append(scalar)
            } else {
                word.append(scalar)
            }
        }
        return result + flushed()
    }

    func trimmed(_ characters: String?) -> String {
        func goes(_ scalar: Unicode.Scalar) -> Bool {
            characters.map { $0.unicodeScalars.contains(scalar) } ?? scalar.isPythonSpace
        }
        var rest = unicodeScalars[...]
        while let first = rest.first, goes(first) { rest.removeFirst() }
        while let last = rest.last, goes(last) { rest.removeLast() }
        return String(rest)
    }

    var pythonWords: [String] {
        unicodeScalars.split { $0.isPythonSpace }.map { String($0) }
    }

    /// `str.splitlines`.
    var pythonLines: [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            defer { previous = scalar }
            switch scalar.value {
            case 0x0A where previous == "\r": continue
            case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
                lines.append(String(line))
                line = String.UnicodeScalarView()
            default: line.append(scalar)
            }
        }
        if !line.isEmpty { lines.append(String(line)) }
        return lines
    }

    var wordCount: Int {
        var count = 0
        var isInside = false
        for scalar in unicodeScalars {
            let isWord = scalar.isPythonWord
            if isWord, !isInside { count += 1 }
            isInside = isWord
        }
        return count
    }

    func centered(_ width: Int) -> String {
        let space = min(max(width, 0), 10_000) - unicodeScalars.count
        guard space > 0 else { return self }
        let left = space / 2 + (space & width & 1)
        return String(repeating: " ", count: left) + self + String(repeating: " ", count: space - left)
    }
}

extension Unicode.Scalar {
    var isPythonSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// What `\w` matches.
    var isPythonWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: self == "_"
        }
    }
}
