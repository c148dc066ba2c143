package import Base

/// What a file of readers' comments holds.
package enum CommentRule: String, Rule {
    case line = "comment-line"
    case key = "comment-key"
    case id = "comment-id"
    case parent = "comment-parent"
    case article = "comment-article"

    package static var theme: (english: String, arabic: String) { ("Readers' comments", "تعليقات القراء") }

    private static let file = ExamplePlace.file("Content/comments/valley.jsonl")

    package var explanation: Explanation {
        switch self {
        case .line:
            Explanation(
                en: "Each line of a comments' file is a JSON object.",
                cause: "A sign is missing, the line was cut, or it is longer than any comment.",
                cure: "Mend the line at the place named, or delete it.",
                ar: "كل سطر في ملف التعليقات كائن JSON.",
                cause: "تنقص علامة، أو قُطع السطر، أو هو أطول من أي تعليق.",
                cure: "أصلح السطر في الموضع المذكور، أو احذفه.",
                Example(
                    Self.file, #"{"id":"a","date":"2024-01-25","text":"Thanks."#,
                    mended: #"{"id":"a","date":"2024-01-25","text":"Thanks."}"#))
        case .key:
            Explanation(
                en: "A comment has id, date and text, perhaps parent, name and url, and nothing else.",
                cause:
                    "A key is missing, mistyped or has a value of another kind, or tells of a person what is not public.",
                cure: "Write what the message asks for.",
                ar: "في التعليق id وdate وtext، وقد يكون فيه parent وname وurl، ولا شيء غيرها.",
                cause: "ينقص مفتاح، أو كُتب خطأ، أو قيمته من نوع آخر، أو فيه عن القارئ ما ليس علنيًا.",
                cure: "اكتب ما تطلبه الرسالة.",
                Example(
                    Self.file, #"{"id":"a","date":"2024-01-25","text":"Thanks.","email":"a@b.example"}"#,
                    mended: #"{"id":"a","date":"2024-01-25","text":"Thanks."}"#))
        case .id:
            Explanation(
                en: "Each comment of an article has an id of its own.",
                cause: "A line was copied, or two versions were mixed.",
                cure: "Delete one of the lines, or give it another id.",
                ar: "لكل تعليق في المقال معرّف خاص به.",
                cause: "نُسخ سطر، أو خُلطت نسختان.",
                cure: "احذف أحد السطرين، أو أعطه معرّفًا آخر.",
                Example(
                    Self.file,
                    """
                    {"id":"a","date":"2024-01-25","text":"Thanks."}
                    {"id":"a","date":"2024-01-26","text":"Indeed."}
                    """,
                    mended: """
                        {"id":"a","date":"2024-01-25","text":"Thanks."}
                        {"id":"b","date":"2024-01-26","text":"Indeed."}
                        """))
        case .parent:
            Explanation(
                en: "A comment answers another one of the same article.",
                cause: "That one is not there, or answers this one in turn; it is shown as one that answers nothing.",
                cure: "Delete “parent”, or write the right id.",
                ar: "يردّ التعليق على تعليق آخر في المقال نفسه.",
                cause: "ذاك التعليق غير موجود، أو هو ردّ على هذا؛ فيظهر هذا كأنه ليس ردًا.",
                cure: "احذف parent أو اكتب المعرّف الصحيح.",
                Example(
                    Self.file, #"{"id":"a","parent":"z","date":"2024-01-25","text":"Thanks."}"#,
                    mended: #"{"id":"a","date":"2024-01-25","text":"Thanks."}"#))
        case .article:
            Explanation(
                en: "A comments' file bears the id of an article, or its path beneath articles/.",
                cause: "The article was renamed or deleted.",
                cure: "Rename the file as the article is named now, or delete it.",
                ar: "يحمل ملف التعليقات معرّف المقال، أو مساره داخل articles.",
                cause: "غُيّر اسم المقال أو حُذف.",
                cure: "سمّ الملف باسم المقال الآن، أو احذفه.",
                Example(
                    .file("Content/comments/vally.jsonl"), #"{"id":"a","date":"2024-01-25","text":"Thanks."}"#,
                    mended: ""))
        }
    }
}

/// Why a line is no comment.
enum CommentLineFault {
    case noJSON, encoding, tooLong
}

extension Diagnostic {
    static func commentLine(_ fault: CommentLineFault, at place: Location) -> Diagnostic {
        let message =
            switch fault {
            case .noJSON:
                Message(
                    en: "each line is one JSON object, a comment; this one is not, from here on; mend it or delete it",
                    ar: "كل سطر كائن JSON واحد هو تعليق؛ وليس هذا كذلك من هنا؛ أصلحه أو احذفه")
            case .encoding:
                Message(
                    en: "comments are UTF-8; this line is not, from here on; delete it",
                    ar: "تُكتب التعليقات بترميز UTF-8؛ وليس هذا السطر كذلك من هنا؛ احذفه")
            case .tooLong:
                Message(
                    en: "a comment is shorter than 128 KB, and a file of them than 64 MB; delete what is longer",
                    ar: "التعليق أقصر من 128 كيلوبايت، وملف التعليقات من 64 ميغابايت؛ احذف ما هو أطول")
            }
        return Diagnostic(id: CommentRule.line, message, at: place)
    }

    static func commentTwice(_ id: String, first: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            id: CommentRule.id,
            Message(
                en: "each comment has an id of its own; “\(id)” is that of line \(first), too; delete one of the two",
                ar: "لكل تعليق معرّف خاص به؛ و«\(id)» معرّف السطر \(first) أيضًا؛ احذف أحدهما"),
            at: place)
    }

    static func commentParent(_ parent: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: CommentRule.parent,
            Message(
                en:
                    "a comment answers another of the same article; “\(parent)” is none that this one can answer; "
                    + "delete “parent”",
                ar: "يردّ التعليق على تعليق آخر في المقال نفسه؛ ولا يمكن أن يردّ هذا على «\(parent)»؛ احذف parent"),
            at: place)
    }

    static func commentArticle(_ identity: String, among known: [String], at place: Location) -> Diagnostic {
        let hint = suggestion(for: identity, among: known)
        return Diagnostic(
            .warning, id: CommentRule.article,
            Message(
                en: "comments bear the id of an article; there is none “\(identity)”"
                    + (hint.map { "; did you mean “\($0)”?" } ?? "; rename the file, or delete it"),
                ar: "يحمل ملف التعليقات معرّف مقال؛ ولا مقال بالمعرّف «\(identity)»"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ غيّر اسم الملف أو احذفه")),
            at: place)
    }
}
