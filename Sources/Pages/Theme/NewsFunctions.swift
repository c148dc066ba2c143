import ArabicText
import Base
import Content
import Templates
import Typesetting

/// The functions and filters that this program adds to the template language.
func newsEnvironment(_ theme: Theme, _ edition: Edition, dates: RecordType) -> Environment {
    let outlet = edition.site.outlet
    return Environment(
        functions: [
            assetFunction(theme, edition.site), textFunction(edition.catalogue), pluralFunction(edition.catalogue),
        ],
        filters: [
            // The names and headlines of the outlet stand on its English pages, too.
            bdiFilter(isRightToLeft: outlet.isRightToLeft || edition.wording.isRightToLeft), dateFilter(dates),
            numberFilter(edition.catalogue),
            pluralFilter(edition.catalogue), urlFilter(base: outlet.address.base),
        ])
}

private func assetFunction(_ theme: Theme, _ site: Site) -> Function {
    let base = site.outlet.address.base
    var urls: [String: String] = [:]
    for asset in site.assets {
        let name = String(asset.path.dropFirst("Content/assets/".count))
        urls[name] = URLPath(ofAsset: asset.path).href(base: base)
    }
    for asset in theme.assets { urls[asset.name] = asset.url.href(base: base) }
    let known = urls
    return Function(
        "asset", [Parameter("name", .string, literal: true)], .string,
        "The URL of a file of `Templates/assets`, with a fingerprint in its name, or of `Content/assets`.",
        example: #"<link rel="stylesheet" href="{{ asset("style.css") }}">"#
    ) { arguments throws(Message) in
        guard case .string(let name) = arguments.first ?? nil, let url = known[name] else {
            throw unknown(
                arguments.first ?? nil, Message(en: "asset", ar: "ملفًا"), among: known.keys.sorted(by: bytesPrecede))
        }
        return { _ in .string(url) }
    }
}

func textFunction(_ catalogue: Catalogue) -> Function {
    Function(
        "text", [Parameter("key", .string, literal: true), Parameter("values", .any, rest: true)], .markup,
        "Words of the catalogue, in the page's language; further arguments fill the slots `{0}`, `{1}`, text among "
            + "them inside `<bdi>`.",
        example: #"{{ text("page_number", list.number) }}"#
    ) { arguments throws(Message) in
        guard case .string(let key) = arguments.first ?? nil, catalogue.has(key) else {
            throw unknown(arguments.first ?? nil, Message(en: "word", ar: "عبارة"), among: catalogue.keys)
        }
        let pieces = slots(of: catalogue.text(key))
        let numerals = catalogue.numerals
        return { values in
            var output: [UInt8] = []
            for piece in pieces {
                switch piece {
                case .text(let bytes): output += bytes
                case .slot(let number):
                    if values.indices.dropFirst().contains(number) { fill(values[number], numerals, &output) }
                }
            }
            return .markup(output)
        }
    }
}

private enum Piece: Sendable {
    case text([UInt8])
    /// The place of its value among the arguments, of which the first is the key.
    case slot(Int)
}

/// `صفحة {0}` in its pieces, escaped.
private func slots(of word: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = word[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}"),
        let number = Int(rest[rest.index(after: open)..<close])
    {
        pieces += [.text(escaped(String(rest[..<open]))), .slot(number &+ 1)]
        rest = rest[rest.index(after: close)...]
    }
    return pieces + [.text(escaped(String(rest)))]
}

private func fill(_ value: Value, _ numerals: Numerals, _ output: inout [UInt8]) {
    switch value {
    case .int(let number): output += numerals.digits(String(number)).utf8
    case .string(let text):
        output += "<bdi>".utf8
        output += escaped(text)
        output += "</bdi>".utf8
    case .markup(let bytes): output += bytes
    default: break
    }
}

func pluralFunction(_ catalogue: Catalogue) -> Function {
    Function(
        "plural", [Parameter("key", .string, literal: true), Parameter("count", .int)], .string,
        "A whole phrase in the form that the number asks for.", example: #"{{ plural("articles", list.count) }}"#
    ) { arguments throws(Message) in
        guard case .string(let key) = arguments.first ?? nil, catalogue.plural(key) != nil else {
            throw unknown(arguments.first ?? nil, Message(en: "plural", ar: "جمعًا"), among: catalogue.pluralKeys)
        }
        return { values in
            guard case .int(let count) = values[1] else { return .undefined }
            return .string(catalogue.plural(key, count))
        }
    }
}

func pluralFilter(_ catalogue: Catalogue) -> Function {
    Function(
        "plural", [Parameter("count", .int), Parameter("key", .string, literal: true)], .string,
        "A whole phrase in the form that the number asks for.",
        example: #"{{ article.reading_minutes | plural("minutes") }}"#
    ) { arguments throws(Message) in
        guard case .string(let key) = arguments.count > 1 ? arguments[1] : nil, catalogue.plural(key) != nil else {
            throw unknown(
                arguments.count > 1 ? arguments[1] : nil, Message(en: "plural", ar: "جمعًا"), among: catalogue.pluralKeys
            )
        }
        return { values in
            guard case .int(let count) = values[0] else { return .undefined }
            return .string(catalogue.plural(key, count))
        }
    }
}

private func dateFilter(_ dates: RecordType) -> Function {
    let forms = dates.fields.map(\.name)
    return Function(
        "date",
        [Parameter("date", .record(dates)), Parameter("form", .string, literal: true, fallback: .string("text"))],
        .optional(.string), "A date in one of its forms: \(forms.map { "`\($0)`" }.joined(separator: ", ")).",
        example: #"{{ article.date | date("numeric") }}"#,
        reads: { arguments in
            if case .string(let form)? = arguments[1] { [form] } else { [] }
        }
    ) { arguments throws(Message) in
        guard case .string(let form) = arguments.count > 1 ? arguments[1] : nil, let slot = forms.firstIndex(of: form)
        else {
            throw unknown(
                arguments.count > 1 ? arguments[1] : nil, Message(en: "form of a date", ar: "صيغة تاريخ"), among: forms)
        }
        return { values in
            guard case .record(let fields) = values[0], slot < fields.count else { return .undefined }
            return fields[slot]
        }
    }
}

func numberFilter(_ catalogue: Catalogue) -> Function {
    Function(
        "number", [Parameter("number", .int)], .string,
        "A number with its digits and separators, as the page's language has them.",
        example: "{{ list.count | number }}"
    ) { _ in
        { values in
            guard case .int(let value) = values[0] else { return .undefined }
            return .string(catalogue.number(value))
        }
    }
}

func urlFilter(base: String) -> Function {
    Function(
        "url", [Parameter("path", .string)], .string,
        "A path of the site (`/about/`) as a link: percent-encoded, behind the site's base. Other text is only "
            + "encoded.",
        example: #"<a href="{{ "/about/" | url }}">"#
    ) { _ in
        { values in
            guard case .string(let path) = values[0] else { return .undefined }
            return .string(path.hasPrefix("/") ? base + percentEncoded(String(path.dropFirst())) : percentEncoded(path))
        }
    }
}

private func unknown(_ value: Value?, _ what: Message, among known: [String]) -> Message {
    let name = if case .string(let text) = value { text } else { "" }
    let hint = suggestion(for: name, among: known)
    return Message(
        en: "there is no \(what.english) “\(name)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""),
        ar: "لا \(what.arabic) باسم «\(name)»" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? ""))
}
