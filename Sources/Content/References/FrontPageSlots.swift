import Base

/// Fills the editors' slots with stories, each story once.
struct FrontPageSlots {
    let articles: [Article]
    let terms: Terms
    let targets: ArticleTargets
    let now: Instant
    private(set) var diagnostics: [Diagnostic] = []

    init(_ articles: [Article], _ terms: Terms, _ targets: ArticleTargets, now: Instant) {
        (self.articles, self.terms, self.targets, self.now) = (articles, terms, targets, now)
    }

    /// Indexes of articles in the order of the slots. Stories that editors named come before what fills other slots, so
    /// that none of them is taken away by a fallback above it.
    mutating func fill(_ plan: FrontPagePlan) -> [Int] {
        var filled: [Int?] = []
        var shown: Set<Int> = []
        for slot in plan.slots {
            let named = named(in: slot).flatMap { shown.insert($0).inserted ? $0 : nil }
            filled.append(named)
        }
        for (place, slot) in plan.slots.enumerated() where filled[place] == nil {
            guard let found = fallback(slot, besides: shown) else { continue }
            shown.insert(found)
            filled[place] = found
        }
        return filled.compactMap { $0 }
    }

    /// A story that is not there is a problem only where nothing may take its place.
    private mutating func named(in slot: FrontPagePlan.Slot) -> Int? {
        guard let word = slot.article, slot.until.map({ $0.instant > now }) ?? true else { return nil }
        if let index = targets.index(of: word.text) { return index }
        if slot.fallbacks.isEmpty || targets.isShared(word.text) { diagnostics.append(targets.problem(with: word)) }
        return nil
    }

    private mutating func fallback(_ slot: FrontPagePlan.Slot, besides shown: Set<Int>) -> Int? {
        for fallback in slot.fallbacks {
            let found: Int?
            switch fallback {
            case .section(let word):
                let section = terms.section(word.text)
                if section == nil { diagnostics.append(unknownSection(word)) }
                let branch = section.map { terms.outlet.branch(of: $0) }
                found = articles.indices.first { index in
                    guard let branch, let own = articles[index].section else { return false }
                    return branch.contains(own) && !shown.contains(index)
                }
            case .tag(let word):
                let tag = terms.tag(word.text)
                if tag == nil { diagnostics.append(Self.unknown(word, .unknownSlotTag, "tag", "وسم", terms.tagNames)) }
                found = articles.indices.first { index in
                    tag.map { articles[index].tags.contains($0) } ?? false && !shown.contains(index)
                }
            case .newest: found = articles.indices.first { !shown.contains($0) }
            }
            if let found { return found }
        }
        return nil
    }

    /// An error where the name means several sections, which no new article will change.
    private func unknownSection(_ word: Manuscript.Word) -> Diagnostic {
        let (_, problem, rule) = terms.outlet.section(named: word.text)
        if rule == .ambiguousSection, let problem { return Diagnostic(id: rule, problem, at: word.location) }
        return Self.unknown(word, .unknownSlotSection, "section", "قسم", terms.sectionNames)
    }

    /// A warning: a tag goes with its last article, which must not stop the next build.
    private static func unknown(
        _ word: Manuscript.Word, _ rule: ReferenceRule, _ english: String, _ arabic: String, _ names: [String]
    ) -> Diagnostic {
        let hint = suggestion(for: word.text, among: names)
        return Diagnostic(
            .warning, id: rule,
            Message(
                en:
                    "no published story has the \(english) “\(word.text)”; "
                    + (hint.map { "did you mean “\($0)”?" } ?? "the slot stays empty or goes to the next rule"),
                ar: "لا مادة منشورة لها ال\(arabic) «\(word.text)»؛ "
                    + (hint.map { "هل قصدت «\($0)»؟" } ?? "يبقى الموضع خاليًا أو تُطبق القاعدة التالية")),
            at: word.location)
    }
}
