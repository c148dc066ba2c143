package import Base
package import Content
package import Pages
package import Search
package import Typesetting

/// A site read, set and checked, with nothing written yet: what a build publishes, `check` reports and a preview shows.
package struct Proof: Sendable {
    /// Nil where site.yaml could not be read, as are `outlet` and `edition`.
    package let site: Site?
    @Boxed package private(set) var outlet: Outlet?
    @Boxed package private(set) var edition: Edition?
    /// The files of `Templates/`.
    package let theme: Theme
    /// Nil where the templates or the outlet's settings are in error.
    @Boxed package private(set) var press: Press?
    package let plan: PagePlan?
    /// Everything found, the copy desk's advice included, in no order.
    package var diagnostics: [Diagnostic] {
        findings.texts + findings.links + findings.ledger + findings.plan + findings.others
    }
    let findings: Findings
    /// The articles that were left out because they are broken, and the pictures beside them, by path, sorted.
    package private(set) var heldBack: [String] = []
    /// Those of them whose last pages stay: all whose files do not say that readers may not have them.
    package var keepingPages: [String] { heldBack.filter { !(site?.withdrawnThoughBroken.contains($0) ?? false) } }
    let withdrawn: [WithdrawnArticle]

    /// By what they depend on.
    struct Findings: Sendable {
        /// What stands in the texts of articles, authors and pages.
        var texts: [Diagnostic] = []
        /// What leads nowhere, and what formats need.
        var links: [Diagnostic] = []
        var ledger: [Diagnostic] = []
        /// What is wrong with paths and redirects.
        var plan: [Diagnostic] = []
        var others: [Diagnostic] = []

        /// Without what follows from an error: a file that cannot be read is not empty, and has not been changed in
        /// silence.
        var withoutConsequences: Findings {
            let broken = Set(others.lazy.filter { $0.severity == .error }.compactMap { $0.location?.path })
            func isBroken(_ problem: Diagnostic) -> Bool { problem.location.map { broken.contains($0.path) } ?? false }
            var findings = self
            findings.texts.removeAll { $0.breaks(TypesettingRule.emptyArticle) && isBroken($0) }
            findings.ledger.removeAll(where: isBroken)
            return findings
        }
    }

    /// Whether anything found is an error.
    package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    static func ledgerProblems(_ site: Site?, _ plan: PagePlan?) -> [Diagnostic] {
        guard let site, let plan else { return [] }
        return LedgerCheck(site, plan).problems
    }

    /// The proof after a save that changed nothing but texts of articles, which is what an editor does all day; nil
    /// where more has changed, and everything is to be pulled anew.
    ///
    /// - Parameters:
    ///   - paths: every file that was saved since this proof was pulled.
    ///   - tree: the folder as it is now.
    ///   - load: as for this proof, but for the clock.
    package func withEditedTexts(
        _ paths: Set<String>, from tree: some FileTree, _ load: LoadOptions, caches: EditionCaches
    ) -> Proof? {
        guard !hasErrors, load.leftOut.isEmpty, let press, let plan,
            let edited = site?.withEditedTexts(paths, in: tree, load),
            let (edition, problems) = edition?.withEditedTexts(at: edited.places, of: edited.site, caches)
        else { return nil }
        let newPlan = plan.withEditedTexts(at: edited.places, of: edition)
        var findings = findings
        findings.texts = findings.texts.filter { !($0.location.map { paths.contains($0.path) } ?? false) } + problems
        findings.links = checkSite(edition, newPlan, theme, now: load.now, workers: load.workers)
        findings.ledger = Self.ledgerProblems(edited.site, newPlan)
        return Proof(
            site: edited.site, outlet: outlet, edition: edition, theme: theme, press: press.printing(edition),
            plan: newPlan,
            findings: findings, withdrawn: withdrawn)
    }

    /// As `pull`, and where articles are broken once more without them, until what is left is sound or the fault lies
    /// elsewhere. What is wrong in the articles that stay out is still reported.
    ///
    /// - Parameter published: what stays of those that are left out; asked for where there are any.
    package static func pullHoldingBroken(
        from tree: some FileTree, _ load: LoadOptions, caches: EditionCaches = EditionCaches(),
        published: () throws(Diagnostic) -> Manifest?, searchSizes: IndexSizes = .standard,
        stages: Stages = Stages()
    ) -> Proof {
        var load = load
        var reported: [Diagnostic] = []
        var proof = pull(from: tree, load, caches: caches, searchSizes: searchSizes, stages: stages)
        var manifest: Manifest?
        while true {
            let broken = brokenArticles(proof.diagnostics, besides: load.leftOut)
            guard !broken.isEmpty else { break }
            reported += proof.diagnostics.filter { $0.location.map { broken.contains($0.path) } ?? false }
            load.leftOut.formUnion(broken)
            do throws(Diagnostic) {
                if manifest == nil { manifest = try published() }
            } catch {
                reported.append(error)
            }
            load.lastPages = manifest?.pages(of: load.leftOut) ?? [:]
            proof = pull(from: tree, load, caches: caches, searchSizes: searchSizes, stages: stages)
        }
        var findings = Findings()
        findings.others =
            proof.diagnostics.filter { !($0.location.map { load.leftOut.contains($0.path) } ?? false) } + reported
        var result = Proof(
            site: proof.site, outlet: proof.outlet, edition: proof.edition, theme: proof.theme, press: proof.press,
            plan: proof.plan,
            findings: findings, withdrawn: proof.withdrawn)
        result.heldBack = load.leftOut.sorted(by: bytesPrecede)
        return result
    }

    /// The articles to leave out next: those with a fault of their own; where there are none, those that claim an id or
    /// an address that another has; else those whose links or references lead nowhere, perhaps to one already left out.
    private static func brokenArticles(_ problems: [Diagnostic], besides leftOut: Set<String>) -> Set<String> {
        var alone: Set<String> = []
        var quarrelling: Set<String> = []
        var referring: Set<String> = []
        for problem in problems {
            guard problem.severity == .error, problem.mayBeHeldBack, let path = problem.location?.path,
                !leftOut.contains(path)
            else { continue }
            if problem.breaks(CheckRule.brokenLink) || problem.breaks(CheckRule.brokenAnchor)
                || problem.breaks(ReferenceRule.unknownArticle) || problem.breaks(ReferenceRule.ambiguousArticle)
            {
                referring.insert(path)
            } else if problem.breaks(ArticleRule.duplicateID) || problem.breaks(PageRule.duplicateURL)
                || problem.breaks(PageRule.duplicateAlias)
            {
                quarrelling.insert(path)
            } else {
                alone.insert(path)
            }
        }
        return [alone, quarrelling, referring].first { !$0.isEmpty } ?? []
    }

    /// - Parameter program: stands for the program that prints.
    func fingerprints(program: String, _ workers: Workers) -> PageFingerprints? {
        press?.fingerprints(program: program, workers)
    }

    init(
        site: Site?, outlet: Outlet?, edition: Edition?, theme: Theme, press: Press?, plan: PagePlan?,
        findings: Findings,
        withdrawn: [WithdrawnArticle]
    ) {
        (self.site, self.outlet, self.edition, self.theme) = (site, outlet, edition, theme)
        (self.press, self.plan, self.findings, self.withdrawn) = (press, plan, findings, withdrawn)
    }
}

extension Diagnostic {
    /// Whether it is about one article or a picture beside some, without which the rest may be published.
    var mayBeHeldBack: Bool { location.map { isArticleFile($0.path) || isPictureFile($0.path) } ?? false }
}
