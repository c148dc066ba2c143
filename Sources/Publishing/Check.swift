package import Base
package import Content
package import Pages

/// Everything at once: what a build checks, the copy desk's advice, the pictures' files.
package struct Check: Sendable {
    private let load: LoadOptions

    package init(_ load: LoadOptions) { self.load = load }

    /// What a check found.
    package struct Remarks: Sendable {
        /// By place, each once.
        package let problems: [Diagnostic]
        /// Nil where site.yaml could not be read.
        package let speaksArabic: Bool?
        /// Other hosts that pages call; empty where the site is in error.
        package let thirdParties: [ThirdPartyCalls.Count]
    }

    /// Checks the site in `tree` as it is now, and as it will be when the last article under embargo appears.
    package func run(on tree: some FileTree) -> Remarks {
        let (problems, proof) = remarks(on: tree, load)
        return Remarks(
            problems: (problems + remarksAhead(on: tree)).judged(.complete),
            speaksArabic: proof.outlet?.arabicMessages, thirdParties: proof.thirdParties(load.workers))
    }

    private func remarks(on tree: some FileTree, _ load: LoadOptions) -> (problems: [Diagnostic], proof: Proof) {
        let proof = Proof.pull(from: tree, load)
        let advice = proof.edition.map { editorialAdvice(on: $0, from: tree, workers: load.workers) } ?? []
        return (proof.diagnostics + advice, proof)
    }

    /// What concerns articles that appear later: at their hour nobody may be at the desk.
    private func remarksAhead(on tree: some FileTree) -> [Diagnostic] {
        let coming = load.showsUnpublished ? [] : schedule(of: tree, load).changes.filter { $0.kind == .published }
        guard let last = coming.last?.instant else { return [] }
        var then = load
        then.now = last
        let paths = Set(coming.map(\.path))
        return remarks(on: tree, then).problems.filter { problem in
            paths.contains(problem.location?.path ?? "") || paths.contains { problem.message.english.contains($0) }
        }
    }
}

extension Proof {
    /// Other hosts that the site's pages call.
    fileprivate func thirdParties(_ workers: Workers) -> [ThirdPartyCalls.Count] {
        guard !hasErrors, let edition, let plan, let press else { return [] }
        return ThirdPartyCalls(edition, plan, theme, press).counts(workers)
    }
}
