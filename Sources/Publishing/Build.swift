package import Base
package import Content
import Pages

/// The whole pipeline: a newsroom's folder becomes a site.
package struct Build: Sendable {
    package var load: LoadOptions
    package var rewritesAll = false
    /// Warnings count as errors, and the copy desk's advice counts as a warning.
    package var isStrict = false

    package init(_ load: LoadOptions) { self.load = load }

    package struct Outcome: Sendable {
        /// Sorted by place; without the copy desk's advice where nobody asked for it.
        package var diagnostics: [Diagnostic] = []
        package var articles = 0
        package var pages = 0
        package var tally = Tally()
        package var stages: [(name: String, duration: Duration)] = []
        /// Whether messages are to be in Arabic; nil where site.yaml could not be read.
        package var speaksArabic: Bool?

        package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    /// Reads `site`, checks all of it, and only then writes to `output`. With errors nothing is written.
    package func run(from site: some FileTree, to output: some OutputTree, named outputName: String) -> Outcome {
        var outcome = Outcome()
        var clock = StageClock()
        var problems: [Diagnostic] = []

        let loaded = loadSite(site, load)
        problems += loaded.diagnostics
        outcome.speaksArabic = loaded.outlet?.arabicMessages
        clock.finish("load", &outcome)

        let read = Theme.read(site)
        problems += read.diagnostics
        let edition = loaded.site.map { Edition.typeset($0, workers: load.workers) }
        problems += edition?.diagnostics ?? []
        clock.finish("typeset", &outcome)

        let press = edition.map { Press.make($0.edition, read.theme, workers: load.workers) }
        let plan = edition.map { PagePlan.make($0.edition, read.theme, now: load.now, workers: load.workers) }
        problems += (press?.diagnostics ?? []) + (plan?.diagnostics ?? [])
        clock.finish("compile", &outcome)

        let publication = Result { () throws(Diagnostic) in try Publication(into: output, named: outputName) }
        if case .failure(let problem) = publication { problems.append(problem) }
        outcome.diagnostics = judged(problems)
        guard !outcome.hasErrors, let press = press?.press, let plan = plan?.plan, case .success(let publication) = publication else {
            return outcome
        }
        let result = publication.publish(plan, with: press, from: site, rewritesAll: rewritesAll, workers: load.workers)
        outcome.diagnostics += result.diagnostics
        outcome.tally = result.tally
        outcome.articles = loaded.site?.articles.count ?? 0
        outcome.pages = plan.pages.count
        clock.finish("publish", &outcome)
        return outcome
    }

    private func judged(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.sorted().compactMap { problem in
            guard seen.insert(problem).inserted, problem.severity != .advice || isStrict else { return nil }
            let severity: Diagnostic.Severity = problem.severity == .error || isStrict ? .error : .warning
            return Diagnostic(severity, id: problem.id, problem.message, at: problem.location)
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
