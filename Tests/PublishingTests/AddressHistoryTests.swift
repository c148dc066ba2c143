import Base
import Content
import Foundation
import Pages
import Publishing
import Testing

/// Whatever happens to an outlet, every address that was ever recorded answers 200, 301 or 410, on every server and in
/// the preview, or the build names it; and an incremental build leaves what a clean one makes.
///
/// `HISTORY_STEPS=5000 SEED=7 swift test --filter AddressHistoryTests` runs a longer history.
@Suite struct AddressHistoryTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let steps = environment["HISTORY_STEPS"].flatMap { Int($0) } ?? 200
    private static let seeds: [UInt64] = environment["SEED"].flatMap { UInt64($0) }.map { [$0] } ?? [1, 2]

    @Test(arguments: seeds) func noAddressIsLostWithoutAWord(_ seed: UInt64) {
        var run = HistoryRun(seed: seed)
        for number in 0..<(Self.steps / Self.seeds.count) {
            guard let problem = run.step() else { continue }
            Issue.record("SEED=\(seed), step \(number): \(problem)\nThe last steps:\n\(run.lastSteps)")
            return
        }
        if Self.environment["HISTORY_STEPS"] != nil { print("SEED=\(seed): \(run.summary)") }
        #expect(run.built > 20 && run.recorded.count > 20, "\(run.summary)")
    }
}

private struct HistoryRun {
    private var random: SplitMix64
    private var history: AddressHistory
    /// As it was when it could last be built.
    private var sound: AddressHistory
    private var desk = AddressDesk()
    private let cache = MemoryTree()
    private var log: [String] = []
    private(set) var built = 0
    private(set) var recorded: Set<URLPath> = []
    private var answers: [String: Int] = [:]
    private var refusals: [String: Int] = [:]
    private var mended = 0

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        history = AddressHistory(&random)
        sound = history
    }

    var lastSteps: String { log.suffix(12).joined(separator: "\n") }
    var summary: String {
        "\(built) builds, \(recorded.count) addresses recorded, answers \(answers.sorted { $0.key < $1.key }), refused "
            + "\(refusals.sorted { $0.key < $1.key }), \(mended) lost addresses mended by the line that was given"
    }

    /// One step; what is wrong, or nil.
    mutating func step() -> String? {
        if built > 0 { log.append(history.step(&random)) }
        var isMended = false
        while true {
            history.save(into: desk.files)
            let (outcome, problem) = build()
            if let problem { return problem }
            let errors = outcome.diagnostics.filter { $0.severity == .error }
            guard !errors.isEmpty else { break }
            if built == 0 { return "wrong from the start: \(errors.map(\.message.english))" }
            for error in errors { refusals[error.id, default: 0] += 1 }
            if let problem = unnamed(errors) { return problem }
            let lines = errors.compactMap { Self.line(for410: $0.message.english) }
            // Half of what is lost is mended as the message says, the rest is taken back.
            guard !isMended, lines.count == errors.count, random.oneIn(2) else {
                if isMended { return "what the messages say mends nothing: \(errors.map(\.message.english))" }
                history = sound
                history.save(into: desk.files)
                log.append("taken back: \(errors[0].message.english)")
                return nil
            }
            history.redirects += lines
            mended += lines.count
            isMended = true
            log.append("mended: \(lines)")
        }
        sound = history
        built += 1
        if let problem = ask() { return problem }
        guard random.oneIn(3) else { return nil }
        desk.load.now = Instant(seconds: history.now)
        desk.record()
        log.append("recorded")
        recorded.formUnion(desk.ledger.entries.flatMap(\.urls))
        let owners = Dictionary(grouping: desk.ledger.entries, by: \.urls.first).values.filter { $0.count > 1 }
        return owners.first.map { "lines have one address: \($0.map(\.written))" }
    }

    /// Asks every server for all that was recorded.
    private mutating func ask() -> String? {
        let servers = ServerAnswers(desk.output, Proof.pull(from: desk.files, load), from: desk.files)
        for url in recorded {
            let statuses = servers.statuses(of: url)
            for (server, status) in statuses {
                answers["\(server) \(status)", default: 0] += 1
                // Cloudflare has no 410, so that a feed is not there where others say that it is gone.
                let isGoneFeed = server == "Cloudflare" && statuses.contains { $0.status == 410 }
                if ![200, 301, 410].contains(status), !isGoneFeed {
                    return "“/\(url.text)” is lost without a word on \(server): \(statuses)"
                }
            }
        }
        return nil
    }

    /// The line `/old/ 410` that a message offers.
    private static func line(for410 message: String) -> String? {
        guard let end = message.range(of: "\t410”") else { return nil }
        let start = message[..<end.lowerBound].lastIndex(of: "“").map { message.index(after: $0) }
        return start.map { "\(message[$0..<end.lowerBound])\t410" }
    }

    /// What was recorded, has no page in this plan and stands in no message.
    private func unnamed(_ errors: [Diagnostic]) -> String? {
        guard errors.allSatisfy({ $0.id.hasPrefix("published-url") }),
            let plan = Proof.pull(from: desk.files, load).plan
        else {
            return nil
        }
        let known = Set(plan.outputs.map(\.url))
        let messages = errors.map(\.message.english).joined()
        // A list's older pages and feeds go the way that it goes.
        let named = recorded.filter { messages.contains("“/\($0.text)") }
        let lost = recorded.first { url in
            !known.contains(url) && plan.redirects.answer(to: url.text) == nil
                && !named.contains { url == $0 || $0.text.hasSuffix("/") && url.text.hasPrefix($0.text) }
        }
        return lost.map { "“/\($0.text)” is lost, and only others are named: \(messages)" }
    }

    private var load: LoadOptions {
        LoadOptions(now: Instant(seconds: history.now), workers: Workers(jobs: 1))
    }

    private func build() -> (Build.Outcome, problem: String?) {
        var build = Build(load)
        build.allowsRemovals = true
        let fresh = MemoryTree()
        let clean = build.run(from: desk.files, to: fresh, named: "Public")
        build.cache = BuildCache(in: cache, program: "test", output: "Public")
        let outcome = build.run(from: desk.files, to: desk.output, named: "Public")
        let (one, other) = (outcome.diagnostics.filter { $0.id != "removal-waits" }, clean.diagnostics)
        if one != other {
            return (outcome, "other diagnostics: \(one.map(\.message.english)) and \(other.map(\.message.english))")
        }
        guard !clean.stops else { return (outcome, nil) }
        let paths = Set(desk.output.paths).union(fresh.paths).filter { desk.output[$0] != fresh[$0] }
        return (outcome, paths.isEmpty ? nil : "an incremental build differs in \(paths.sorted())")
    }
}
