import Base
import Content

extension Diagnostic {
    static func unknownComment(_ id: String) -> Diagnostic {
        Diagnostic(
            id: CommentRule.id,
            Message(
                en: "no comment has the id “\(id)”, or several begin so; “sitegen comments list” shows all that wait",
                ar: "لا تعليق بالمعرّف «\(id)»، أو تبدأ به معرّفات عدة؛ يعرض «sitegen comments list» كل ما ينتظر"),
            at: nil)
    }

    static func commentWithoutArticle(_ name: String) -> Diagnostic {
        Diagnostic(
            id: CommentRule.article,
            Message(
                en: "a comment belongs to an article that readers have; “\(name)” leads to none",
                ar: "يتبع التعليق مقالًا منشورًا؛ ولا يقود «\(name)» إلى مقال"),
            at: nil)
    }
}
