package import Base

/// What site.yaml brings of others onto pages: scripts, advertisements, and what readers are asked before.
package enum ThirdPartyRule: String, Rule {
    case scriptSource = "script-source"
    case scriptFile = "script-file"
    case scriptIntegrity = "script-integrity"
    case policySource = "policy-source"
    case consentName = "consent-name"
    case adPlace = "ad-place"
    case adSize = "ad-size"
    case neverShown = "never-shown"

    package static var theme: (english: String, arabic: String) {
        ("Scripts of others and advertisements", "برامج الآخرين والإعلانات")
    }

    package var explanation: Explanation {
        switch self {
        case .scriptSource:
            Explanation(
                en: "A script of site.yaml has an https address or is a file of the outlet.",
                cause: "It has neither, or both, or an address that anybody on the way may answer for.",
                cure: "Write “source” with an https address, or “file” with the name of a file in Content/assets.",
                ar: "للبرنامج في site.yaml عنوان https أو هو ملف من ملفات الموقع.",
                cause: "ليس له أي منهما، أو له كلاهما، أو له عنوان يستطيع من في الطريق أن يجيب عنه.",
                cure: "اكتب «source» وفيه عنوان https، أو «file» وفيه اسم ملف في Content/assets.",
                Example(
                    .settings, "scripts: [{source: \"http://statistics.example/a.js\"}]",
                    mended: "scripts: [{source: \"https://statistics.example/a.js\"}]"))
        case .scriptFile:
            Explanation(
                en: "A script that is a file of the outlet lies in Content/assets, as its digest says.",
                cause: "There is no such file, or it is another one than the digest was made of.",
                cure: "Put the file there, or take the digest of the file that is there: the message has it.",
                ar: "البرنامج الذي هو ملف للموقع يوجد في Content/assets وتطابقه بصمته.",
                cause: "لا ملف بهذا الاسم، أو هو غير الملف الذي أُخذت بصمته.",
                cure: "ضع الملف هناك، أو اكتب بصمة الملف الموجود كما في الرسالة.",
                Example(
                    .settings, "scripts: [{file: statistics.js}]",
                    mended: "scripts: [{source: \"https://statistics.example/a.js\"}]"))
        case .scriptIntegrity:
            Explanation(
                en: "The digest of a script is sha256, sha384 or sha512 in base64.",
                cause: "It was cut short, or is of another kind.",
                cure: "Copy it whole from whoever gives the script.",
                ar: "بصمة البرنامج sha256 أو sha384 أو sha512 بترميز base64.",
                cause: "قُطعت البصمة، أو هي من نوع آخر.",
                cure: "انسخها كاملة ممن يقدّم البرنامج.",
                Example(
                    .settings, "scripts: [{source: \"https://statistics.example/a.js\", integrity: sha256-abc}]",
                    mended: "scripts: [{source: \"https://statistics.example/a.js\"}]"))
        case .policySource:
            Explanation(
                en: "The security policy allows hosts and hashes by their names.",
                cause: "What is written would let in whatever somebody brings into a page.",
                cure: "Put script and style into files of Content/assets, and name the hosts that others come from.",
                ar: "تسمح سياسة الأمن بمضيفين وبصمات مسمّاة.",
                cause: "يُدخل المكتوب كل ما يُدسّ في الصفحة.",
                cure: "ضع البرامج والأنماط في ملفات تحت Content/assets، وسمِّ المضيفين الذين يأتي منهم سواها.",
                Example(
                    .settings, "csp: {script-src: \"'unsafe-inline'\"}",
                    mended: "csp: {script-src: https://cdn.example.org}"))
        case .consentName:
            Explanation(
                en: "What a script waits for is one of the consents that site.yaml asks for.",
                cause: "No consent has this name, and readers would never be asked.",
                cure: "Correct the name, or add it under “consent” with what readers are asked.",
                ar: "ما ينتظره البرنامج إحدى الموافقات التي يسأل عنها site.yaml.",
                cause: "لا موافقة بهذا الاسم، فلن يُسأل القارئ أبدًا.",
                cure: "صحّح الاسم، أو أضفه تحت «consent» وفيه ما يُسأل عنه القارئ.",
                Example(
                    .settings, "scripts: [{source: \"https://statistics.example/a.js\", consent: statistics}]",
                    mended: """
                        consent: {statistics: May we count which stories are read?}
                        scripts: [{source: "https://statistics.example/a.js", consent: statistics}]
                        """))
        case .adPlace:
            Explanation(
                en: "A place for advertisements has a name and a paragraph of its own.",
                cause: "Two places have the same, or the name is none that a template can write.",
                cure: "Give one of them another.",
                ar: "لموضع الإعلان اسم وفقرة لا يشاركه فيهما موضع.",
                cause: "لموضعين الاسم نفسه أو الفقرة نفسها، أو هو اسم لا يُكتب في قالب.",
                cure: "أعطِ أحدهما غيره.",
                Example(
                    .settings,
                    """
                    ads:
                      first: {phone: 300x250, after_paragraph: 4}
                      second: {phone: 300x250, after_paragraph: 4}
                    """,
                    mended: """
                        ads:
                          first: {phone: 300x250, after_paragraph: 4}
                          second: {phone: 300x250, after_paragraph: 9}
                        """))
        case .adSize:
            Explanation(
                en: "A place for advertisements has the room that pages keep for it.",
                cause: "It has no size, or one that is not width and height.",
                cure: "Write width and height in pixels, for phones, for wider windows, or for both.",
                ar: "لموضع الإعلان مساحة تحفظها له الصفحات.",
                cause: "لا مقاس له، أو ليس المكتوب عرضًا وارتفاعًا.",
                cure: "اكتب العرض والارتفاع بالبكسل، للهاتف أو للنوافذ الأعرض أو لكليهما.",
                Example(
                    .settings, "ads: {text: {phone: wide, after_paragraph: 4}}",
                    mended: "ads: {text: {phone: 300x250, after_paragraph: 4}}"))
        case .neverShown:
            Explanation(
                en: "What site.yaml names for pages comes to readers.",
                cause: "No template shows this place, or nothing waits for this consent, or the theme asks for none.",
                cure:
                    "Print the place in a template, take the line out, or add consent.html and consent.js to the theme.",
                ar: "ما يسمّيه site.yaml للصفحات يصل إلى القراء.",
                cause: "لا قالب يعرض هذا الموضع، أو لا شيء ينتظر هذه الموافقة، أو لا يسأل القالب عن موافقات.",
                cure: "اعرض الموضع في قالب، أو احذف السطر، أو أضف consent.html وconsent.js إلى القوالب.",
                Example(
                    .settings, "ads: {middle: {phone: 300x250}}",
                    mended: "ads: {middle: {phone: 300x250, after_paragraph: 4}}"))
        }
    }
}
