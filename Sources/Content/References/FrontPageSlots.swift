import Base

/// Fills the slots and blocks of the editors' fronts, each story once a front.
struct FrontPageSlots {
    let articles: [Article]
    let terms: Terms
    let targets: ArticleTargets
    /// As it was read; the stories that it names are looked up elsewhere.
    let data: [DataFile]
    let now: Instant
    private(set) var diagnostics: [Diagnostic] = []

    init(_ articles: [Article], _ terms: Terms, _ targets: ArticleTargets, data: [DataFile], now: Instant) {
        (self.articles, self.terms, self.targets) = (articles, terms, targets)
        (self.data, self.now) = (data, now)
    }

    /// Indexes of articles in the order of the slots, and the blocks. Stories that editors named, in slots or in blocks,
    /// come before what fills other slots, so that none of them is taken away by a fallback above it.
    mutating func fill(_ plan: FrontPagePlan) -> (slots: [Int], blocks: [FrontPage.Block]?) {
        var filled: [Int?] = []
        var shown: Set<Int> = []
        for slot in plan.slots {
            let named = named(in: slot).flatMap { shown.insert($0).inserted ? $0 : nil }
            filled.append(named)
        }
        let blocks = plan.blocks.map { blocks in blocks.compactMap { self.block($0, &shown) } }
        for (place, slot) in plan.slots.enumerated() where filled[place] == nil {
            guard let found = fallback(slot, besides: shown) else { continue }
            shown.insert(found)
            filled[place] = found
        }
        return (filled.compactMap { $0 }, blocks)
    }

    /// The section whose front this is; nil of a name that no section has, which is reported.
    mutating func section(of name: Manuscript.Word) -> Int? {
        let section = terms.section(name.text)
        if section == nil { reportSection(name, .unknownFrontBlock, Self.noFront) }
        return section
    }

    /// Nil where it names what is not there, which is reported.
    private mutating func block(_ block: PlannedBlock, _ shown: inout Set<Int>) -> FrontPage.Block? {
        guard let source = source(block.source, &shown) else { return nil }
        return FrontPage.Block(
            source: source, limit: block.limit, look: block.look.text, place: block.look.location, title: block.title,
            link: block.link)
    }

    private mutating func source(_ source: PlannedBlock.Source, _ shown: inout Set<Int>) -> FrontPage.Block.Source? {
        switch source {
        case .section(let name):
            if let section = terms.section(name.text) { return .section(section) }
            reportSection(name, .unknownFrontBlock, Self.noBlock)
        case .tag(let name):
            if let tag = terms.tag(name.text) { return .tag(tag) }
            report(.unknownFrontBlock, name, Self.tagWord, terms.tagNames, Self.noBlock)
        case .author(let name):
            if let author = terms.author(name.text) { return .author(author) }
            report(.unknownFrontBlock, name, Self.authorWord, terms.authors.map(\.name), Self.noBlock)
        case .data(let name):
            if let file = data.firstIndex(where: { $0.isCalled(name.text) }) { return .data(file) }
            report(.unknownFrontBlock, name, Self.dataWord, data.map(\.name), Self.noBlock)
        case .stories(let words):
            let found = words.compactMap { word -> Int? in
                guard let index = targets.index(of: word.text) else {
                    diagnostics.append(targets.problem(with: word))
                    return nil
                }
                return shown.insert(index).inserted ? index : nil
            }
            return .stories(found)
        }
        return nil
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
                if section == nil { reportSection(word, .unknownSlotSection, Self.noSlot) }
                let branch = section.map { terms.outlet.branch(of: $0) }
                found = articles.indices.first { index in
                    guard let branch, let own = articles[index].section else { return false }
                    return branch.contains(own) && !shown.contains(index)
                }
            case .tag(let word):
                let tag = terms.tag(word.text)
                if tag == nil { report(.unknownSlotTag, word, Self.tagWord, terms.tagNames, Self.noSlot) }
                found = articles.indices.first { index in
                    tag.map { articles[index].tags.contains($0) } ?? false && !shown.contains(index)
                }
            case .newest: found = articles.indices.first { !shown.contains($0) }
            }
            if let found { return found }
        }
        return nil
    }

    private static let sectionWord = Message(
        en: "no published story has the section", ar: "لا مادة منشورة لها القسم")
    private static let tagWord = Message(en: "no published story has the tag", ar: "لا مادة منشورة لها الوسم")
    private static let authorWord = Message(en: "no published story has the author", ar: "لا مادة منشورة لها الكاتب")
    private static let dataWord = Message(en: "Content/data/ has no file", ar: "ليس في Content/data ملف باسم")
    private static let noSlot = Message(
        en: "the slot stays empty or goes to the next rule", ar: "يبقى الموضع خاليًا أو تُطبق القاعدة التالية")
    private static let noBlock = Message(en: "the block is left out", ar: "تُترك الكتلة")
    private static let noFront = Message(en: "its front is left out", ar: "تُترك واجهته")

    /// An error where the name means several sections, which no new article will change.
    private mutating func reportSection(_ word: Manuscript.Word, _ rule: ReferenceRule, _ end: Message) {
        if case (_, let problem?, .ambiguousSection) = terms.outlet.section(named: word.text) {
            diagnostics.append(Diagnostic(id: ReferenceRule.ambiguousSection, problem, at: word.location))
        } else {
            report(rule, word, Self.sectionWord, terms.sectionNames, end)
        }
    }

    /// A warning: a tag goes with its last article, which must not stop the next build.
    ///
    /// - Parameter end: what comes of it, said where no other name is near.
    private mutating func report(
        _ rule: ReferenceRule, _ word: Manuscript.Word, _ what: Message, _ names: [String], _ end: Message
    ) {
        let hint = suggestion(for: word.text, among: names)
        diagnostics.append(
            Diagnostic(
                .warning, id: rule,
                Message(
                    en: "\(what.english) “\(word.text)”; " + (hint.map { "did you mean “\($0)”?" } ?? end.english),
                    ar: "\(what.arabic) «\(word.text)»؛ " + (hint.map { "هل قصدت «\($0)»؟" } ?? end.arabic)),
                at: word.location))
    }
}
