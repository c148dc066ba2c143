import Base

/// What stopped the parser, said in the words of who wrote the text: libyaml knows English alone, and names its own
/// machinery.
struct YamlProblem {
    /// Words of libyaml (`scanner.c`, `parser.c`, `reader.c`).
    let problem: String
    /// Where the parser stood.
    let place: Location
    /// Where the construct began that it was reading; nil where libyaml does not say.
    let start: Location?
    /// YAML as the parser saw it.
    let text: [UInt8]
    /// Line of the file on which `text` starts.
    let firstLine: Int

    var diagnostic: Diagnostic {
        let found = explained
        return Diagnostic(
            id: YamlRule.yaml,
            Message(
                en: "this is no valid YAML: \(found.message.english)",
                ar: "صياغة YAML غير صحيحة: \(found.message.arabic)"),
            at: found.place)
    }

    private var explained: (message: Message, place: Location) {
        switch problem {
        case "could not find expected ':'": return (Self.noKey, start ?? place)
        case "did not find expected key", "did not find expected '-' indicator": return (misplaced, place)
        case "mapping values are not allowed in this context": return (Self.colon, place)
        case "mapping keys are not allowed in this context": return (Self.question, place)
        case "block sequence entries are not allowed in this context": return (Self.dash, place)
        case "found unexpected end of stream", "found unexpected document indicator":
            return (Self.openQuotation, start ?? place)
        case "did not find expected ',' or ']'": return (Self.openBracket("[", "]"), bracket)
        case "did not find expected ',' or '}'": return (Self.openBracket("{", "}"), bracket)
        case "did not find expected node content": return (Self.noValue, place)
        case "found character that cannot start any token": return (strange, place)
        case "found a tab character where an indentation space is expected",
            "found a tab character that violates indentation":
            return (Self.tab, place)
        case "found unknown escape character": return (escape, place)
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            return (Self.codePoint, place)
        case "found unexpected ':'": return (Self.colonInBrackets, place)
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            return (Self.blockHeader, start ?? place)
        default: return other
        }
    }

    /// What has no place in front matter at all.
    private var other: (message: Message, place: Location) {
        if problem.contains("another document") || problem.contains("<document start>") {
            return (Self.secondDocument, place)
        }
        if problem.contains("directive") || start != nil && problem.contains("version") {
            return (Self.percent, start ?? place)
        }
        if ["character", "octet", "UTF", "surrogate"].contains(where: { problem.contains($0) }) {
            return (Self.control, place)
        }
        return (Self.unknown, place)
    }

    /// A bracket whose end is missed on a later line is named where it is opened.
    private var bracket: Location { start.map { $0.line == place.line ? place : $0 } ?? place }

    /// The sign at which the parser stood, and the one behind it; nil at the end.
    private var signs: (first: Unicode.Scalar, second: Unicode.Scalar?)? {
        let lines = Lines(text[...]).dropFirst(max(0, place.line - firstLine))
        guard let line = lines.first(where: { _ in true }) else { return nil }
        let rest = String(decoding: line, as: UTF8.self).unicodeScalars.dropFirst(max(0, place.column - 1))
        return rest.first.map { ($0, rest.dropFirst().first) }
    }

    private var misplaced: Message {
        guard signs?.first != "\t" else { return Self.tab }
        return Message(
            en:
                "a key starts where its neighbours start, and nothing stands behind a value in quotation marks; "
                + "move this line "
                + "beneath them, or put the whole value between quotes",
            ar:
                "يبدأ المفتاح حيث يبدأ جيرانه، ولا شيء بعد قيمة بين علامتي اقتباس؛ حاذِ هذا السطر بجيرانه، أو ضع "
                + "القيمة كلها بين علامتي اقتباس"
        )
    }

    private var strange: Message {
        guard let sign = signs?.first, sign != "\t" else { return Self.tab }
        return Message(
            en: "no value starts with “\(sign)”; put it between quotes",
            ar: "لا تبدأ قيمة بـ«\(sign)»؛ ضعها بين علامتي اقتباس")
    }

    private var escape: Message {
        let sign = signs?.second.flatMap { $0.value > 0x20 ? String($0) : nil } ?? ""
        return Message(
            en:
                "between double quotation marks a backslash starts an escape, and “\\\(sign)” is none; write "
                + "“\\\\\(sign)”, or put the "
                + "value between single ones",
            ar:
                "الشرطة المائلة بين علامتي اقتباس مزدوجتين تبدأ رمزًا، و«\\\(sign)» ليس رمزًا؛ اكتب «\\\\\(sign)»، "
                + "أو ضع القيمة بين علامتين "
                + "مفردتين")
    }

