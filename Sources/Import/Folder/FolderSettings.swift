import ArabicText
import Base
import Content

/// What the settings of a folder say that an import needs, whichever system they are of.
struct FolderSettings: Sendable {
    /// All that is stated.
    private(set) var values = MatterValue.map([])
    /// Files that could not be read as what they are.
    private(set) var problems: [MatterProblem] = []
    /// Host of the old site; empty where none is stated.
    private(set) var host = ""
    /// Scheme and host; empty likewise.
    private(set) var origin = ""
    /// Path beneath which the old site lay, without slashes at its ends; empty for the host's root.
    private(set) var base = ""
    private(set) var title = ""
    private(set) var language = ""
    /// Of texts that name none.
    private(set) var defaultLanguage = ""
    private(set) var zoneName: String?

    private static let formats: [(ending: String, format: MatterFile.Format)] = [
        ("toml", .toml), ("yaml", .yaml), ("yml", .yaml), ("json", .json),
    ]

    // MARK: - Jekyll

    init(jekyll tree: DiskTree) {
        read("_config", in: tree)
        setAddress((values["url"].text ?? "") + "/" + (values["baseurl"].text ?? ""))
        title = values[any: ["title", "name"]].text ?? ""
        language = values[any: ["lang", "locale", "language"]].text ?? ""
        zoneName = values["timezone"].text
    }

    // MARK: - Hugo

    init(hugo tree: DiskTree) {
        for name in ["config", "hugo"] { read(name, in: tree) }
        for name in ["config", "hugo"] { read("config/_default/\(name)", in: tree) }
        for key in ["params", "languages", "permalinks", "taxonomies", "markup", "frontmatter"] {
            read("config/_default/\(key)", in: tree, beneath: key)
        }
        setAddress(values["baseURL"].text ?? "")
        title = values["title"].text ?? ""
        zoneName = values["timeZone"].text
        language = values["languageCode"].text ?? values["defaultContentLanguage"].text ?? ""
        let names = values["languages"].entries.map(\.key)
        // English is Hugo's own default.
        let usual = names.contains("en") ? "en" : names.first
        defaultLanguage = values["defaultContentLanguage"].text ?? usual ?? ""
    }

    /// Reads whichever of `name.toml`, `name.yaml`, `name.yml`, `name.json` is there.
    private mutating func read(_ name: String, in tree: DiskTree, beneath key: String? = nil) {
        for (ending, format) in Self.formats {
            let path = "\(name).\(ending)"
            guard let bytes = try? tree.readStart(of: path, count: 1 << 20) else { continue }
            let (found, problem) = MatterFile.settings(bytes, format, path: path)
            if let problem { problems.append(problem) }
            if let key { values = values.setting(key, found) } else { values = values.merged(with: found) }
        }
    }

    private mutating func setAddress(_ address: String) {
        host = PictureAddress.host(address)
        guard !host.isEmpty else {
            base = address.split(separator: "/").joined(separator: "/")
            return
        }
        origin = (address.hasPrefix("http://") ? "http://" : "https://") + host
        base = PictureAddress.path(address).split(separator: "/").joined(separator: "/")
    }

    /// Address of the old site, with its path; empty where none is stated.
    var oldAddress: String { origin.isEmpty ? "" : origin + "/" + (base.isEmpty ? "" : base + "/") }
    /// Address of the new one.
    var address: String { newAddress ?? oldAddress }
    private var newAddress: String?

    // MARK: - Feeds

    /// - Parameter address: of the new site; empty for that of the old one.
    init(_ channel: FeedChannel, address: String) {
        setAddress(channel.link)
        // A feed names a page of the site, which may lie deeper.
        base = ""
        newAddress = address.isEmpty ? nil : address
        title = channel.title
        language = channel.language
        let words = WordPressName.plain(channel.description)
        if !words.isEmpty { values = .map([.init(key: "description", value: .scalar(words))]) }
    }

    /// An own address beneath the site: decoded, with its first slash, without the old base.
    func path(_ address: String) -> String {
        let path = WordPressName.decoded(PictureAddress.path(address)).text
        guard !base.isEmpty, path == "/" + base || path.hasPrefix("/" + base + "/") else { return path }
        let rest = path.dropFirst(base.count + 1)
        return rest.isEmpty ? "/" : String(rest)
    }

    /// How many texts a page of a list had; nil where nothing is stated.
    var listSize: Int? {
        let stated = values["pagination"]["pagerSize"].text ?? values["paginate"].text
        return stated.flatMap { Int($0) }.flatMap { (1...1000).contains($0) ? $0 : nil }
    }

    // MARK: - Languages of Hugo

    /// Languages that have a folder or files of their own, the default one first.
    var languages: [String] {
        let all = values["languages"].entries.filter { $0.value["disabled"].flag != true }.map(\.key)
        return defaultLanguage.isEmpty ? all : [defaultLanguage] + all.filter { $0 != defaultLanguage }
    }

    /// Settings of one language, which hold before the site's.
    mutating func choose(_ language: String) {
        let own = values["languages"][language]
        if let title = own["title"].text { self.title = title }
        if let address = own["baseURL"].text { setAddress(address) }
        values = values.setting("permalinks", own["permalinks"])
        values = values.setting("params", own["params"])
        for key in ["contentDir", "languageCode"] where own[key] != .nothing { values = values.setting(key, own[key]) }
        if let tag = own["languageCode"].text {
            self.language = tag
        } else if !own.entries.isEmpty {
            self.language = language
        }
    }
}
