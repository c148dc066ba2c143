/// What a diagnostic is about: a case of an enum that stands beside the code that reports it. The raw value is the id,
/// lower-case words joined by hyphens; messages may be reworded, the id never changes.
///
///     package enum PageRule: String, Rule {
///         case duplicateURL = "duplicate-url"
///     }
package protocol Rule: RawRepresentable<String>, CaseIterable, Sendable {
    /// Heading of the enum's rules in the documentation.
    static var theme: (english: String, arabic: String) { get }

    var explanation: Explanation { get }
}

/// The page of a rule: what holds, why it was not so, what to do, and an example.
///
/// All texts are whole sentences that speak to an editor.
package struct Explanation: Sendable {
    /// A page in one language.
    package struct Text: Sendable {
        package let sentence: String
        package let cause: String
        package let cure: String
        /// What is reported, and the same as it should be.
        package let wrong: String
        package let mended: String
    }

    package let english: Text
    package let arabic: Text
    /// Where the example stands.
    package let place: ExamplePlace

    package init(
        en english: String, cause: String, cure: String, ar arabic: String, cause arabicCause: String,
        cure arabicCure: String, _ example: Example
    ) {
        let (first, second) = example.texts
        self.english = Text(sentence: english, cause: cause, cure: cure, wrong: first.wrong, mended: first.mended)
        self.arabic = Text(
            sentence: arabic, cause: arabicCause, cure: arabicCure, wrong: second.wrong, mended: second.mended)
        place = example.place
    }
}

/// Where an example stands in a site.
package enum ExamplePlace: Sendable, Hashable {
    /// Lines of an article's front matter.
    case frontMatter
    /// Text of an article.
    case body
    /// Lines of site.yaml.
    case settings
    /// The template of articles.
    case template
    /// A whole file.
    case file(String)
    /// In no text: it tells of pictures, folders and commands.
    case told
}

/// What a rule refuses, and how it is mended.
package struct Example: Sendable {
    let place: ExamplePlace
    let texts: (english: (wrong: String, mended: String), arabic: (wrong: String, mended: String))

    /// An example for readers of either language.
    package init(_ place: ExamplePlace, _ wrong: String, mended: String) {
        self.init(place, wrong, mended: mended, ar: wrong, mended: mended)
    }

    /// An example in the readers' own language.
    package init(
        _ place: ExamplePlace, _ wrong: String, mended: String, ar arabic: String, mended arabicMended: String
    ) {
        self.place = place
        texts = ((wrong, mended), (arabic, arabicMended))
    }
}
