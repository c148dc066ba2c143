import ArabicText
import Base
import Content

/// What the items of an export say of each other: read in a first pass, asked in the second. Some 150 bytes a post.
struct ExportIndex: Sendable {
    enum State: UInt8, Sendable { case published, draft, hidden }

    struct Post: Sendable {
        let id: Int32
        let isPage: Bool
        var state: State
        /// Whether its hour is still to come: nobody has its address yet.
        let isScheduled: Bool
        /// Old address as written.
        let link: TextArena.Place
        /// WordPress's slug in letters.
        let name: TextArena.Place
        /// Of pages alone.
        let title: TextArena.Place
        /// On the old clock, in seconds since 1970; nil where it has none.
        let localSeconds: Int?
        /// East of Greenwich.
        let offset: Int?
        let parent: Int32
        let author: TextArena.Place
        /// Places in `terms`.
        var terms: [Int32]
        /// Number of the category that a plug-in holds for the main one.
        let primary: Int32
        let order: Int32
        /// Place of the section in `terms`; -1 for none.
        var section: Int32 = -1
        /// Part of the new address.
        var slug = TextArena.Place.empty
    }

    struct Attachment: Sendable {
        let id: Int32
        /// Path in the folder of uploads.
        let file: TextArena.Place
        let alt: TextArena.Place
        let caption: TextArena.Place
        let link: TextArena.Place
        /// Address of a file that lies on another server; empty for those in the folder of uploads.
        let address: TextArena.Place
        let parent: Int32
    }

    struct Term: Sendable {
        var term: WordPressTerm
        /// How many published posts have it.
        var uses = 0
        /// How many drafts have it.
        var draftUses = 0
    }

    struct MenuItem: Sendable {
        let menu: String
        let title: String
        let type: String
        let object: Int
        let url: String
        let order: Int
        let isTop: Bool
    }

    struct Guest: Sendable {
        let name: String
        let login: String
        let description: String
    }

    private(set) var arena: TextArena
    var posts: [Post] = []
    private(set) var attachments: [Attachment] = []
    private(set) var terms: [Term] = []
    private(set) var authors: [String: WordPressAuthor] = [:]
    private(set) var guests: [String: Guest] = [:]
    private(set) var patterns: [Int: String] = [:]
    private(set) var menu: [MenuItem] = []
    private(set) var channel: [String: String] = [:]
    private(set) var hours: [Int: Int] = [:]
    /// How many posts have their comments open, and closed.
    private(set) var open = 0
    private(set) var closed = 0
    /// Whether pages for AMP were shown.
    private(set) var hasAMP = false

    private var postPlaces: [Int32: Int32] = [:]
    private var pathPlaces: [UInt64: Int32] = [:]
    private var attachmentPlaces: [Int32: Int32] = [:]
    private var filePlaces: [UInt64: Int32] = [:]
    private var termPlaces: [String: Int32] = [:]
    private var termIDs: [Int32: Int32] = [:]

    /// - Parameter folder: where what is too much for the memory lies.
    init(in folder: String) { arena = TextArena(in: folder) }

    // MARK: - Reading

    mutating func add(_ event: ExportEvent, _ options: ImportOptions) {
        switch event {
        case .channel(let name, let text): if channel[name] == nil { channel[name] = text.trimmed() }
        case .author(let author): authors[author.login] = author
        case .term(let term): _ = place(of: term)
        case .item(let item): add(item, options)
        case .mended: break
        }
    }

    private mutating func add(_ item: WordPressItem, _ options: ImportOptions) {
        switch item.type {
        case "attachment": addAttachment(item)
        case "wp_block": if item.status == "publish" { patterns[item.id] = item.content }
        case "guest-author": addGuest(item)
        case "nav_menu_item": addMenuItem(item)
        case "post", "page",
            _ where options.types.contains(item.type):
            addPost(item, options)
        default: break
        }
    }

