package import Base

/// What a line of redirects.tsv is.
package enum RedirectFileRule: String, Rule {
    case line = "redirect-line"
    case status = "redirect-status"
    case host = "redirect-host"
    case star = "redirect-star"
    case query = "redirect-query"
    case path = "redirect-path"

    package static var theme: (english: String, arabic: String) { ("Lines of redirects.tsv", "أسطر redirects.tsv") }

    package var explanation: Explanation {
        switch self {
        case .line:
            Explanation(
                en: "A redirect is an old address, a new one and perhaps a status.",
                cause: "A column is missing or one too many; a space in a path begins a new one.",
                cure: "Put tabs between the columns, or write %20 for a space; what is gone has 410 alone.",
                ar: "التحويل عنوان قديم ثم جديد ثم رمز الحالة إن لزم.",
                cause: "ينقص عمود أو يزيد؛ والفراغ في المسار يبدأ عمودًا.",
                cure: "افصل الأعمدة بعلامات جدولة، أو اكتب ‎%20 بدل الفراغ؛ وما زال له 410 وحده.",
                Example(
                    .file("Content/redirects.tsv"), "/old/", mended: "/old/ 410"))
        case .status:
            Explanation(
                en: "A redirect’s status is 301, 302 or 410.",
                cause: "Another number stands at the end of the line.",
                cure: "Write 301 for ever, 302 for now, 410 for what is gone.",
                ar: "رمز التحويل 301 أو 302 أو 410.",
                cause: "في آخر السطر رقم آخر.",
                cure: "اكتب 301 للدائم و302 للمؤقت و410 لما زال.",
                Example(
                    .file("Content/redirects.tsv"), "/old/ /about/ 307", mended: "/old/ /about/ 302"))
        case .host:
            Explanation(
                en: "A redirect stays within the site.",
                cause: "One of its addresses names another host, or lies outside of the folder that the site lives in.",
                cure: "Write a path; redirect to other hosts in the server’s own rules.",
                ar: "يبقى التحويل داخل الموقع.",
                cause: "أحد عنوانيه على مضيف آخر أو خارج مجلد الموقع.",
                cure: "اكتب مسارًا، وحوّل إلى غيره في قواعد الخادم نفسه.",
                Example(
                    .file("Content/redirects.tsv"), "/old/ https://other.example/", mended: "/old/ /about/"))
        case .star:
            Explanation(
                en: "A star or a query ends an old address.",
                cause: "One of them stands before the end, or the new address has one that the old one has not.",
                cure: "Let the old address end with “/*”, or with its query.",
                ar: "تنتهي العناوين القديمة بنجمة أو استعلام.",
                cause: "أحدهما قبل الآخر، أو في العنوان الجديد ما ليس في القديم.",
                cure: "اجعل العنوان القديم ينتهي بـ«‎/*» أو باستعلامه.",
                Example(
                    .file("Content/redirects.tsv"), "/old/*/x /about/", mended: "/old/* /about/"))
        case .query:
            Explanation(
                en: "A query is names and values.",
                cause: "A value is missing, a name occurs twice or has other signs than Latin letters, digits and “_”.",
                cure: "Write it as ?p=1234&lang=ar.",
                ar: "الاستعلام أسماء وقيم.",
                cause: "تنقص قيمة، أو يتكرر اسم، أو فيه غير الحروف اللاتينية والأرقام و«_».",
                cure: "اكتبه مثل ‎?p=1234&lang=ar.",
                Example(
                    .file("Content/redirects.tsv"), "/?p /about/", mended: "/?p=12 /about/"))
        case .path:
            Explanation(
                en: "A path of the site starts with “/” and stays inside it.",
                cause: "It starts otherwise, climbs out with “..”, or holds a control character.",
                cure: "Write it from the first slash on.",
                ar: "يبدأ المسار داخل الموقع بـ«/» ولا يخرج منه.",
                cause: "يبدأ بغيرها، أو يصعد بـ«..»، أو فيه محرف تحكم.",
                cure: "اكتبه من شرطته الأولى.",
                Example(
                    .file("Content/redirects.tsv"), "old/ /about/", mended: "/old/ /about/"))
        }
    }
}
