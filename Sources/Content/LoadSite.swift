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
    /// The zones of the outlet and of the places that dates name.
    package var zones = ZoneDatabase()
    /// Workers that read the files.
    package var workers: Workers
    /// Articles and pictures that stay out, by path: they are broken, and the rest is wanted all the same.
    package var leftOut: Set<String> = []
    /// Pages of those articles that readers still find, by path: what others say of them holds as long.
    package var lastPages: [String: URLPath] = [:]
    /// Keeps what unchanged files stated.
    package var cache: ManuscriptCache?
    /// Keeps what unchanged pictures are.
    package var pictures: PictureCache?
    /// Keeps what unchanged recordings and documents are.
    package var attachments: AttachmentCache?

    /// Options with an empty list of what is left out and no cache.
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
    let settings = SettingsFile(folder.settings, in: tree, options)
    let outlet = settings.outlet
    diagnostics += settings.diagnostics
    // Without an outlet nothing can be built, yet everything is read: all problems are reported in one run.
    var loader = SiteLoader(
        outlet: outlet ?? .provisional, settingsDigest: settings.digest, options: options, tree: tree)
    loader.read(folder)
    let site = loader.freeze(folder)
    // Which extra fields there are is known from site.yaml alone.
    diagnostics += loader.diagnostics.filter { outlet != nil || !$0.breaks(ArticleRule.undeclaredExtra) }
    return (outlet == nil ? nil : site, diagnostics, outlet, loader.withdrawn)
}

extension Outlet {
    /// Reads the settings alone, for what needs no article. Nil where there are none that can be read, which the
    /// diagnostics say.
    package static func load(
        from tree: some FileTree, _ options: LoadOptions
    ) -> (outlet: Outlet?, diagnostics: [Diagnostic]) {
        do throws(Diagnostic) {
            let file = SettingsFile(try ContentFolder(tree).settings, in: tree, options)
            return (file.outlet, file.diagnostics)
        } catch {
            return (nil, [error])
        }
    }
}

/// An article whose file says that readers may not have it, or not any more.
package struct WithdrawnArticle: Sendable {
    /// The file, relative to the site's folder.
    package let path: String
    /// Whether its headline stays, as after a retraction.
    package let keepsHeadline: Bool
}

extension Outlet {
    /// Stands in while the articles of a site without settings are checked.
    fileprivate static var provisional: Outlet {
        Outlet(name: "", address: .unknown, arabicMessages: true)
    }
}
