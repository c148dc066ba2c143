import Base

/// The editors' choice for the front page.
extension SiteLoader {
    mutating func frontPage(
        _ plan: FrontPagePlan?, _ articles: [Article], _ terms: Terms, _ targets: ArticleTargets
    ) -> FrontPage {
        guard let plan else { return .empty }
        var fronts = FrontPageSlots(articles, terms, targets, data: data, now: options.now)
        let (slots, blocks) = fronts.fill(plan)
        var sections: [Int: FrontPage] = [:]
        for (name, front) in plan.sections {
            guard let section = fronts.section(of: name) else { continue }
            let (slots, blocks) = fronts.fill(front)
            sections[section] = FrontPage(slots: slots, blocks: blocks, breaking: nil, sections: [:])
        }
        diagnostics += fronts.diagnostics
        let breaking = plan.breaking.flatMap { bar in
            bar.until.map({ $0.instant > options.now }) ?? true
                ? FrontPage.Breaking(text: bar.text, link: bar.link) : nil
        }
        return FrontPage(slots: slots, blocks: blocks, breaking: breaking, sections: sections)
    }

    /// What frontpage.yaml states; nil where there is none or it cannot be read.
    func frontPageFields(_ folder: ContentFolder) -> (plan: FrontPagePlan?, diagnostics: [Diagnostic]) {
        guard let entry = folder.frontPage else { return (nil, []) }
        do throws(Diagnostic) {
            let text = try SourceText(try tree.read(entry.path), path: entry.path).settings(path: entry.path)
            let (clean, warnings) = cleaned(text, of: text, path: entry.path)
            let (yaml, misplaced) = try Yaml.parse(written: clean, keys: Vocabulary.frontPageText, path: entry.path)
            let (plan, problems) = readFrontPagePlan(yaml, path: entry.path, outlet: outlet)
            return (plan, warnings + misplaced + problems)
        } catch {
            return (nil, [error])
        }
    }
}
