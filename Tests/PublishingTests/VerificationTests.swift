import Base
import Content
import Publishing
import Testing

@Suite struct VerificationTests {
    private func verify(_ site: CachedSite) -> Build.Outcome {
        var build = Build(LoadOptions(now: Instant(seconds: site.newsroom.now), workers: Workers(jobs: 2)))
        // A cache that says anything at all must not be asked.
        build.cache = BuildCache(in: site.cacheFolder, program: "one", output: "Public")
        return build.verify(site.output, of: site.site, named: "Public")
    }

    private func lines(_ outcome: Build.Outcome) -> [String] {
        outcome.diagnostics.map { problem in
            let last = problem.message.english.split(separator: ";").dropFirst().first ?? ""
            return "\(problem.location?.path ?? ""):\(last) [\(problem.id)]"
        }
    }

    @Test func buildIsAsItLeftIt() {
        let site = CachedSite()
        let built = site.build()
        let (stamps, cache) = (site.output.stamps, site.cacheFolder.stamps)
        let outcome = verify(site)
        #expect(lines(outcome) == [])
        #expect((outcome.tally.written, outcome.tally.unchanged) == (0, built.tally.written))
        #expect(site.output.stamps == stamps && site.cacheFolder.stamps == cache)
    }

    @Test func everyDifferenceIsNamed() {
        let site = CachedSite()
        let built = site.build()
        site.output["index.html"]? += [UInt8(ascii: " ")]
        site.output["robots.txt"] = nil
        site.output["foreign.txt"] = [65]
        let before = site.output.files
        let outcome = verify(site)
        #expect(
            lines(outcome) == [
                "Public/index.html: this file differs [differs]", "Public/robots.txt: this file is missing [differs]",
            ])
        #expect(outcome.stops)
        #expect(outcome.tally.unchanged == built.tally.written - 2)
        #expect(site.output.differences(from: before) == [])
    }

    @Test func whatNoPageIsMadeOfAnyMoreIsLeftOver() {
        let site = CachedSite()
        site.memory["Content/assets/old.txt"] = [65]
        site.build()
        site.memory["Content/assets/old.txt"] = nil
        #expect(lines(verify(site)) == ["Public/assets/old.txt: this file is left over [differs]"])
    }

    @Test func changeThatHidesFromTheCacheIsFound() {
        let site = CachedSite()
        site.site.meddle { ($0.modified, $0.changed) = (5, 5) }
        site.build()
        site.memory[site.path] = site.rewritten
        #expect(site.build().tally.written == 0)
        #expect(lines(verify(site)).contains { $0.hasSuffix("index.html: this file differs [differs]") })
    }

    @Test func folderWithoutABuildIsOneError() {
        #expect(verify(CachedSite()).diagnostics.map(\.id) == ["differs"])
    }

    @Test func errorsInTheInputComeFirst() {
        let site = CachedSite()
        site.build()
        site.output["index.html"] = [65]
        site.memory["Content/articles/bad.md"] = Array("---\ntitle: ع\ndate: 31/2/2024\n---\n".utf8)
        #expect(verify(site).diagnostics.map(\.id) == ["date"])
    }
}
