package import Base

/// How the updates of live coverage are written.
package enum LiveRule: String, Rule {
    case updateWithoutTime = "update-without-time"
    case updateOutOfOrder = "update-out-of-order"
    case stillLive = "still-live"
    case updateRefused = "update-refused"

    package static var theme: (english: String, arabic: String) { ("Live coverage", "التغطية المباشرة") }

    package var explanation: Explanation {
        switch self {
        case .updateWithoutTime:
            Explanation(
                en: "A heading in live coverage begins with the time of its update.",
                cause: "It has no time that can be read.",
                cure: "Write the time in front of the words, or make it a smaller heading with “###”.",
                ar: "يبدأ عنوان التحديث في التغطية المباشرة بوقته.",
                cause: "ليس فيه وقت مقروء.",
                cure: "اكتب الوقت قبل الكلمات، أو اجعله عنوانًا أصغر بـ«###».",
                Example(
                    Self.file, Self.english("14:05 The dam holds", "The valley"),
                    mended: Self.english("14:05 The dam holds", "14:30 The valley"),
                    ar: Self.arabic("14:05 السد صامد", "الوادي"),
                    mended: Self.arabic("14:05 السد صامد", "14:30 الوادي")))
        case .updateOutOfOrder:
            Explanation(
                en: "The times of updates follow one another.",
                cause: "One lies before that of the update before it, by less than six hours.",
                cure: "Correct the time, or write the day in front of it.",
                ar: "تتوالى أوقات التحديثات.",
                cause: "وقت تحديث يسبق وقت الذي قبله بأقل من ست ساعات.",
                cure: "صحّح الوقت، أو اكتب اليوم قبله.",
                Example(
                    Self.file, Self.english("14:05 The dam holds", "14:30 Rain", "13:50 Wind", "15:00 Sun"),
                    mended: Self.english("14:05 The dam holds", "14:30 Rain", "14:50 Wind", "15:00 Sun"),
                    ar: Self.arabic("14:05 السد صامد", "14:30 مطر", "13:50 ريح", "15:00 شمس"),
                    mended: Self.arabic("14:05 السد صامد", "14:30 مطر", "14:50 ريح", "15:00 شمس")))
        case .stillLive:
            Explanation(
                en: "Live coverage ends when nothing is added to it any more.",
                cause: "Its last update is more than a day old; its page still asks for new ones and is called live.",
                cure: "Write “ended: true” into the article's front matter.",
                ar: "تنتهي التغطية المباشرة حين لا يضاف إليها شيء.",
                cause: "مضى على آخر تحديث فيها أكثر من يوم، وما زالت صفحتها تطلب الجديد وتسمى مباشرة.",
                cure: "اكتب «انتهت: نعم» في بيانات المقال.",
                Example(
                    Self.file, Self.english("14:05 The dam holds").replacing("ended: true\n", with: ""),
                    mended: Self.english("14:05 The dam holds"),
                    ar: Self.arabic("14:05 السد صامد").replacing("انتهت: نعم\n", with: ""),
                    mended: Self.arabic("14:05 السد صامد")))
        case .updateRefused:
            Explanation(
                en: "“sitegen live add” writes an update only where it changes nothing else.",
                cause: "The article is not live or has ended, the text is empty, or it would change other updates.",
                cure: "Do what the message says, or write the update in an editor.",
                ar: "لا يكتب «sitegen live add» تحديثًا إلا حيث لا يغيّر غيره.",
                cause: "ليس المقال تغطية مباشرة أو انتهت، أو النص فارغ، أو كان سيغيّر تحديثات أخرى.",
                cure: "افعل ما تقوله الرسالة، أو اكتب التحديث في محرر النصوص.",
                Example(
                    .told, "sitegen live add flood \"\"", mended: "sitegen live add flood \"The dam holds\"",
                    ar: "sitegen live add flood \"\"", mended: "sitegen live add flood \"السد صامد\""))
        }
    }

    // MARK: Examples

    private static let file = ExamplePlace.file("Content/articles/live.md")

    private static func english(_ headings: String...) -> String {
        "---\ntitle: The flood, live\ndate: 2024-01-24\nkind: live\nended: true\n---" + updates(headings)
    }

    private static func arabic(_ headings: String...) -> String {
        "---\nالعنوان: السيول لحظة بلحظة\nالتاريخ: 2024-01-24\nالنوع: تغطية مباشرة\nانتهت: نعم\n---" + updates(headings)
    }

    private static func updates(_ headings: [String]) -> String { headings.map { "\n\n## \($0)" }.joined() }
}

extension Remark {
    static func updateWithoutTime(at offset: Int) -> Remark {
        Remark(
            .warning, id: LiveRule.updateWithoutTime,
            Message(
                en: "an update of live coverage begins with its time, as in “## 14:05 …”; this heading stands in the "
                    + "update above it",
                ar:
                    "يبدأ عنوان التحديث في التغطية المباشرة بوقته، مثل «‏## 14:05 …»؛ وهذا العنوان داخل التحديث الذي فوقه"
            ),
            at: offset)
    }

    static func updateOutOfOrder(at offset: Int) -> Remark {
        Remark(
            .warning, id: LiveRule.updateOutOfOrder,
            Message(
                en: "updates follow one another; the time of this one lies before that of the one before it, and it "
                    + "is shown in its place; correct the time, or write the day in the heading",
                ar:
                    "تتوالى التحديثات في الوقت؛ ووقت هذا يسبق وقت الذي قبله، فوُضع في مكانه؛ صحّح الوقت، أو اكتب اليوم في العنوان"
            ),
            at: offset)
    }
}
