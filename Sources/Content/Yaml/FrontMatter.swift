import Base

/// The YAML between the `---` lines at the head of an article, and the text behind it.
struct FrontMatter {
    static let largest = 64 * 1024

    private let path: String
    private let text: [UInt8]
    private let textKeys: TextKeys
    /// Where the text behind the front matter starts, as an offset in the file.
    let bodyStart: Int
    let warnings: [Diagnostic]

    init(of file: [UInt8], path: String, textKeys: TextKeys) throws(Diagnostic) {
        var lines = Lines(file[...])
        guard let first = lines.next(), Self.isFence(first) else {
            if file.starts(with: "+++".utf8) { throw Self.isTOML(path) }
            let ink = file.lazy.filter { $0 > 0x20 }
            if ink.starts(with: "{\"".utf8) { throw Self.isJSON(path) }
            throw Diagnostic(
                id: YamlRule.frontMatterMissing,
                Message(
                    en:
                        "an article starts with its front matter between two lines of three hyphens; the first "
                        + "line is not “---”",
                    ar: "يبدأ المقال ببياناته بين سطرين من ثلاث شُرَط؛ السطر الأول ليس «---»"),
                at: Location(path: path, line: 1))
        }
        var end: Int?
        while let line = lines.next() {
            if Self.isFence(line) {
                end = line.startIndex
                break
            }
        }
        guard let end else {
            throw Diagnostic(
                id: YamlRule.frontMatterOpen,
                Message(
                    en: "front matter ends with a line of three hyphens; none follows this one",
                    ar: "تنتهي بيانات المقال بسطر من ثلاث شُرَط «---»؛ لا سطر كهذا بعد هذا السطر"),
                at: Location(path: path, line: 1))
        }
        guard end <= Self.largest else {
            throw Diagnostic(
                id: YamlRule.frontMatterSize,
                Message(
                    en: "front matter takes at most 64 KB; move long text below the second “---”",
                    ar: "لا تتجاوز بيانات المقال 64 كيلوبايت؛ انقل النص الطويل إلى ما بعد «---» الثانية"),
                at: Location(path: path))
        }
        (text, warnings) = cleaned(Array(file[first.endIndex..<end]), at: first.endIndex, of: file, path: path)
        (self.path, self.textKeys) = (path, textKeys)
        bodyStart = lines.position
    }

    /// What it states, with text as editors meant it, and what is wrong with the places of keys; nil where nothing
    /// stands there. Throws where it is no YAML.
    func yaml() throws(Diagnostic) -> (yaml: Yaml?, problems: [Diagnostic]) {
        if let plain = PlainFrontMatter.yaml(text, keys: textKeys, path: path, firstLine: 2) { return (plain, []) }
        return try Yaml.parse(written: text, keys: textKeys, path: path, firstLine: 2)
    }

    private static func isTOML(_ path: String) -> Diagnostic {
        Diagnostic(
            id: YamlRule.frontMatterMissing,
            Message(
                en:
                    "front matter is YAML between two lines “---”; this is TOML; write “---” for “+++” and “key: "
                    + "value” for “key = value”",
                ar:
                    "تُكتب بيانات المقال بصيغة YAML بين سطرين «---»؛ وهذه TOML؛ اكتب «---» مكان «+++» و«مفتاح: "
                    + "قيمة» مكان «مفتاح = قيمة»"
            ),
            at: Location(path: path, line: 1))
    }

    private static func isJSON(_ path: String) -> Diagnostic {
        Diagnostic(
            id: YamlRule.frontMatterMissing,
            Message(
                en:
                    "front matter is YAML between two lines “---”; this is JSON; write “---” for “{” and “}” and "
                    + "“key: value” "
                    + "for “\"key\": \"value\",”",
                ar: "تُكتب بيانات المقال بصيغة YAML بين سطرين «---»؛ وهذه JSON؛ اكتب «---» مكان «{» و«}» و«مفتاح: "
                    + "قيمة» "
                    + "مكان «\"مفتاح\": \"قيمة\",»"),
            at: Location(path: path, line: 1))
    }

    /// Whether the line is `---`, invisible characters at its ends left out.
    static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.drop(while: { $0 > 0x7F }).starts(with: "---".utf8) else { return false }
        return bare(String(decoding: trimmed(line), as: UTF8.self)) == "---"
    }
}
