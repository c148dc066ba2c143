package import Base
package import Content
import Pages

/// Every URL that was ever public: `Content/published.tsv`, committed with the articles and written by `sitegen record`
/// alone.
///
/// A line an article, sorted by the bytes of the id: id, digest of what readers read, instant of the last update or
/// correction (`-` for none), URLs, the newest first, percent-encoded and separated by spaces. Tabs separate the
/// columns.
package struct Ledger: Sendable, Equatable {
    package static let path = "Content/published.tsv"

    package struct Entry: Sendable, Equatable {
        package let identity: String
        package let digest: String
        package let modified: Int?
        package let urls: [URLPath]
        /// Of the file, from 1; 0 for an entry that is in no file yet.
        package let line: Int

        package static func == (a: Self, b: Self) -> Bool {
            (a.identity, a.digest, a.modified, a.urls) == (b.identity, b.digest, b.modified, b.urls)
        }
    }

    /// Sorted by identity.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { bytesPrecede($0.identity, $1.identity) }
    }

    /// Empty where there is no ledger yet. What cannot be read is reported, line by line.
    package static func read(_ tree: some FileTree) -> (ledger: Ledger, diagnostics: [Diagnostic]) {
        let bytes: [UInt8]
        do throws(Diagnostic) {
            bytes = try tree.read(path)
        } catch {
            return (Ledger([]), error.id == "missing-file" ? [] : [error])
        }
        if let conflict = Diagnostic.conflict(in: bytes, path: path) { return (Ledger([]), [conflict]) }
        var entries: [Entry] = []
        var seen: Set<String> = []
        var diagnostics: [Diagnostic] = []
        for (index, bytes) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            // Git on Windows may have written CRLF.
            let line = String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
            if line.isEmpty { continue }
            guard let entry = Entry(line, number: index + 1), seen.insert(entry.identity).inserted else {
                diagnostics.append(damaged(index + 1))
                continue
            }
            entries.append(entry)
        }
        return (Ledger(entries), diagnostics)
    }

    package var bytes: [UInt8] {
        var output: [UInt8] = []
        for entry in entries {
            let urls = entry.urls.map { $0.href(base: "/") }.joined(separator: " ")
            output += "\(entry.identity)\t\(entry.digest)\t\(entry.modified.map(String.init) ?? "-")\t\(urls)\n".utf8
        }
        return output
    }

    private static func damaged(_ line: Int) -> Diagnostic {
        Diagnostic(
            id: "ledger",
            Message(
                en:
                    "a line of the ledger is an id, a digest, an instant and URLs, each article once; take the "
                    + "line from the last commit",
                ar: "سطر السجل معرّف وبصمة ولحظة وروابط، ولكل مقال سطر واحد؛ استعد السطر من آخر إيداع"),
            at: Location(path: path, line: line))
    }

    // MARK: Recording

    /// What `recording` gives, and what there is to say of it.
    package struct Recording: Sendable {
        package let ledger: Ledger
        /// Articles that no page of the last build is of: saved since, or not built for another reason.
        package let unbuilt: Int
        /// Those whose files say something else by now than their pages.
        package let changedSince: Int
    }

    /// The ledger with what the last build made public of `site`. Nothing is ever taken out: a URL was public for ever.
    ///
    /// What was saved since that build is not out yet, and must not count as published: so each article's address and
    /// text are those of its page. When a text that has changed since was last updated, its page's list does not tell:
    /// that stays as it was.
    ///
    /// - Parameter built: of the output; nil where none is at hand, and then all counts as published that would be now.
    package func recording(_ site: Site, as built: Manifest?) -> Recording {
        var all = Dictionary(entries.map { ($0.identity, $0) }) { first, _ in first }
        let pages = built?.articlePages
        var (unbuilt, changedSince) = (0, 0)
        for article in site.articles + site.tombstones
        where !article.isUnpublished && !site.withdrawn.contains(article.path) {
            let page = pages?[Manifest.articleMark(article.path)]
            guard pages == nil || page != nil else {
                unbuilt += 1
                continue
            }
            let old = all[article.identity]
            let url = page.map { URLPath(file: $0.path) } ?? article.url
            let text = page?.text ?? article.readDigest
            let isAsBuilt = text == article.readDigest && url == article.url
            if !isAsBuilt { changedSince += 1 }
            all[article.identity] = Entry(
                identity: article.identity, digest: text.hex,
                modified: isAsBuilt ? article.lastChange?.seconds : old?.modified,
                urls: [url] + (old?.urls ?? []).filter { $0 != url }, line: 0)
        }
        return Recording(ledger: Ledger(Array(all.values)), unbuilt: unbuilt, changedSince: changedSince)
    }

    // MARK: Checking

    /// Texts that changed in silence, and URLs that lead nowhere any more.
    ///
    /// - Parameter paths: every path of the site, of redirects and tombstones too.
    package func problems(in site: Site, paths: () -> [URLPath]) -> [Diagnostic] {
        guard !entries.isEmpty else { return [] }
        // An article that is held back keeps its pages, though no plan has them.
        let known = Set((paths() + site.lastPages.values).map { Digest(of: $0.text) })
        let current = Dictionary((site.articles + site.tombstones).map { ($0.identity, $0) }) { first, _ in first }
        return entries.filter { !site.heldBack.contains($0.identity) }.flatMap { entry in
            let article = current[entry.identity]
            let gone = entry.urls.filter { !known.contains(Digest(of: $0.text)) }
                .map { Self.lost($0, entry, article?.path, waiting: site.waiting[entry.identity]) }
            return gone + (article.map { entry.silentChange(of: $0) } ?? [])
        }
    }

    /// - Parameters:
    ///   - article: the file of the article that still stands, with other addresses.
    ///   - waiting: its file where it is a draft or under embargo.
    private static func lost(_ url: URLPath, _ entry: Entry, _ article: String?, waiting: String?) -> Diagnostic {
        let location = (article ?? waiting).map { Location(path: $0) } ?? Location(path: path, line: entry.line)
        guard waiting == nil else {
            return Diagnostic(
                id: "published-url-lost",
                Message(
                    en:
                        "what was once public keeps its address; “/\(url.text)” would lead nowhere, since this "
                        + "article is a draft or under "
                        + "embargo now; write “status: removed” in place of that, or “status: retracted” with a “reason”",
                    ar:
                        "يبقى لما نُشر عنوانه؛ و«‎/\(url.text)» لن يقود إلى شيء لأن المادة صارت مسودة أو تحت حظر "
                        + "النشر؛ اكتب بدل ذلك "
                        + "«status: removed»، أو «status: retracted» مع «السبب»"),
                at: location)
        }
        let english =
            article == nil
            ? "bring the article back, without “draft” and with a date that has passed; give it “status: removed” if it must not be read; or name “/\(url.text)” under “aliases” of another"
            : "add a line “aliases: [/\(url.text)]”"
        let arabic =
            article == nil
            ? "أعد المقال، بلا «draft» وبتاريخ مضى؛ واجعله «status: removed» إن وجب حجبه؛ أو اذكر «‎/\(url.text)» في aliases مقال آخر"
            : "أضف سطرًا «aliases: [/\(url.text)]»"
        return Diagnostic(
            id: "published-url-lost",
            Message(
                en: "what was once public keeps its address; “/\(url.text)” leads nowhere now; \(english)",
                ar: "يبقى لما نُشر عنوانه؛ و«‎/\(url.text)» لا يقود الآن إلى شيء؛ \(arabic)"),
            at: location)
    }
}

