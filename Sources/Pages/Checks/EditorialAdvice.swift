import ArabicText
package import Base
import Content
import Markdown
package import Typesetting

/// What the copy desk and the picture desk would say of an edition. Advice, and never an error: all of it may be meant
/// so.
///
/// - Parameter tree: the site's folder, for what stands inside the files of pictures.
package func editorialAdvice(on edition: Edition, from tree: some FileTree, workers: Workers) -> [Diagnostic] {
    let site = edition.site
    let typesetter = edition.typesetter
    let desk = PictureDesk(tree)
    let articles = workers.map(site.articles) { article -> [Diagnostic] in
        guard let file = try? articleText(article.path, in: tree), let document = try? typesetter.document(of: article)
        else { return [] }
        return EditedText(
            path: article.path, file: file, bodyStart: article.bodyStart, document: document, article: article,
            isArabic: isArabic(article.language, in: site)
        ).advice(desk) + desk.advice(on: article)
    }
    let pages = site.pages.flatMap { page in
        let document = typesetter.document(
            page.path, page.file, page.bodyStart, headline: page.title, language: page.language)
        return EditedText(
            path: page.path, file: page.file, bodyStart: page.bodyStart, document: document, article: nil,
            isArabic: isArabic(page.language, in: site)
        ).advice(desk)
    }
    return articles.flatMap { $0 } + pages + workers.map(edition.pictures) { desk.advice(on: $0) }.flatMap { $0 }
        + desk.repeatedLeads(of: site.articles)
}

private func isArabic(_ language: String?, in site: Site) -> Bool {
    Language(known: language ?? site.outlet.language) == .arabic
}

/// One text as the copy desk reads it.
private struct EditedText: Sendable {
    let path: String
    let file: [UInt8]
    let bodyStart: Int
    let document: Document
    let article: Article?
    let isArabic: Bool

    func advice(_ desk: PictureDesk) -> [Diagnostic] {
        headline + body + headings + links
            + document.pictures.compactMap { desk.advice(on: $0, at: bodyStart + $0.offset, in: file, path) }
    }

    // MARK: Words

    private var headline: [Diagnostic] {
        guard let article else { return [] }
        let parts = [
            (article.title, true), (article.kicker ?? "", true), (article.summary ?? "", false),
            (article.image?.caption ?? "", false),
        ]
        return parts.flatMap { text, isHeadline in
            copyDesk(Array(text.utf8), isHeadline: isHeadline, isArabic: isArabic).map { advice in
                let start = file[..<bodyStart].place(of: text.utf8)
                return diagnostic(advice, at: start.map { $0 + advice.offset } ?? 0)
            }
        }
    }

    /// A line a block. The words are looked up again in the file, since markup stands between them there.
    private var body: [Diagnostic] {
        var found: [Diagnostic] = []
        var from = bodyStart
        for block in document.text.split(separator: UInt8(ascii: "\n")) {
            let block = Array(block)
            for advice in copyDesk(block, isArabic: isArabic) {
                let place = place(of: advice.offset, in: block, from: from)
                from = max(from, place)
                found.append(diagnostic(advice, at: place))
            }
        }
        return found
    }

    /// Where the words around `offset` stand in the file, from `start` on: with a dozen bytes on both sides, else
    /// fewer.
    private func place(of offset: Int, in block: [UInt8], from start: Int) -> Int {
        for reach in [12, 6, 3, 1] {
            let range = max(0, offset - reach)..<min(block.count, offset + reach)
            if let found = file.place(of: block[range], from: start) { return found + offset - range.lowerBound }
        }
        // What stands below pictures comes last in the text.
        return start > bodyStart ? place(of: offset, in: block, from: bodyStart) : start
    }

    private func diagnostic(_ advice: Advice, at offset: Int) -> Diagnostic {
        Diagnostic(
            .advice, id: advice.kind, advice.message, at: Location(path: path, offset: offset, in: file))
    }

    private func diagnostic(_ rule: CheckRule, _ message: Message, at offset: Int) -> Diagnostic {
        Diagnostic(.advice, id: rule, message, at: Location(path: path, offset: bodyStart + offset, in: file))
    }

    // MARK: Accessibility (WCAG 2.2, 1.3.1 and 2.4.4)

    private var headings: [Diagnostic] {
        var last = 1
        return document.outline.compactMap { heading in
            defer { last = heading.level }
            guard heading.level > last + 1 else { return nil }
            return diagnostic(
                .headingOrder,
                Message(
                    en:
                        "a heading is at most one level below the one before it; “\(heading.title)” is of level "
                        + "\(heading.level) after \(last)",
                    ar:
                        "لا ينزل العنوان الفرعي أكثر من مستوى عما قبله؛ «\(heading.title)» من المستوى "
                        + "\(heading.level) بعد \(last)"
                ),
                at: heading.offset)
        }
    }

    private var links: [Diagnostic] {
        document.links.compactMap { link in
            guard let text = text(ofLinkAt: bodyStart + link.offset), emptyLinkWords.contains(folded(text)) else {
                return nil
            }
            return diagnostic(
                .linkText,
                Message(
                    en: "a link's words say where it leads, for who hears them alone; “\(text)” does not",
                    ar: "تقول كلمات الرابط إلى أين يقود، لمن يسمعها وحدها؛ و«\(text)» لا تقول"), at: link.offset)
        }
    }

    /// The words between the brackets before the destination; nil for a link that is written otherwise.
    private func text(ofLinkAt offset: Int) -> String? {
        guard offset >= 3, offset <= file.count, file[offset - 1] == UInt8(ascii: "("),
            file[offset - 2] == UInt8(ascii: "]")
        else {
            return nil
        }
        let end = offset - 2
        guard let start = file[bodyStart..<end].lastIndex(of: UInt8(ascii: "[")) else { return nil }
        return String(decoding: file[(start + 1)..<end], as: UTF8.self)
    }
}

/// Folded words that say nothing about where a link leads.
private let emptyLinkWords: Set<String> = Set(
    [
        "هنا", "اضغط هنا", "انقر هنا", "من هنا", "الرابط", "رابط", "المزيد", "اقرأ المزيد", "للمزيد", "هذا الرابط",
        "here", "click here",
        "link", "more", "read more", "this link",
    ]
    .map(folded))
