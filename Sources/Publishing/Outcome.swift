package import Base

extension Build {
    /// What became of a build.
    package struct Outcome: Sendable {
        /// Sorted by place; without the copy desk's advice where nobody asked for it.
        package var diagnostics: [Diagnostic] = []
        /// Articles and pages of the site that was published.
        package var articles = 0
        package var pages = 0
        /// Files of the output folder.
        package var tally = Tally()
        /// Articles and pictures that were left out because they are broken, by path.
        package var heldBack: [String] = []
        /// Nil where nothing was published.
        package var unpublished: UnpublishedArticles?
        /// How long each stage took.
        package var stages: [(name: String, duration: Duration)] = []
        /// Whether messages are to be in Arabic; nil where site.yaml could not be read.
        package var speaksArabic: Bool?
        /// Kept alive until exit, because releasing 100,000 articles takes longer than exiting.
        package var keptAlive: [any Sendable] = []

        /// Whether anything found is an error.
        package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

        /// Whether something is wrong besides what stands in articles that were left out.
        package var stops: Bool { !diagnostics.errors(besides: heldBack).isEmpty }

        /// The outcome of the build that left `record`, of which nothing has changed.
        func repeating(_ record: BuildRecord) -> Outcome {
            var outcome = self
            outcome.diagnostics = record.diagnostics
            outcome.articles = record.articles
            outcome.pages = record.pages
            outcome.speaksArabic = record.speaksArabic
            outcome.unpublished = record.unpublished
            outcome.tally.unchanged = record.files.count
            return outcome
        }
    }
}
