import Base

/// The page of all keys, made from the very tables that the readers use: `docs/keys.md`, or `docs/ar/keys.md` in Arabic.
package func keyReference(arabic: Bool) -> String {
    var page = arabic ? arabicHead : englishHead
    for file in KeyedFile.allCases {
        page += "\n## \(file.heading(arabic: arabic))\n\n\(file.introduction(arabic: arabic))\n"
        page += table(of: file.vocabulary, arabic: arabic)
        let parts = file.nested.merging(file.single) { nested, _ in nested }
        // In the order in which the keys stand above.
        for key in file.vocabulary.keys {
            guard let part = parts[key.name] else { continue }
            page += "\n### \(key.name)\(arabic ? key.arabic.first.map { "، \($0)" } ?? "" : "")"
            page += arabic ? " (\(file.name(arabic: true)))\n" : " (\(file.name(arabic: false)))\n"
            page += table(of: part, arabic: arabic)
        }
    }
    return page + (arabic ? "\n</div>\n" : "")
}

private func table(of vocabulary: Vocabulary, arabic: Bool) -> String {
    var rows =
        arabic
        ? "\n| المفتاح | بالإنجليزية | معناه |\n|---|---|---|\n" : "\n| key | in Arabic | meaning |\n|---|---|---|\n"
    for key in vocabulary.keys {
        let arabicNames = key.arabic.joined(separator: "، ")
        let names = arabic ? "\(arabicNames) | `\(key.name)`" : "`\(key.name)` | \(arabicNames)"
        rows += "| \(names) | \(key.meaning(arabic: arabic).replacing("|", with: "\\|")) |\n"
    }
    return rows
}

extension KeyedFile {
    fileprivate func name(arabic: Bool) -> String {
        switch self {
        case .article: arabic ? "المادة" : "article"
        case .author: arabic ? "الكاتب" : "author"
        case .page: arabic ? "الصفحة" : "page"
        case .site: arabic ? "الموقع" : "site"
        case .frontpage: arabic ? "الصفحة الأولى" : "front page"
        }
    }

    fileprivate func heading(arabic: Bool) -> String {
        switch self {
        case .article: arabic ? "المادة" : "An article"
        case .author: arabic ? "ملف الكاتب" : "An author's profile"
        case .page: arabic ? "الصفحة الثابتة" : "A standing page"
        case .site: arabic ? "إعدادات الموقع" : "The site"
        case .frontpage: arabic ? "الصفحة الأولى" : "The front page"
        }
    }

    /// Where the file lies.
    fileprivate func introduction(arabic: Bool) -> String {
        switch self {
        case .article:
            arabic
                ? "بين سطرين من `---` في أول كل ملف من `Content/articles/`."
                : "Between two lines of `---` at the top of each file in `Content/articles/`."
        case .author:
            arabic
                ? "مثلها في `Content/authors/`؛ ونص الملف ما تقوله صفحة الكاتب."
                : "The same in `Content/authors/`; the file's text is what the author's page says."
        case .page: arabic ? "مثلها في `Content/pages/`." : "The same in `Content/pages/`."
        case .site: arabic ? "الملف `Content/site.yaml`." : "The file `Content/site.yaml`."
        case .frontpage: arabic ? "الملف `Content/frontpage.yaml`." : "The file `Content/frontpage.yaml`."
        }
    }
}

private let englishHead = """
    # Keys

    <!-- Written by `make docs` from the code; change it there. -->

    Every key that a newsroom may write, with its names in English and Arabic, which mean the same; case, hyphens, blanks and vowel marks make
    no difference. A key that is misspelt is an error that names the right one. `true` is also yes and نعم, `false` is no and لا. A list stands
    between brackets, `[a, b]`, or an item a line, each behind `- `; where texts are expected, commas part them as well.

    """

private let arabicHead = """
    <div dir="rtl" lang="ar">

    # المفاتيح

    <!-- Written by `make docs` from the code; change it there. -->

    كل مفتاح تكتبه غرفة الأخبار، باسميه العربي والإنجليزي، ومعناهما واحد؛ ولا فرق بين الحروف الكبيرة والصغيرة، ولا للوصلات والفراغات والحركات.
    والمفتاح الذي في كتابته خطأ خطأٌ يذكر الصحيح. و`true` هي «نعم»، و`false` هي «لا». والقائمة بين قوسين معقوفين `[أ، ب]`، أو بند في كل سطر بعد
    ‎`- `؛ وحيث يُنتظر نص تفصل الفواصل أيضًا.

    """
