package import Base
import EmbeddedFiles

/// A small complete outlet that builds at once: settings, a front page, five articles, two standing pages, the theme; a
/// handbook for editors; and what publishes it.
package enum StarterSite {
    /// Path, relative to the site's folder, and bytes of every file.
    ///
    /// - Parameter today: the day the articles are dated.
    package static func files(today: CivilDate) -> [(path: String, bytes: [UInt8])] {
        let (year, date) = (today.year, today.iso)
        let articles = StarterArticle.all.map { ("Content/articles/\(year)/\(date)-\($0.name).md", $0.text(date)) }
        let texts = [
            ("Content/site.yaml", settings), ("Content/frontpage.yaml", frontPage),
            ("Content/authors/قسم-التحرير.md", desk), ("Content/pages/من-نحن.md", about),
            ("Content/pages/سياسة-التصويب.md", policy), ("Public/.gitignore", "*\n!.gitignore\n"),
            (".gitignore", ".sitegen/\n"), ("README.md", StarterHandbook.text),
            (".github/workflows/publish.yml", StarterWorkflow.github), (".gitlab-ci.yml", StarterWorkflow.gitlab),
        ]
        return (texts + articles).map { ($0, Array($1.utf8)) } + theme
            + [(ThemeRecord.path, ThemeRecord(of: theme).bytes)]
    }

    /// The files of `Templates/`, as they were when the program was compiled.
    package static var theme: [(path: String, bytes: [UInt8])] {
        sequence(state: 0) { index in
            defer { index += 1 }
            guard let file = embeddedThemeFile(index)?.pointee else { return nil }
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
            return (String(cString: file.path), [UInt8](bytes))
        }.map { $0 }
    }

    /// Writes the outlet into a folder that holds nothing; anything in it is a reason to refuse.
    package static func write(to folder: some OutputTree, named name: String, today: CivilDate) throws(Diagnostic) {
        if let stranger = try folder.entries(under: "").first {
            throw Diagnostic(
                id: PublishingRule.folderNotEmpty,
                Message(
                    en:
                        "a new site goes into a folder that is new or empty; this one holds “\(stranger.path)”; "
                        + "name another",
                    ar: "يوضع الموقع الجديد في مجلد جديد أو فارغ؛ وهذا فيه «\(stranger.path)»؛ سمِّ غيره"),
                at: Location(path: name))
        }
        let writer = folder.writer()
        for file in files(today: today) { try writer.write(file.bytes, to: file.path) }
    }

    private static let settings = """
        # اسم الصحيفة وعنوانها هما المطلوبان وحدهما؛ وما عداهما اختياري.
        name: صحيفة جديدة
        url: https://example.org/
        description: صحيفة تبدأ اليوم.
        language: ar
        # مثل Africa/Cairo أو Asia/Riyadh: بها تُقرأ مواعيد النشر.
        time_zone: UTC
        sections: أخبار، رأي

        """

    private static let frontPage = """
        # الموضع الأول هو الخبر الرئيس. اذكر المقال باسم ملفه أو مساره، أو دع القسم يملأ الموضع.
        slots:
          - article: أهلا-بكم
            newest: نعم
          - section: أخبار

        """

    private static let desk = "---\nname: قسم التحرير\nkind: organization\n---\n"

    private static let about = """
        ---
        title: من نحن
        order: 1
        ---

        اكتب هنا من أنتم، وكيف يصل القراء إليكم.

        """

    private static let policy = """
        ---
        title: سياسة التصويب
        order: 2
        ---

        نصوّب أخطاءنا علنًا: نقول ما كان خطأ وما الصواب، ومتى صُحّح.

        """
}
