package import Base
package import Content
import Pages
import Pictures
package import Search
package import Typesetting

// The stages of a build, one after the other, each one call; work for several cores is shared out inside of each.
// `check`, `serve` and `record` end with the proof.

extension Build {
    /// Reads `site`, checks all of it, and only then writes to `output`. With errors nothing is written.
    package func run(
        from site: some FileTree, to output: some OutputTree, named outputName: String,
        progress: @escaping (String) -> Void = { _ in }
    ) -> Outcome {
        let stages = Stages(finished: progress)
        var outcome = Outcome()
        let listedAt = FileStamp.clock
        let site = ListedTree(site, listing: ["Content", "Templates"])

        let (inputs, last, isSame) = stages.run(.compare) { compare(site, output, listedAt) }
        if isSame, let record = last.record {
            outcome = outcome.repeating(record)
        } else {
            let proof = prove(site, output, named: outputName, last, stages)
            stages.run(.publish) {
                publish(proof, from: site, to: output, named: outputName, inputs, last, listedAt, &outcome)
            }
        }
        outcome.stages = stages.durations
        return outcome
    }
}

extension Proof {
    /// - Parameters:
    ///   - caches: what earlier runs have read and set.
    ///   - searchSizes: other than the standard ones in tests.
    package static func pull(
        from tree: some FileTree, _ load: LoadOptions, caches: EditionCaches = EditionCaches(),
        searchSizes: IndexSizes = .standard, stages: Stages = Stages()
    ) -> Proof {
        let workers = load.workers
        let (loaded, read) = stages.run(.read) { (loadSite(tree, load), Theme.read(tree)) }
        let theme = read.theme
        let edition = stages.run(.typeset) {
            loaded.site.map {
                Edition.typeset($0, from: tree, avoiding: theme.ids, workers: workers, caches: caches)
            }
        }
        let plan = stages.run(.plan) {
            edition.map {
                PagePlan($0.edition, theme, now: load.now, workers: workers, searchSizes: searchSizes)
            }
        }
        let press = stages.run(.compile) {
            edition.flatMap { edition in plan.map { Press.make(edition.edition, $0.feeds, $0.search, theme) } }
        }
        let findings = stages.run(.check) {
            var findings = Findings()
            if let edition, let plan {
                (findings.plan, findings.links) = workers.both {
                    plan.diagnostics + edition.edition.twinAddresses
                } _: {
                    checkSite(edition.edition, plan, theme, now: load.now, workers: workers)
                }
            }
            findings.texts = edition?.diagnostics ?? []
            findings.ledger = ledgerProblems(loaded.site, plan)
            findings.others = loaded.diagnostics + read.diagnostics + (press?.diagnostics ?? [])
            if let plan, caches.darkroom.worksAhead {
                findings.others += caches.darkroom.make(ahead: plan.renditions, from: tree, workers: workers)
            }
            return findings.withoutConsequences
        }
        return Proof(
            site: loaded.site, outlet: loaded.outlet, edition: edition?.edition, theme: theme, press: press?.press,
            plan: plan, findings: findings, withdrawn: loaded.withdrawn)
    }
}