    /// Whether the text may be public, comes as a draft, or not at all.
    static func state(_ item: WordPressItem, _ options: ImportOptions) -> State {
        switch item.status {
        case "trash", "auto-draft", "inherit": return .hidden
        case "private": return options.bringsPrivate ? .draft : .hidden
        default: break
        }
        if item.hasPassword { return options.bringsPrivate ? .draft : .hidden }
        switch item.status {
        case "publish": return .published
        case "future":
            let date = WordPressDate(local: item.date, gmt: item.dateGMT)
            let instant = date?.instant(in: options.zone ?? .utc)
            return instant.map { $0 > options.now } ?? false ? .published : .draft
        default: return .draft
        }
    }

    private mutating func addPost(_ item: WordPressItem, _ options: ImportOptions) {
        let state = Self.state(item, options)
        let date =
            WordPressDate(local: item.date, gmt: item.dateGMT) ?? WordPressDate(mail: item.pubDate)
            ?? WordPressDate(mail: channel["pubDate"] ?? "")
        let isScheduled = date.map { $0.instant(in: options.zone ?? .utc) > options.now } ?? false
        let isPublic = state == .published && !isScheduled
        var places: [Int32] = []
        if state != .hidden {
            for category in item.categories where category.domain == "category" || category.domain == "post_tag" {
                let isTag = category.domain == "post_tag"
                let nicename = WordPressName.decoded(category.nicename).text
                let term = WordPressTerm(isTag: isTag, nicename: nicename, name: WordPressName.plain(category.name))
                let place = place(of: term)
                if !places.contains(place) { places.append(place) }
                if isPublic { terms[Int(place)].uses += 1 } else { terms[Int(place)].draftUses += 1 }
            }
            if item.meta.contains(where: { $0.key.hasPrefix("amp") || $0.key.hasPrefix("_amp") }) { hasAMP = true }
            if state == .published, item.type != "page" {
                if item.commentStatus == "open" { open += 1 } else { closed += 1 }
                if let modified = WordPressDate(local: item.modified, gmt: item.modifiedGMT) {
                    hours[modified.localSeconds / 3600, default: 0] += 1
                }
            }
        }
        let primary =
            (item.meta("_yoast_wpseo_primary_category") ?? item.meta("rank_math_primary_category"))
            .flatMap { Int32($0.trimmed()) } ?? 0
        let link = arena.add(Self.shortened(item.link))
        let post = Post(
            id: Int32(clamping: item.id), isPage: item.type == "page", state: state, isScheduled: isScheduled,
            link: link, name: arena.add(WordPressName.decoded(item.name).text, within: link),
            title: item.type == "page" && state == .published ? arena.add(WordPressName.plain(item.title)) : .empty,
            localSeconds: date?.localSeconds, offset: date?.offset, parent: Int32(clamping: item.parent),
            author: arena.add(item.creator), terms: places, primary: primary, order: Int32(clamping: item.menuOrder))
        let place = Int32(posts.count)
        if let known = postPlaces[post.id] {
            posts[Int(known)] = post
            return
        }
        posts.append(post)
        postPlaces[post.id] = place
        if !item.link.isEmpty, !item.link.holds("?") { pathPlaces[Self.pathKey(item.link)] = place }
    }

    private mutating func addAttachment(_ item: WordPressItem) {
        guard item.status != "private", item.status != "trash" else { return }
        let file = item.meta("_wp_attached_file") ?? Self.uploadPath(item.attachmentURL) ?? ""
        let attachment = Attachment(
            id: Int32(clamping: item.id), file: arena.add(file),
            alt: arena.add(WordPressName.plain(item.meta("_wp_attachment_image_alt") ?? "")),
            caption: arena.add(WordPressName.plain(item.excerpt)), link: arena.add(Self.shortened(item.link)),
            address: file.isEmpty ? arena.add(item.attachmentURL.trimmed()) : .empty,
            parent: Int32(clamping: item.parent))
        let place = Int32(attachments.count)
        attachments.append(attachment)
        attachmentPlaces[attachment.id] = place
        if !file.isEmpty { filePlaces[Self.key(file)] = place }
        if !item.link.isEmpty, !item.link.holds("?") { pathPlaces[Self.pathKey(item.link)] = -1 - place }
    }

    private mutating func addGuest(_ item: WordPressItem) {
        guard item.status == "publish" else { return }
        let name = WordPressName.plain(item.meta("cap-display_name") ?? item.title)
        let login = item.meta("cap-user_login") ?? item.name
        let slug = login.hasPrefix("cap-") ? String(login.dropFirst(4)) : login
        let guest = Guest(name: name, login: slug, description: item.meta("cap-description") ?? "")
        guests[slug] = guest
    }

