package import Base

/// What `sitegen search` needs.
package enum SearchRule: String, Rule {
    case searchIndex = "search-index"

    package static var theme: (english: String, arabic: String) { ("The search", "البحث") }

    package var explanation: Explanation {
        Explanation(
            en: "The search reads the index of a site that was built, all files of one build.",
            cause: "Nothing is built there, the site has no search, or some of the files are older than others.",
            cure: "Build the site, or name its folder with “--output”.",
            ar: "يقرأ البحث فهرس موقع مبني، ملفاته كلها من بناء واحد.",
            cause: "لا موقع مبنيًا هناك، أو لا بحث في الموقع، أو بعض الملفات أقدم من بعض.",
            cure: "ابنِ الموقع، أو اذكر مجلده بعد \u{200E}«--output»\u{200E}.",
            Example(.told, "sitegen search مياه", mended: "sitegen build && sitegen search مياه"))
    }
}
