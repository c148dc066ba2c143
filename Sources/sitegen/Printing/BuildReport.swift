import ArabicText
import Base
import Publishing

/// The report of a build that was done: totals, articles that readers do not see yet, timings.
struct BuildReport {
    let outcome: Build.Outcome
    let took: Duration
    let isVerification: Bool

    private var arabic: Bool { outcome.speaksArabic ?? false }

    /// The totals, and the articles that readers do not see yet.
    var lines: [String] {
        [total] + (outcome.unpublished.flatMap { line($0) }.map { [$0] } ?? [])
    }

    /// A line for each stage.
    var timings: [String] {
        outcome.stages.map { stage in
            let gap = String(repeating: " ", count: max(1, 11 - stage.name.count))
            return stage.name + gap + stage.duration.milliseconds
        }
    }

    private var total: String {
        let articles = Counted.articles.phrase(outcome.articles, arabic: arabic)
        let pages = Counted.pages.phrase(outcome.pages, arabic: arabic)
        let tally = outcome.tally
        let (written, unchanged, removed) = (
            Counted.files.phrase(tally.written, arabic: arabic), Counted.files.phrase(tally.unchanged, arabic: arabic),
            Counted.files.phrase(tally.removed, arabic: arabic)
        )
        if isVerification {
            return arabic
                ? "\(articles)، \(pages): \(unchanged) كما يصنعها البناء (\(took.milliseconds))"
                : "\(articles), \(pages): \(unchanged) as a build makes them in \(took.milliseconds)"
        }
        guard arabic else {
            return "\(articles), \(pages): \(written) written, \(tally.unchanged) unchanged, \(tally.removed) removed "
                + "in \(took.milliseconds)"
        }
        return "\(articles)، \(pages): "
            + (tally.written == 0 ? "لم يُكتب شيء" : "كُتب \(written)")
            + (tally.removed == 0 ? "" : "، وحُذف \(removed)")
            + (tally.unchanged == 0 ? "" : "، ولم يتغير \(unchanged)")
            + " (\(took.milliseconds))"
    }

    /// How many articles readers do not see yet, and until when; nil where they see all.
    private func line(_ unpublished: UnpublishedArticles) -> String? {
        var parts: [String] = []
        if unpublished.embargoed > 0, let next = unpublished.next, let last = unpublished.last {
            let articles = Counted.articles.phrase(unpublished.embargoed, arabic: arabic)
            parts.append(
                arabic
                    ? "\(articles) حتى \(next)" + (last == next ? "" : "، وآخرها \(last)")
                    : "\(articles) until \(next)" + (last == next ? "" : ", the last \(last)"))
        }
        if unpublished.drafts > 0 { parts.append(Counted.drafts.phrase(unpublished.drafts, arabic: arabic)) }
        guard !parts.isEmpty else { return nil }
        return (arabic ? "محجوب عن القراء: " : "held back: ") + parts.joined(separator: arabic ? "؛ و" : "; ")
    }
}