    private mutating func addMenuItem(_ item: WordPressItem) {
        guard item.status == "publish" else { return }
        menu.append(
            MenuItem(
                menu: item.categories.first { $0.domain == "nav_menu" }?.nicename ?? "",
                title: WordPressName.plain(item.title), type: item.meta("_menu_item_type") ?? "",
                object: item.meta("_menu_item_object_id").flatMap { Int($0) } ?? 0,
                url: item.meta("_menu_item_url") ?? "",
                order: item.menuOrder, isTop: (item.meta("_menu_item_menu_item_parent") ?? "0") == "0"))
    }

    private mutating func place(of term: WordPressTerm) -> Int32 {
        let key = (term.isTag ? "t" : "c") + term.nicename
        if let known = termPlaces[key] {
            // What the channel says of a term is more than what a post says.
            if term.id > 0 {
                terms[Int(known)].term = term
                termIDs[Int32(clamping: term.id)] = known
            }
            return known
        }
        let place = Int32(terms.count)
        terms.append(Term(term: term))
        termPlaces[key] = place
        if term.id > 0 { termIDs[Int32(clamping: term.id)] = place }
        return place
    }

    // MARK: - Asking

    subscript(text: TextArena.Place) -> String { arena[text] }

    /// Posts that readers can have now.
    var publicPosts: some Sequence<Post> { posts.lazy.filter { $0.state == .published && !$0.isScheduled } }

    mutating func setSlug(_ slug: String, of place: Int) {
        posts[place].slug = arena.add(slug, within: posts[place].name)
    }

    func post(_ id: Int) -> Post? { postPlaces[Int32(clamping: id)].map { posts[Int($0)] } }

    func attachment(_ id: Int) -> Attachment? { attachmentPlaces[Int32(clamping: id)].map { attachments[Int($0)] } }

    func attachment(file: String) -> Attachment? { filePlaces[Self.key(file)].map { attachments[Int($0)] } }

    enum Found { case post(Post), attachment(Attachment) }

    /// What stood at an old path.
    func found(at path: String) -> Found? {
        guard let place = pathPlaces[Self.pathKey(path)] else { return nil }
        return place < 0 ? .attachment(attachments[Int(-1 - place)]) : .post(posts[Int(place)])
    }

    func category(_ nicename: String) -> Int? { termPlaces["c" + nicename].map { Int($0) } }
    func tag(_ nicename: String) -> Int? { termPlaces["t" + nicename].map { Int($0) } }
    func term(id: Int) -> Int? { termIDs[Int32(clamping: id)].map { Int($0) } }

    /// The term at the top of the branch.
    func top(of place: Int) -> Int {
        var place = place
        for _ in 0..<16 {
            let parent = terms[place].term.parent
            guard !parent.isEmpty, let above = category(parent) else { break }
            place = above
        }
        return place
    }

    /// Digest of a path as old links write it: decoded, without its last slash.
    static func pathKey(_ address: String) -> UInt64 {
        var path = WordPressName.decoded(PictureAddress.path(address)).text
        while path.hasSuffix("/") { path.removeLast() }
        return Digest(of: path).high
    }

    /// The address in letters and without its host, where it reads back as the same: a third of its bytes.
    private static func shortened(_ address: String) -> String {
        guard !address.isEmpty, !address.holds("?"), !address.holds("#") else { return address }
        let path = PictureAddress.path(address)
        let text = WordPressName.decoded(path).text
        return text.holds("%") || !text.hasPrefix("/") || text.hasPrefix("//") ? address : text
    }

    static func key(_ text: String) -> UInt64 { Digest(of: CanonicalForm.nfc(text)).high }

    /// Path in the folder of uploads of an address; nil where it is none.
    static func uploadPath(_ address: String) -> String? {
        guard let range = address.byteRange(of: "/wp-content/uploads/") else { return nil }
        let path = address[range.upperBound...].prefix { $0 != "?" && $0 != "#" }
        return path.isEmpty ? nil : WordPressName.decoded(String(path)).text
    }
}