    private static let noKey = Message(
        en: "this line is no “key: value”; write a key before it, or put what belongs to the line above on that line",
        ar: "ليس هذا السطر «مفتاح: قيمة»؛ اكتب مفتاحه، أو ألحقه بالسطر الذي فوقه")
    private static let colon = Message(
        en: "a value with a colon and a blank stands between quotes; put this one between them",
        ar: "توضع القيمة التي فيها نقطتان بعدهما مسافة بين علامتي اقتباس؛ ضع هذه بينهما")
    private static let colonInBrackets = Message(
        en: "between brackets a value with a colon stands between quotes; put this one between them",
        ar: "توضع القيمة التي فيها نقطتان بين علامتي اقتباس داخل الأقواس؛ ضع هذه بينهما")
    private static let question = Message(
        en: "no key starts with “?”; put it between quotes", ar: "لا يبدأ مفتاح بـ«?»؛ ضعه بين علامتي اقتباس")
    private static let dash = Message(
        en: "a list starts on the line below its key; move “- …” there, or put the value between quotes",
        ar: "تبدأ القائمة في السطر الذي تحت مفتاحها؛ انقل «- …» إليه، أو ضع القيمة بين علامتي اقتباس")
    private static let openQuotation = Message(
        en:
            "a quotation mark is closed by another; none closes this one; add it behind the value, or take this "
            + "one out",
        ar: "لكل علامة اقتباس علامة تغلقها؛ ولا علامة تغلق هذه؛ أضفها بعد القيمة، أو احذف هذه")
    private static let noValue = Message(
        en: "a value stands between two commas and behind a colon; write it, or take the sign out",
        ar: "بين الفاصلتين قيمة، وبعد النقطتين قيمة؛ اكتبها أو احذف العلامة")
    private static let tab = Message(
        en: "lines are indented with spaces, and values start with none; replace the tab by spaces",
        ar: "يُزاح السطر بمسافات لا بعلامة جدولة (Tab)؛ ضع مكانها مسافات")
    private static let codePoint = Message(
        en:
            "behind “\\x”, “\\u” and “\\U” stand two, four and eight hexadecimal digits of a character; write the "
            + "character itself",
        ar: "بعد «\\x» و«\\u» و«\\U» رقمان أو أربعة أو ثمانية أرقام ست عشرية لحرف موجود؛ اكتب الحرف نفسه")
    private static let blockHeader = Message(
        en:
            "behind “|” and “>” the line ends; write the text on the lines below, indented, or put the value "
            + "between quotes",
        ar: "ينتهي السطر بعد «|» و«>»؛ اكتب النص في الأسطر التي تحته مزاحًا، أو ضع القيمة بين علامتي اقتباس")
    private static let secondDocument = Message(
        en:
            "here stands one mapping; what follows is no part of it; leave out the “---” or “...” above, or put "
            + "this line into the text",
        ar: "هنا مجموعة واحدة من أسطر «مفتاح: قيمة»، وهذا السطر ليس منها؛ احذف «---» أو «...» فوقه، أو انقله إلى النص")
    private static let percent = Message(
        en: "no line starts with “%”; put the value between quotes",
        ar: "لا يبدأ سطر بـ«%»؛ ضع القيمة بين علامتي اقتباس")
    private static let control = Message(
        en: "an invisible character stands here; type the line anew", ar: "هنا حرف خفي لا مكان له؛ اكتب السطر من جديد")
    private static let unknown = Message(
        en: "this line cannot be read; put a value with special characters between quotes",
        ar: "لا يُقرأ هذا السطر؛ ضع القيمة التي فيها رموز خاصة بين علامتي اقتباس")

    private static func openBracket(_ open: String, _ close: String) -> Message {
        Message(
            en:
                "between “\(open)” and “\(close)” a comma parts the values, and “\(close)” ends them; one of the "
                + "two is missing; add it, or "
                + "put a value with such signs between quotes",
            ar:
                "تفصل الفاصلة «,» القيم بين «\(open)» و«\(close)»، وتنتهي بـ«\(close)»؛ تنقص إحداهما هنا؛ أضفها، "
                + "أو ضع القيمة التي فيها هذه الرموز "
                + "بين علامتي اقتباس")
    }
}
