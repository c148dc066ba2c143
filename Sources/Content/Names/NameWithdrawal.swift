import ArabicText
package import Base

/// The changes that take a person's name out of a newsroom's folder and put a desk in its place.
///
/// Articles keep their addresses, their ids and their files' names; where one of these spells the name it stays, and is
/// reported. The person's profile and portrait go, so that the page answers 404: a rule for it would spell the name.
package struct NameWithdrawal: Sendable {
    /// What becomes of one file.
    package struct Edit: Sendable {
        /// The file, relative to the site's folder.
        package let path: String
        /// Its new bytes; nil where it goes.
        package let bytes: [UInt8]?
        /// Where it goes on to; nil where it keeps its name.
        package let newPath: String?
        /// Lines that change, from 1.
        package let lines: [Int]

        /// Change of one file.
        package init(path: String, bytes: [UInt8]?, newPath: String?, lines: [Int]) {
            (self.path, self.bytes, self.newPath, self.lines) = (path, bytes, newPath, lines)
        }
    }

    /// In the order of the paths.
    package private(set) var edits: [Edit] = []
    /// Where the name stays, for somebody to decide.
    package private(set) var kept: [Diagnostic] = []
    private let search: NameSearch
    private let desk: String
    private let site: Site
    /// Names of others in which this one occurs.
    private let others: [NameSearch]
    private let profile: Author?
    /// Address of the person's page, and of the desk's.
    private let pages: (old: URLPath, new: URLPath)?
    /// Addresses of articles that spell the name.
    private let addresses: [String]

    /// - Parameters:
    ///   - site: with drafts and what is under embargo.
    package init(of name: String, as desk: String, in tree: some FileTree, _ site: Site) throws(Diagnostic) {
        let search = NameSearch(name)
        guard !search.matches(in: Array(name.utf8)).isEmpty, Self.isPlain(desk), !search.isIn(desk) else {
            throw .unfitDesk(desk)
        }
        (self.search, self.desk, self.site) = (search, desk, site)
        others = site.authors.map(\.name).filter { search.isIn($0) && !search.isName($0) }.map { NameSearch($0) }
        let author = site.authors.first { search.isName($0.name) }
        profile = author
        let heir = NameSearch(desk)
        let newPage =
            site.authors.first { heir.isName($0.name) }?.url
            ?? URLPatterns.fill(site.outlet.patterns.author, slug: termSlug(desk, style: site.outlet.slugStyle))
        pages = author.map { ($0.url, newPage) }
        addresses = (site.articles + site.tombstones).flatMap { [$0.url] + $0.aliases.map(\.path) }.map(\.text)
            .filter { search.isIn($0) }
        for folder in ["Content", "Templates"] {
            for entry in try tree.entries(under: folder) where entry.kind == .file && !isEditorsTemporary(entry.path) {
                try edit(entry, in: tree)
            }
        }
        guard !edits.isEmpty || !kept.isEmpty else { throw .unknownName(name, among: site.authors.map(\.name)) }
    }

    /// Whether the name stands in a text, but for longer names of others.
    package func isNamed(in bytes: [UInt8]) -> Bool { !ownMatches(in: bytes).isEmpty }

    /// The names of a desk stand in lines of front matter without quotes.
    private static func isPlain(_ desk: String) -> Bool {
        !isUnseen(desk) && bare(desk) == desk
            && desk.unicodeScalars.allSatisfy {
                $0 == " " || $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || $0.properties.generalCategory == .nonspacingMark
            }
    }

    private mutating func edit(_ entry: FileEntry, in tree: some FileTree) throws(Diagnostic) {
        let path = entry.path
        guard path != profile?.path, path != profile?.image?.picture.path else {
            return edits.append(Edit(path: path, bytes: nil, newPath: nil, lines: []))
        }
        var newPath: String?
        if isNamed(in: Array(path.utf8)) {
            if path.hasSuffix(".md") {
                kept.append(.keptName(at: Location(path: path)))
            } else {
                newPath = String(
                    decoding: replaced(Array(path.utf8), ownMatches(in: Array(path.utf8))), as: UTF8.self)
            }
        }
        guard Self.isText(path) else {
            if newPath != nil {
                edits.append(Edit(path: path, bytes: try tree.read(path), newPath: newPath, lines: []))
            }
            return
        }
        let old = try tree.read(path)
        let (new, lines) =
            switch path {
            case "Content/published.tsv": editedLedger(old)
            case RedirectFile.path: editedRedirects(old)
            default: edited(old, path)
            }
        guard new != old || newPath != nil else { return }
        edits.append(Edit(path: path, bytes: new, newPath: newPath, lines: lines))
    }

    private static func isText(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last?.lowercased() ?? ""
        return [
            "md", "yaml", "yml", "tsv", "csv", "txt", "html", "htm", "css", "js", "json", "jsonl", "xml", "svg", "vtt",
            "webmanifest",
        ].contains(ending)
    }

    // MARK: Texts

    private mutating func edited(_ old: [UInt8], _ path: String) -> (bytes: [UInt8], lines: [Int]) {
        let bytes = pages.map { Self.replaced($0.old, by: $0.new, in: old) } ?? old
        let fixed = path.hasSuffix(".md") ? Self.linesOfAddresses(bytes) : []
        var matches: [NameSearch.Match] = []
        var lines: [Int] = []
        for match in ownMatches(in: bytes) {
            let place = Location(path: path, offset: match.range.lowerBound, in: bytes)
            if fixed.contains(place.line) || isInAddress(match, bytes) {
                kept.append(.keptName(at: place))
            } else {
                matches.append(match)
                lines.append(place.line)
            }
        }
        return (replaced(bytes, matches), Set(lines).sorted())
    }

    /// Places of the name that are no part of a longer one's.
    private func ownMatches(in bytes: [UInt8]) -> [NameSearch.Match] {
        let found = search.matches(in: bytes)
        guard !found.isEmpty, !others.isEmpty else { return found }
        let longer = others.flatMap { $0.matches(in: bytes) }.map(\.range)
        return found.filter { match in !longer.contains { $0.overlaps(match.range) } }
    }

    private func replaced(_ bytes: [UInt8], _ matches: [NameSearch.Match]) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        for match in matches {
            output += bytes[start..<match.range.lowerBound]
            let words = match.joint == " " ? desk : desk.replacing(" ", with: String(match.joint))
            output += (match.isEncoded ? percentEncoded(words, keeping: .inComponent) : words).utf8
            start = match.range.upperBound
        }
        return output + bytes[start...]
    }

    /// Whether the place is part of an article's address, which must go on leading to it.
    private func isInAddress(_ match: NameSearch.Match, _ bytes: [UInt8]) -> Bool {
        guard !addresses.isEmpty, match.joint != " " || match.isEncoded else { return false }
        func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'()<>[]".utf8.contains(byte) }
        let start = bytes[..<match.range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
        let end = bytes[match.range.upperBound...].firstIndex(where: isEnd) ?? bytes.count
        let token = String(decoding: bytes[start..<end], as: UTF8.self)
        let decoded = percentDecoded(token) ?? token
        return addresses.contains { decoded.contains($0.hasSuffix("/") ? String($0.dropLast()) : $0) }
    }

    /// Lines of front matter that give an article its address or its id.
    private static func linesOfAddresses(_ bytes: [UInt8]) -> Set<Int> {
        let keys: Set<String> = ["slug", "id", "aliases"]
        var (lines, isWithin): (Set<Int>, Bool) = ([], false)
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        {
            if number > 0, line.starts(with: "---".utf8) { break }
            let isIndented = line.first.map { $0 <= 0x20 || $0 == UInt8(ascii: "-") } ?? true
            if !isIndented {
                let key = line.firstIndex(of: UInt8(ascii: ":")).map { String(decoding: line[..<$0], as: UTF8.self) }
                isWithin = key.flatMap { Vocabulary.article.name(of: bare($0)) }.map(keys.contains) ?? false
            }
            if isWithin { lines.insert(number + 1) }
        }
        return lines
    }

    /// Links to a page lead to another, in letters or encoded.
    private static func replaced(_ old: URLPath, by new: URLPath, in bytes: [UInt8]) -> [UInt8] {
        func bare(_ path: URLPath) -> String {
            "/" + (path.text.hasSuffix("/") ? String(path.text.dropLast()) : path.text)
        }
        let encoded = percentEncoded(bare(old))
        let spellings = [
            (bare(old), bare(new)), (encoded, percentEncoded(bare(new))),
            (encoded.lowercased(), percentEncoded(bare(new))),
        ]
        var bytes = bytes
        for (old, new) in spellings {
            let wanted = Array(old.utf8)
            var (output, place): ([UInt8], Int) = ([], 0)
            while place < bytes.count {
                let end = place + wanted.count
                let isWhole = end >= bytes.count || "/?#\"'()<> \t\r\n".utf8.contains(bytes[min(end, bytes.count - 1)])
                if bytes[place] == wanted[0], isWhole, bytes[place...].starts(with: wanted) {
                    output += new.utf8
                    place = end
                } else {
                    output.append(bytes[place])
                    place += 1
                }
            }
            bytes = output
        }
        return bytes
    }

    // MARK: Tables

    /// Without the rules that spell the name; what leads to the person's page leads to the desk's.
    private mutating func editedRedirects(_ old: [UInt8]) -> (bytes: [UInt8], lines: [Int]) {
        let (new, changed) = edited(old, RedirectFile.path)
        kept.removeAll { $0.location?.path == RedirectFile.path }
        let (before, after) = (
            old.split(separator: 0x0A, omittingEmptySubsequences: false),
            new.split(separator: 0x0A, omittingEmptySubsequences: false)
        )
        var (rest, lines): ([ArraySlice<UInt8>], [Int]) = ([], changed)
        for (number, line) in after.enumerated() {
            let from = before[number].prefix { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: " ") }
            let isOfPage = pages.map { page in
                let text = percentDecoded(String(decoding: from, as: UTF8.self)) ?? ""
                return text.hasPrefix("/" + page.old.text.dropLast())
            }
            if isOfPage ?? false || isNamed(in: Array(from)) || isNamed(in: Array(line)) {
                lines.append(number + 1)
            } else {
                rest.append(line)
            }
        }
        return (Array(rest.joined(separator: [0x0A])), Set(lines).sorted())
    }

    /// Without the lines that spell the name: what stands there no more is asked for by nobody.
    private mutating func editedLedger(_ old: [UInt8]) -> (bytes: [UInt8], lines: [Int]) {
        var (rest, lines): ([ArraySlice<UInt8>], [Int]) = ([], [])
        for (number, line) in old.split(separator: 0x0A).enumerated() {
            let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            let isArticle = columns.count > 1 && columns[1].count == 32
            let isOfPage = pages.map { page in
                columns.last.map { String(decoding: $0, as: UTF8.self).contains(page.old.href(base: "/")) } ?? false
            }
            if !isArticle, isOfPage ?? false || isNamed(in: Array(line)) {
                lines.append(number + 1)
            } else {
                if isArticle, isNamed(in: Array(line)) {
                    kept.append(.keptName(at: Location(path: "Content/published.tsv", line: number + 1)))
                }
                rest.append(line)
            }
        }
        return (rest.flatMap { $0 + [0x0A] }, lines)
    }
}

extension Diagnostic {
    fileprivate static func unfitDesk(_ desk: String) -> Diagnostic {
        Diagnostic(
            id: NameRule.desk,
            Message(
                en:
                    "a name is withdrawn as another, of letters, digits, spaces and hyphens, such as «مكتب القاهرة»; this is "
                    + "“\(desk)”",
                ar: "يحل محل الاسم اسم غيره من حروف وأرقام وفراغات وشرطات، مثل «مكتب القاهرة»؛ والمكتوب «\(desk)»"),
            at: nil)
    }

    fileprivate static func unknownName(_ name: String, among names: [String]) -> Diagnostic {
        let hint = suggestion(for: name, among: names)
        return Diagnostic(
            id: NameRule.name,
            Message(
                en: "no file has the name “\(name)”" + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "لا يرد الاسم «\(name)» في أي ملف" + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")),
            at: nil)
    }

    fileprivate static func keptName(at place: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: NameRule.kept,
            Message(
                en:
                    "an address, an id or a file's name spells the name here, and articles keep theirs; change it by hand "
                    + "where it must go",
                ar: "يرد الاسم هنا في عنوان أو معرّف أو اسم ملف، وتحتفظ المقالات بها؛ غيّره بيدك إن وجب"),
            at: place)
    }
}
