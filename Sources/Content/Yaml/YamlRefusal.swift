import Base

/// What YAML has and front matter and settings have not.
enum YamlRefusal {
    /// An anchor, an alias or a tag, by the sign that it begins with.
    case reference(UInt8)
    /// Values in values in values.
    case depth

    func diagnostic(at place: Location) -> Diagnostic {
        switch self {
        case .reference(let byte):
            let sign = String(UnicodeScalar(byte))
            return Diagnostic(
                id: YamlRule.yamlReference,
                Message(
                    en:
                        "anchors, aliases and tags have no place here; put a value that starts with “\(sign)” between "
                        + "quotes",
                    ar: "لا مراسي ولا إحالات ولا وسوم YAML هنا؛ ضع القيمة التي تبدأ بـ«\(sign)» بين علامتي اقتباس"),
                at: place)
        case .depth:
            return Diagnostic(
                id: YamlRule.yamlDepth,
                Message(
                    en: "values nest at most \(YamlGuard.deepest) deep; flatten this one",
                    ar: "لا تتداخل القيم أكثر من \(YamlGuard.deepest) مستوى؛ بسّط هذه القيمة"),
                at: place)
        }
    }
}
