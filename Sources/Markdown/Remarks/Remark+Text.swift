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

    /// - Parameter words: the markup itself.
    static func foreignMarkup(_ markup: ForeignMarkup, _ words: String, at offset: Int) -> Remark {
        Remark(.warning, id: MarkupRule.foreignMarkup, markup.message(words), at: offset)
    }
}