extension Ledger.Entry {
    fileprivate init?(_ line: String, number: Int) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 4, !parts[0].isEmpty, parts[1].utf8.count == 32, parts[2] == "-" || Int(parts[2]) != nil
        else { return nil }
        var urls: [URLPath] = []
        for part in parts[3].split(separator: " ") {
            guard let url = try? URLPath(written: String(part)) else { return nil }
            urls.append(url)
        }
        self.init(
            identity: String(parts[0]), digest: String(parts[1]), modified: Int(parts[2]), urls: urls, line: number)
    }

    fileprivate func silentChange(of article: Article) -> [Diagnostic] {
        guard article.status == .standing, !article.isUnpublished, digest != article.readDigest.hex,
            modified == article.lastChange?.seconds
        else {
            return []
        }
        return [
            Diagnostic(
                .warning, id: "silent-change",
                Message(
                    en:
                        "a published text changes with a word to its readers; add “updated” with the time, or a "
                        + "line to “corrections”",
                    ar: "إذا تغيّر نص منشور قيل ذلك للقراء؛ أضف «updated» مع الوقت، أو سطرًا إلى «corrections»"),
                at: Location(path: article.path))
        ]
    }
}

extension Article {
    /// Of the last update or correction that readers are told of.
    fileprivate var lastChange: Instant? {
        ([self.updated?.instant] + self.corrections.map(\.date.instant)).compactMap { $0 }.max()
    }
}
