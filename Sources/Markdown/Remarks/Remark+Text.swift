import ArabicText
import Base

/// Remarks on emphasis, quotes and markup of other systems.
extension Remark {
    static func unclosedEmphasis(_ delimiter: String, at offset: Int) -> Remark {
        Remark(
            .advice, id: MarkdownRule.boldNotClosed,
            Message(
                en:
                    "“\(delimiter)” opens or closes nothing and is shown as it is; is its partner missing, or a space "
                    + "too many?",
                ar: "«\(delimiter)» لا يفتح ولا يغلق شيئًا ويظهر كما هو؛ هل ينقص نظيره أم زادت مسافة؟"), at: offset)
    }

    static func oddQuotes(at offset: Int) -> Remark {
        Remark(
            .advice, id: Advice.Kind.oddQuotes,
            Message(
                en: "straight quotes come in pairs; this block has an odd number and keeps them",
                ar: "علامات الاقتباس المستقيمة أزواج؛ عددها في هذه الفقرة فردي فبقيت كما هي"), at: offset)
    }

    static func dialogueDash(at offset: Int) -> Remark {
        Remark(
            .advice, id: MarkdownRule.dialogueDash,
            Message(
                en: "lines without a blank line between them run into one; if this is speech, write “lines: keep” in "
                    + "the front matter, or a blank line before it; a list has a blank behind its “-”",
                ar: "الأسطر التي لا سطر فارغًا بينها تتصل في فقرة واحدة؛ إن كان هذا حوارًا فاكتب «الأسطر: كما هي» في "
                    + "بيانات المقال أو سطرًا فارغًا قبله؛ ولبند القائمة مسافة بعد «-»"), at: offset)
    }

    static func hashtagLine(_ words: String, at offset: Int) -> Remark {
        let heading = "## " + words.drop { $0 == "#" }
        return Remark(
            .advice, id: MarkdownRule.hashtagLine,
            Message(
                en:
                    "“\(words)” stays a hashtag, in the text; a heading has a blank behind its sign, as in “\(heading)”",
                ar: "«\(words)» يبقى وسمًا في النص؛ وللعنوان الفرعي مسافة بعد علامته، كما في «\(heading)»"), at: offset)
    }

    /// - Parameter words: the markup itself.
    static func foreignMarkup(_ markup: ForeignMarkup, _ words: String, at offset: Int) -> Remark {
        Remark(.warning, id: MarkupRule.foreignMarkup, markup.message(words), at: offset)
    }
}
