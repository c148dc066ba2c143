package import Base

/// What Jinja has and this engine leaves out on purpose, because it computes at large or cannot be typed.
///
/// Each is a compile error that says so, and a line of the documentation.
package enum LeftOut {
    /// A tag, filter, test or other construct.
    package struct Item: Sendable {
        package let name: String
        /// Why it is left out and what to write instead.
        package let reason: Message

        init(_ name: String, en english: String, ar arabic: String) {
            self.name = name
            reason = Message(en: english, ar: arabic)
        }
    }

    /// Tags (`{% call %}`).
    package static let tags = [
        Item("call", en: "pass the text as an argument, or use “include”", ar: "مرّر النص وسيطًا أو استعمل «include»"),
        Item("autoescape", en: "escaping is always on; “| safe” opts out", ar: "الترميز دائم؛ و«| safe» تستثني"),
        Item("do", en: "templates change nothing; use “set”", ar: "القوالب لا تغيّر شيئًا؛ استعمل «set»"),
        Item("trans", en: "use “text(…)”", ar: "استعمل «text(…)»"),
        Item("break", en: "use “for … if”, or a slice of the list", ar: "استعمل «for … if» أو جزءًا من القائمة"),
        Item("continue", en: "use “for … if”", ar: "استعمل «for … if»"),
    ]

    /// Functions, fields of `loop` and ways to write what is there otherwise.
    package static let constructs = [
        Item(
            "recursive", en: "loops do not call themselves; nest them", ar: "الحلقات لا تستدعي نفسها؛ داخل بعضها في بعض"
        ),
        Item("namespace", en: "a value is set once and read below", ar: "تُعطى القيمة مرة ثم تُقرأ بعدها"),
        Item("varargs", en: "macros name their parameters", ar: "يسمّي الماكرو وسائطه"),
        Item("kwargs", en: "macros name their parameters", ar: "يسمّي الماكرو وسائطه"),
        Item("loop.changed", en: "compare with “loop.previtem”", ar: "قارن بـ«loop.previtem»"),
        Item("loop.depth", en: "loops do not call themselves", ar: "الحلقات لا تستدعي نفسها"),
        Item("loop.depth0", en: "loops do not call themselves", ar: "الحلقات لا تستدعي نفسها"),
        Item("caller", en: "pass the text as an argument", ar: "مرّر النص وسيطًا"),
        Item(
            "computed extends", en: "the parent’s name is a literal, at the top level",
            ar: "اسم القالب الأب نص صريح خارج كل وسم"),
        Item(
            "computed include", en: "the name is a literal, or a list of literals",
            ar: "اسم القالب نص صريح أو قائمة نصوص صريحة"),
        Item("computed import", en: "the name is a literal", ar: "اسم القالب نص صريح"),
        Item("methods", en: "values have fields only; use a filter", ar: "للقيم حقول فقط؛ استعمل مرشّحًا"),
        Item("cycler", en: "use “loop.cycle(…)”", ar: "استعمل «loop.cycle(…)»"),
        Item("joiner", en: "use “join” or “loop.first”", ar: "استعمل «join» أو «loop.first»"),
        Item("dict", en: "write “{…}”", ar: "اكتب «{…}»"),
        Item("lipsum", en: "write the text", ar: "اكتب النص"),
    ]

    /// Filters (`| attr`).
    package static let filters = [
        Item("attr", en: "write “value.field”", ar: "اكتب «value.field»"),
        Item("format", en: "join with “~”, or use “text(…)” with slots", ar: "صِل بـ«~» أو استعمل «text(…)» بمواضع"),
        Item("pprint", en: "for debugging; use “tojson”", ar: "للفحص؛ استعمل «tojson»"),
        Item("random", en: "the same input gives the same page", ar: "المدخل نفسه يعطي الصفحة نفسها"),
        Item("urlize", en: "Markdown makes the links", ar: "الروابط من Markdown"),
        Item("wordwrap", en: "the browser breaks lines", ar: "المتصفح يكسر السطور"),
        Item("xmlattr", en: "write the attributes, each with its “if”", ar: "اكتب السمات ولكل منها «if»"),
    ]

    /// Tests (`is callable`).
    package static let tests = [
        Item("callable", en: "functions are known when the template is compiled", ar: "تُعرف الدوال عند ترجمة القالب"),
        Item("sameas", en: "use “==”", ar: "استعمل «==»"),
    ]

    static func construct(_ name: String) -> Item? { constructs.first { $0.name == name } }

    static func fault(named name: String, at offset: Int) -> Fault {
        fault(construct(name) ?? Item(name, en: "", ar: ""), at: offset)
    }

    static func fault(_ item: Item, at offset: Int) -> Fault {
        Fault(.leftOut, at: offset, message(item))
    }

    static func message(_ item: Item) -> Message {
        Message(
            en: "“\(item.name)” is left out of the language: \(item.reason.english)",
            ar: "«\(item.name)» ليست من اللغة: \(item.reason.arabic)")
    }
}
