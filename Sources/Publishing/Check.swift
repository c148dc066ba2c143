package import Base
package import Content
import Pages

/// Everything at once: what a build checks, the copy desk's advice, the pictures' files.
package struct Check: Sendable {
    private let load: LoadOptions

    package init(_ load: LoadOptions) { self.load = load }

    package struct Remarks: Sendable {
        /// By place, each once.
        package let problems: [Diagnostic]
        /// Nil where site.yaml could not be read.
        package let speaksArabic: Bool?
    }

    package func run(on tree: some FileTree) -> Remarks {
        let proof = Proof.pull(from: tree, load)
        let advice = proof.edition.map { editorialAdvice(on: $0, from: tree, workers: load.workers) } ?? []
        return Remarks(problems: Set(proof.diagnostics + advice).sorted(), speaksArabic: proof.outlet?.arabicMessages)
    }
}
