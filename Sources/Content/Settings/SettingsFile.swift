import Base

/// `Content/site.yaml` after reading.
struct SettingsFile: Sendable {
    static let path = "Content/site.yaml"

    /// Nil where the file is missing or cannot be read.
    @Boxed private(set) var outlet: Outlet?
    /// Digest of the very bytes that `outlet` and its zone were read from; nil where there is none.
    let digest: Digest?
    let diagnostics: [Diagnostic]

    /// - Parameter entry: as the folder lists it; nil where it is missing.
    init(_ entry: FileEntry?, in tree: some FileTree, _ options: LoadOptions) {
        guard let entry else {
            (outlet, digest, diagnostics) = (nil, nil, [Self.missing])
            return
        }
        do throws(Diagnostic) {
            let file = try tree.read(entry.path)
            let text = try SourceText(file, path: entry.path).settings(path: entry.path)
            let (clean, warnings) = cleaned(text, of: text, path: entry.path)
            let (yaml, problems) = try Yaml.parse(written: clean, keys: Self.textKeys, path: entry.path)
            var fields = Fields(yaml, .site, path: entry.path)
            var outlet = fields.readOutlet(zones: options.zones)
            if let address = options.address { outlet.address = address }
            var parts = Fingerprint()
            parts.add(Digest(of: file))
            parts.add(outlet.zone.digest)
            (self.outlet, digest) = (outlet, parts.digest)
            diagnostics = warnings + problems + fields.diagnostics
        } catch {
            (outlet, digest, diagnostics) = (nil, nil, [error])
        }
    }

    private static let textKeys = {
        var keys = Vocabulary.textKeys(of: [.site, .section, .link, .menuEntry, .months, .feeds, .security, .app])
        keys.isOfSettings = true
        return keys
    }()

    private static var missing: Diagnostic {
        Diagnostic(
            id: SettingsRule.noSite,
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
    }
}
