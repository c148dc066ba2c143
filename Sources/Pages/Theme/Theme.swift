package import Base
package import Content
import Templates

/// The outlet's look: the files of `Templates/`, its assets under fingerprinted names.
package struct Theme: Sendable {
    /// A file of `Templates/assets/`.
    package struct Asset: Sendable {
        /// `style.css`
        package let name: String
        package let url: URLPath
        package let bytes: [UInt8]
    }

    let sources: [Source]
    /// The files of `Templates/assets/`, under the names that tell their bytes.
    package let assets: [Asset]
    let strayAddresses: [StrayAddress]

    /// What to say of a theme that has no words for an article in another language.
    var silentLanguage: Diagnostic {
        let tag = Array("<html".utf8)
        let place = sources.lazy.compactMap { source in
            source.bytes.place(of: tag, from: 0).map { Location(path: source.path, offset: $0, in: source.bytes) }
        }.first
        return Diagnostic(
            .advice, id: ThemeRule.pageLanguage,
            Message(
                en:
                    "an article is in another language, and its page has the words of the site's; write "
                    + "“<html lang=\"{{ page.language }}\" dir=\"{{ page.direction }}\">”",
                ar: "في الموقع مقال بلغة أخرى، وعبارات صفحته بلغة الموقع؛ اكتب "
                    + "«<html lang=\"{{ page.language }}\" dir=\"{{ page.direction }}\">»"),
            at: place ?? Location(path: "Templates/\(Page.Kind.article.template)"))
    }

    /// Whether pages may fetch the breaking-news bar by itself.
    var hasBreakingBar: Bool { sources.contains { $0.name == Page.Kind.breaking.template } }

    /// Names of the templates of what pages fetch.
    var fragments: [String] {
        sources.map(\.name).filter { $0.hasPrefix("fragments/") && $0.hasSuffix(".html") }
    }

    /// Names of the templates that a kind of page has.
    static let standardNames = Set(Page.Kind.allCases.map(\.template) + ["list.html"])

    /// Whether there is a template of this name.
    func has(_ name: String) -> Bool { sources.contains { $0.name == name } }

    /// Whether another file names this one, as those do that extend, include or import it.
    func isNamed(_ source: Source) -> Bool {
        let names = ["\"\(source.name)\"", "'\(source.name)'"].map { Array($0.utf8) }
        return sources.contains { other in
            other.name != source.name && names.contains { other.bytes.place(of: $0, from: 0) != nil }
        }
    }

    /// Whether there is a search: the outlet may not want one, and a theme may have no page for it.
    func hasSearch(_ site: Site) -> Bool {
        site.outlet.search.isOn && sources.contains { $0.name == Page.Kind.search.template }
    }

    /// The ids that stand in the templates as they are, in the order of their bytes: a heading of the same would take
    /// the theme's links with it. A search for `id=` and no walk over tags, since a template's expressions may hold
    /// quotes and `>`: an id too many costs a heading a number, a missed one breaks a link.
    package var ids: [String] {
        var ids: Set<String> = []
        for source in sources {
            for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")] {
                let start = Array("id=".utf8) + [quote]
                var place = 0
                while let found = source.bytes.place(of: start, from: place) {
                    place = found + start.count
                    guard found > 0, source.bytes[found - 1] <= UInt8(ascii: " ") else { continue }
                    let id = source.bytes[place...].prefix { $0 != quote }
                    if !id.contains(UInt8(ascii: "{")) { ids.insert(String(decoding: id, as: UTF8.self)) }
                }
            }
        }
        return ids.sorted(by: bytesPrecede)
    }

    /// Reads `Templates/`. Reports files that cannot be read, hold two versions, or have a name that no page asks for.
    package static func read(_ tree: some FileTree) -> (theme: Theme, diagnostics: [Diagnostic]) {
        var sources: [Source] = []
        var files: [(name: String, bytes: [UInt8])] = []
        var diagnostics: [Diagnostic] = []
        do throws(Diagnostic) {
            let entries = try tree.entries(under: "Templates")
            for entry in entries where !isEditorsTemporary(entry.path) && !waits(entry.path, among: entries) {
                guard entry.kind == .file else {
                    diagnostics.append(
                        Diagnostic(
                            id: FolderRule.strayLink,
                            Message(
                                en:
                                    "a symbolic link points to a file inside the site's folder; put the file "
                                    + "itself here",
                                ar: "يشير الرابط الرمزي إلى ملف داخل مجلد الموقع؛ ضع الملف نفسه هنا"),
                            at: Location(path: entry.path)))
                    continue
                }
                let name = String(entry.path.dropFirst("Templates/".count))
                var bytes = try tree.read(entry.path)
                if let conflict = Diagnostic.conflict(in: bytes, path: entry.path) {
                    diagnostics.append(conflict)
                    bytes = ConflictMarkers.withoutOthers(bytes)
                }
                if name.hasPrefix("assets/") {
                    if let problem = problemWithPublishedName(entry.path) { diagnostics.append(problem) }
                    files.append(
                        (
                            String(name.dropFirst("assets/".count)),
                            RecordingFile.cut(from: PictureMetadata.cut(from: bytes))
                        ))
                } else {
                    sources.append(Source(name: name, path: entry.path, bytes: bytes))
                }
            }
        } catch {
            diagnostics.append(error)
        }
        let theme = Theme(sources: sources, assets: fingerprinted(files), strayAddresses: strayAddresses(files))
        return (theme, diagnostics + sources.compactMap(theme.misnamed))
    }

    /// Whether a file is what an upgrade of the theme left beside an edited one: `base.html.new`.
    private static func waits(_ path: String, among entries: [FileEntry]) -> Bool {
        path.hasSuffix(".new") && entries.contains { $0.path == path.dropLast(".new".count) }
    }

    /// What to say of a file with the name that a template has elsewhere, which no page is rendered by and no template
    /// names.
    private func misnamed(_ source: Source) -> Diagnostic? {
        let folder = source.name.lastIndex(of: "/").map { source.name[...$0] } ?? ""
        let parts = source.name.dropFirst(folder.count).split(separator: ".")
        guard let stem = parts.first, parts.count > 1,
            parts.dropFirst().allSatisfy({ Self.templateEndings.contains($0.lowercased()) })
        else { return nil }
        let isPages = Self.standardNames.contains(stem.lowercased() + ".html")
        let right = "\(folder)\(isPages ? stem.lowercased() : String(stem)).html"
        guard source.name != right, !isNamed(source) else { return nil }
        return Diagnostic(
            .warning, id: ThemeRule.templateName,
            Message(
                en: "a template's name ends in “.html”, or nobody reads it; rename this one to “\(right)”",
                ar: "ينتهي اسم القالب بـ«\u{200E}.html» وإلا لم يُقرأ؛ غيّر اسم هذا إلى «\(right)»"),
            at: Location(path: source.path))
    }

    private static let templateEndings = [
        "html", "htm", "xhtml", "j2", "jinja", "jinja2", "njk", "nunjucks", "tmpl", "tpl", "twig", "liquid", "hbs",
    ]

    /// `style.css` → `assets/style.3f2a9c01.css`. A style sheet that names another asset gets that one's new name, so
    /// its own fingerprint changes with it.
    private static func fingerprinted(_ files: [(name: String, bytes: [UInt8])]) -> [Asset] {
        func asset(_ name: String, _ bytes: [UInt8]) -> Asset {
            let fingerprint = Digest(of: bytes).hex.prefix(8)
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            return Asset(name: name, url: URLPath("assets/\(name[..<dot]).\(fingerprint)\(name[dot...])"), bytes: bytes)
        }
        let plain = files.filter { !$0.name.hasSuffix(".css") }.map { asset($0.name, $0.bytes) }
        let names = Dictionary(
            plain.map { ("assets/" + $0.name, $0.url.text.split(separator: "/").last ?? "") },
            uniquingKeysWith: { first, _ in first })
        let sheets = files.filter { $0.name.hasSuffix(".css") }
            .map { asset($0.name, StyleSheet(bytes: $0.bytes, path: "assets/" + $0.name).renamed(names)) }
        return plain + sheets
    }

    /// What the theme's style sheets name and the theme itself has not.
    private static func strayAddresses(_ files: [(name: String, bytes: [UInt8])]) -> [StrayAddress] {
        let names = Set(files.map(\.name).filter { !$0.hasSuffix(".css") }.map { "assets/" + $0 })
        return files.filter { $0.name.hasSuffix(".css") }.flatMap { file in
            StyleSheet(bytes: file.bytes, path: "assets/" + file.name)
                .strayAddresses(source: "Templates/assets/" + file.name) { names.contains($0) }
        }
    }
}
