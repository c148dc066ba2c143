import Base

/// The page of all rules for people: docs/diagnostics.md, and docs/ar/diagnostics.md with `arabic`.
package func diagnosticsReference(arabic: Bool) -> String {
    var page = arabic ? arabicHead : englishHead
    var seen: [String: Int] = [:]
    for theme in RuleBook.themes {
        let ids = theme.all.map { "[`\($0.rawValue)`](#\(anchor(of: $0, &seen)))" }.joined(separator: " ")
        page += "- \(name(of: theme, arabic)): \(ids)\n"
    }
    for theme in RuleBook.themes {
        page += "\n## \(name(of: theme, arabic))\n"
        for rule in theme.all { page += "\n" + entry(rule, arabic: arabic) }
    }
    return page + (arabic ? "\n</div>\n" : "")
}

/// As GitHub makes it: the heading, and a number where it comes again.
private func anchor(of rule: any Rule, _ seen: inout [String: Int]) -> String {
    let id = rule.rawValue
    defer { seen[id, default: 0] += 1 }
    return seen[id].map { "\(id)-\($0)" } ?? id
}

private func name(of theme: any Rule.Type, _ arabic: Bool) -> String {
    arabic ? theme.theme.arabic : theme.theme.english
}

private func entry(_ rule: any Rule, arabic: Bool) -> String {
    let explanation = rule.explanation
    let text = arabic ? explanation.arabic : explanation.english
    let place = explanation.place.name(arabic: arabic) ?? (arabic ? "مثال" : "For example")
    return """
        ### \(rule.rawValue)

        \(prose(text.sentence))

        - **\(arabic ? "السبب" : "Cause")**: \(prose(text.cause))
        - **\(arabic ? "العلاج" : "Cure")**: \(prose(text.cure))

        \(place):

        ```diff
        \(text.exampleLines.joined(separator: "\n"))
        ```

        """
}

/// A sentence that names elements and notes, which are to be seen and not to be read as such.
private func prose(_ sentence: String) -> String {
    sentence.replacing("<", with: "\\<").replacing("[^", with: "\\[^")
}

private let englishHead = """
    # Diagnostics

    <!-- Written by `make docs` from the code; change it there. -->

    Every message ends with an id in brackets, such as `[broken-link]`. Here is what each of them means, why it comes and what to do;
    `sitegen explain broken-link` prints the same, `sitegen explain` the list. In the examples a line with `-` is reported, and a line
    with `+` stands in its place. [بالعربية](ar/diagnostics.md)


    """

private let arabicHead = """
    <div dir="rtl" lang="ar">

    # الرسائل

    <!-- Written by `make docs` from the code; change it there. -->

    في آخر كل رسالة معرّف بين قوسين، مثل `[broken-link]`. هنا معنى كل منها وسببه وعلاجه؛ والأمر `sitegen explain broken-link` يطبع
    ذلك نفسه، و`sitegen explain` القائمة كلها. السطر الذي قبله `-` في الأمثلة هو الذي تأتي الرسالة بسببه، والذي قبله `+` يحل محله.
    [In English](../diagnostics.md)


    """
