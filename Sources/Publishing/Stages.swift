/// The stages of a build, in their order, under the names that `--timings` prints.
package enum Stage: String, Sendable {
    case compare, read, typeset, plan, compile, check, publish
}

/// Runs stages one after the other, and notes how long each took.
package final class Stages {
    /// How long each stage took, in the order of the stages.
    package private(set) var durations: [(name: String, duration: Duration)] = []
    private let clock = ContinuousClock()
    private let finished: (String) -> Void

    /// - Parameter finished: told the name of each stage when it has ended.
    package init(finished: @escaping (String) -> Void = { _ in }) { self.finished = finished }

    func run<Result>(_ stage: Stage, _ work: () -> Result) -> Result {
        let start = clock.now
        let result = work()
        durations.append((stage.rawValue, clock.now - start))
        finished(stage.rawValue)
        return result
    }
}
