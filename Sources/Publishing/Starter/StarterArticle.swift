/// An article of a new outlet: it tells editors how something is done.
struct StarterArticle {
    /// Name of its file, without the date.
    let name: String
    private let title: String
    private let summary: String
    private let section: String
    private let kind: String?
    private let id: String
    private let body: String

    private init(
        _ id: String, name: String, title: String, summary: String, section: String = "أخبار", kind: String? = nil,
        _ body: String
    ) {
        (self.id, self.name, self.title, self.summary) = (id, name, title, summary)
        (self.section, self.kind, self.body) = (section, kind, body)
    }

    /// - Parameter date: the day of publication, such as `2024-01-24`.
    func text(_ date: String) -> String {
        """
        ---
        title: \(title)
        summary: \(summary)
        date: \(date)
        author: قسم التحرير
        section: \(section)\(kind.map { "\nkind: \($0)" } ?? "")
        tags: بداية
        id: \(id)
        ---

        \(body)

        """
    }

    static let all = [
        StarterArticle(
            "welcome", name: "أهلا-بكم", title: "أهلًا بكم", summary: "هذه مادة أولى؛ غيّرها أو احذفها.",
            """
            كل مادة ملف في مجلد `Content/articles`. بين السطرين `---` بياناتها، وتحتهما نصها.

            شغّل `sitegen serve` وافتح الصفحة في المتصفح، ثم احفظ أي تغيير هنا تره فورًا.
            """),
        StarterArticle(
            "writing", name: "كيف-نكتب-خبرا", title: "كيف نكتب خبرًا", summary: "سطران عن العنوان والتاريخ والحظر.",
            """
            العنوان والتاريخ مطلوبان، وما سواهما اختياري. وإذا كان التاريخ في المستقبل بقيت المادة محجوبة حتى يحين.

            ## تصويب الخطأ

            أضف سطر `corrections` إلى بيانات المادة، فيظهر التصويب في صفحتها وفي صفحة التصويبات.
            """),
        StarterArticle(
            "pictures", name: "كيف-نضيف-صورة", title: "كيف نضيف صورة", summary: "الصورة، ووصفها لمن لا يراها.",
            """
            ضع الصورة في مجلد المادة، واذكرها في بياناتها:

            ```yaml
            image:
              src: rain.jpg
              alt: غيمة فوق النهر
            ```

            ما بعد `alt` وصف الصورة، تقرؤه برامج قراءة الشاشة لمن لا يراها. وتُنشر الصورة بلا ما سجلته آلة التصوير فيها من
            مكان ووقت وأسماء.
            """),
        StarterArticle(
            "front-page", name: "كيف-نرتب-الواجهة", title: "كيف نرتب الواجهة", summary: "ما يتقدم، وما يأتي وحده.",
            """
            يرتب الملف `Content/frontpage.yaml` أبرز المواد، وأولها أكبرها. وما لم يُذكر فيه يأتي وحده: أحدث المواد في قائمتها،
            وكل قسم بمواده.

            وللخبر العاجل أضف إلى الملف `breaking` وتحته النص والرابط، فيظهر شريط فوق الصفحة.
            """),
        StarterArticle(
            "corrections", name: "لماذا-نصوب-علنا", title: "لماذا نصوّب علنًا", summary: "الخطأ الذي يُصوَّب لا يُنكَر.",
            section: "رأي", kind: "opinion",
            """
            من يمحو خطأه في صمت يترك من قرأه على خطئه. ومن يقول: أخطأنا، وهذا هو الصواب، يصل إلى القارئين: من قرأ أمس، ومن
            يقرأ اليوم.

            لهذا يبقى التصويب في صفحة المادة، وتجمع صفحة واحدة التصويبات كلها.
            """),
    ]
}
