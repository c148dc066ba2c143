package import Base
import ArabicText

/// What a build is asked for, as far as content is concerned.
package struct LoadOptions: Sendable {
    /// The build's clock.
    package var now: Instant
    /// Drafts and embargoed articles are shown.
    package var showsUnpublished = false
    /// Takes the place of site.yaml's `url`.
    package var address: SiteAddress?
    package var workers: Workers
    /// Articles and pictures that stay out, by path: they are broken, and the rest is wanted all the same.
    package var leftOut: Set<String> = []
    /// Of those, by path: the pages that readers still find, for what others say of them holds as long.
    package var lastPages: [String: URLPath] = [:]
    /// Keeps what unchanged files stated.
    package var cache: ManuscriptCache?

    package init(now: Instant, showsUnpublished: Bool = false, address: SiteAddress? = nil, workers: Workers) {
        (self.now, self.showsUnpublished, self.address, self.workers) = (now, showsUnpublished, address, workers)
    }
}

/// Reads `Content/` whole, checks it whole, and freezes what is public.
///
/// Errors stand in the diagnostics; the site is there all the same, so that what comes later is checked in the same
/// run. It is nil only where site.yaml could not be read.
package func loadSite(
    _ tree: some FileTree, _ options: LoadOptions
) -> (site: Site?, diagnostics: [Diagnostic], outlet: Outlet?, withdrawn: [WithdrawnArticle]) {
    let folder: ContentFolder
    do throws(Diagnostic) {
        folder = try ContentFolder(tree)
    } catch {
        return (nil, [error], nil, [])
    }
    var diagnostics = folder.diagnostics
    let settings = readSettings(folder, tree, options)
    let outlet = settings.outlet
    diagnostics += settings.diagnostics
    // Without an outlet nothing can be built, yet everything is read: all problems are reported in one run.
    var loader = SiteLoader(outlet: outlet ?? .provisional, settings: settings.digest, options: options, tree: tree)
    loader.read(folder)
    let site = loader.freeze(folder)
    // Which extra fields there are is known from site.yaml alone.
    diagnostics += loader.diagnostics.filter { outlet != nil || $0.id != "undeclared-extra" }
    return (outlet == nil ? nil : site, diagnostics, outlet, loader.withdrawn)
}

/// An article whose file says that readers may not have it, or not any more.
package struct WithdrawnArticle: Sendable {
    package let path: String
    /// Whether its headline stays, as after a retraction.
    package let keepsHeadline: Bool
}

/// What site.yaml says.
struct ReadSettings: Sendable {
    var outlet: Outlet?
    /// Of the very bytes that `outlet` was read from; nil where there is none.
    var digest: Digest?
    var diagnostics: [Diagnostic]
}

func readSettings(_ folder: ContentFolder, _ tree: some FileTree, _ options: LoadOptions) -> ReadSettings {
    let path = "Content/site.yaml"
    guard let entry = folder.settings else {
        return ReadSettings(
            diagnostics: [
                Diagnostic(
                    id: "no-site",
                    Message(
                        en:
                            "a site starts with Content/site.yaml, which names the outlet: “name: …” and “url: "
                            + "https://…”; go to the site's folder, name it with --site, or start one with "
                            + "“sitegen new site FOLDER”",
                        ar:
                            "يبدأ الموقع بالملف Content/site.yaml وفيه اسم الموقع وعنوانه: «name: …» و«url: "
                            + "https://…»؛ انتقل إلى مجلد الموقع، أو اذكره بعد \u{200E}«--site»\u{200E}، أو ابدأ "
                            + "موقعًا بالأمر «sitegen new site مجلد»"
                    ),
                    at: Location(path: path))
            ]
        )
    }
    do throws(Diagnostic) {
        let file = try tree.read(entry.path)
        let text = try SourceText(file, path: path).settings(path: path)
        var keys = Vocabulary.textKeys(of: [.site, .section, .link, .months, .feeds, .security, .app])
        keys.isOfSettings = true
        let (clean, warnings) = cleaned(text, of: text, path: path)
        let (yaml, problems) = try Yaml.parse(written: clean, keys: keys, path: path)
        var (outlet, diagnostics) = readOutlet(yaml, path: path)
        if let address = options.address { outlet.address = address }
        return ReadSettings(outlet: outlet, digest: Digest(of: file), diagnostics: warnings + problems + diagnostics)
    } catch {
        return ReadSettings(diagnostics: [error])
    }
}

extension Outlet {
    /// Stands in while the articles of a site without settings are checked.
    fileprivate static var provisional: Outlet {
        Outlet(name: "", address: .unknown, arabicMessages: true)
    }
}
