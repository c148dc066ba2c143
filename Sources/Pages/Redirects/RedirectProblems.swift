import Base
import Content

extension Diagnostic {
    static func aliasIsPage(_ alias: Article.Alias) -> Diagnostic {
        Diagnostic(
            id: PageRule.aliasIsPage,
            Message(
                en:
                    "an alias is a path where nothing is any more; “/\(alias.path.text)” is a page of the site; "
                    + "remove it here",
                ar: "الرابط السابق مسار لم تعد فيه صفحة؛ و«‎/\(alias.path.text)» صفحة من الموقع؛ احذفه من هنا"),
            at: alias.location)
    }

    static func aliasTwice(_ alias: Article.Alias, owner: String) -> Diagnostic {
        Diagnostic(
            id: PageRule.duplicateAlias,
            Message(
                en: "an alias leads to one article; “/\(alias.path.text)” is also that of \(owner); keep one of them",
                ar: "يقود الرابط السابق إلى مقال واحد؛ و«‎/\(alias.path.text)» مذكور أيضًا في \(owner)؛ أبقِ أحدهما"),
            at: alias.location)
    }

    static func redirectIsPage(_ rule: RedirectRule) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.isPage,
            Message(
                en:
                    "a redirect begins where nothing is any more; “\(rule.from.text)” is a page or a file of the site; "
                    + "delete this line",
                ar: "يبدأ التحويل حيث لم يعد شيء؛ و«\(rule.from.text)» صفحة أو ملف من الموقع؛ احذف هذا السطر"),
            at: rule.place)
    }

    static func redirectTells(_ rule: RedirectRule) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.tells,
            Message(
                en:
                    "an article that was removed without a trace has no rule, which would tell its address; delete this line",
                ar: "ما أُزيل بلا أثر لا قاعدة له، فهي تكشف عنوانه؛ احذف هذا السطر"),
            at: rule.place)
    }

    static func redirectCovers(_ rule: Redirects.Rule, _ page: URLPath, count: Int) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.isPage,
            Message(
                en:
                    "a redirect covers no page of the site; beneath “\(rule.from.text)” lie \(count), such as "
                    + "“/\(page.text)”; name what has moved more closely",
                ar:
                    "لا يشمل التحويل صفحة من الموقع؛ وتحت «\(rule.from.text)» من صفحاته وملفاته \(count)، منها "
                    + "«‎/\(page.text)»؛ حدّد ما انتقل بدقة أكبر"),
            at: rule.origin)
    }

    static func redirectTwice(_ rule: RedirectRule, other: Location) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.duplicate,
            Message(
                en: "an old address has one rule; “\(rule.from.text)” also stands in \(other.text); keep one of them",
                ar: "للعنوان القديم قاعدة واحدة؛ و«\(rule.from.text)» مذكور أيضًا في \(other.text)؛ أبقِ أحدهما"),
            at: rule.place)
    }

    static func redirectSelf(_ rule: RedirectRule) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.itself,
            Message(
                en: "a redirect leads to another address; “\(rule.from.text)” leads to itself; delete this line",
                ar: "يقود التحويل إلى عنوان آخر؛ و«\(rule.from.text)» يقود إلى نفسه؛ احذف هذا السطر"),
            at: rule.place)
    }

    static func redirectCircle(_ rule: RedirectRule, _ target: RedirectRule.Target) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.circle,
            Message(
                en:
                    "a redirect ends at a page; “\(rule.from.text)” leads by “\(target.text)” round in a circle; give one of "
                    + "them its page",
                ar:
                    "ينتهي التحويل عند صفحة؛ و«\(rule.from.text)» يدور عبر «\(target.text)» في حلقة؛ اجعل أحدهما يقود إلى "
                    + "صفحته"),
            at: target.place)
    }

    static func redirectNowhere(_ target: RedirectRule.Target, near: String?) -> Diagnostic {
        Diagnostic(
            id: RedirectTableRule.nowhere,
            Message(
                en: "a redirect leads to a page or a file of the site; “\(target.text)” is neither"
                    + (near.map { "; did you mean “/\($0)”?" }
                        ?? "; where nothing takes the old one's place, write 410 instead"),
                ar: "يقود التحويل إلى صفحة أو ملف في الموقع؛ و«\(target.text)» ليس أيًّا منهما"
                    + (near.map { "؛ هل قصدت «‎/\($0)»؟" } ?? "؛ وما لا بديل له يُكتب مكانه 410")),
            at: target.place)
    }

    static func redirectChain(
        _ rule: RedirectRule, _ target: RedirectRule.Target, _ answer: Redirects.Answer
    ) -> Diagnostic {
        let end =
            switch answer {
            case .moved(let to, let carries, _): "/" + to.text + (carries ? "*" : "")
            case .gone: "410"
            }
        return Diagnostic(
            .warning, id: RedirectTableRule.chain,
            Message(
                en:
                    "“\(target.text)” has moved itself; readers of “\(rule.from.text)” are led to the end of the way at "
                    + "once; write “\(end)”",
                ar:
                    "«\(target.text)» منقول هو نفسه؛ وقارئ «\(rule.from.text)» يُقاد مباشرة إلى نهاية الطريق؛ اكتب "
                    + "«\(end)»"),
            at: target.place)
    }
}
