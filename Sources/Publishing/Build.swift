package import Base
package import Content
import Pages

/// The whole pipeline: a newsroom's folder becomes a site.
package struct Build: Sendable {
    package var load: LoadOptions
    package var rewritesAll = false
    /// Warnings count as errors, and the copy desk's advice counts as a warning.
    package var isStrict = false
    /// A broken article keeps its last page and the rest is published.
    package var holdsBroken = false

    package init(_ load: LoadOptions) { self.load = load }

    package struct Outcome: Sendable {
        /// Sorted by place; without the copy desk's advice where nobody asked for it.
        package var diagnostics: [Diagnostic] = []
        package var articles = 0
        package var pages = 0
        package var tally = Tally()
        /// Articles that were left out because they are broken, by path.
        package var heldBack: [String] = []
        package var stages: [(name: String, duration: Duration)] = []
        /// Whether messages are to be in Arabic; nil where site.yaml could not be read.
        package var speaksArabic: Bool?

        package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

        /// Whether something is wrong besides what stands in articles that were left out.
        package var stops: Bool {
            let held = Set(heldBack)
            return diagnostics.contains {
                $0.severity == .error && !($0.location.map { held.contains($0.path) } ?? false)
            }
        }
    }

    /// Reads `site`, checks all of it, and only then writes to `output`. With errors nothing is written.
    package func run(from site: some FileTree, to output: some OutputTree, named outputName: String, progress: (String) -> Void = { _ in })
        -> Outcome
    {
        var outcome = Outcome()
        var clock = StageClock()
        let finished = { (stage: String) in
            clock.finish(stage, &outcome)
            progress(stage)
        }
        let proof =
            holdsBroken
            ? Proof.pullHoldingBroken(from: site, load, finished: finished)
            : Proof.pull(from: site, load, finished: finished)
        outcome.speaksArabic = proof.outlet?.arabicMessages
        outcome.heldBack = proof.heldBack

        var problems = proof.diagnostics
        if isStrict { problems += proof.edition.map { editorialAdvice(on: $0, from: site, workers: load.workers) } ?? [] }
        let publication = Result { () throws(Diagnostic) in try Publication(into: output, named: outputName) }
        if case .failure(let problem) = publication { problems.append(problem) }
        outcome.diagnostics = judged(problems)
        guard !outcome.stops, let press = proof.press, let plan = proof.plan,
            case .success(let publication) = publication
        else {
            return outcome
        }
        let result = publication.publish(
            plan, with: press, from: site, rewritesAll: rewritesAll, heldBack: proof.heldBack, workers: load.workers)
        outcome.diagnostics += result.diagnostics
        outcome.tally = result.tally
        outcome.articles = proof.site?.articles.count ?? 0
        outcome.pages = plan.pages.count
        clock.finish("publish", &outcome)
        return outcome
    }

    private func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.sorted().compactMap { problem in
            guard problem.severity != .advice || isStrict else { return nil }
            let severity: Diagnostic.Severity = problem.severity == .error || isStrict ? .error : .warning
            let judged = Diagnostic(severity, id: problem.id, problem.message, at: problem.location)
            return seen.insert(judged).inserted ? judged : nil
        }
    }
}

private struct StageClock {
    private let clock = ContinuousClock()
    private var last: ContinuousClock.Instant

    init() { last = clock.now }

    mutating func finish(_ stage: String, _ outcome: inout Build.Outcome) {
        let now = clock.now
        outcome.stages.append((stage, now - last))
        last = now
    }
}
