/// Server-sent events (HTML, section 9.2) for one page: what is wrong with the site now, and whether the page changed.
struct ReloadEvents: Sendable {
    /// A page as the browser shows it.
    struct OpenPage: Sendable {
        /// Path of its file in the site.
        let file: String
        /// Digest of its bytes, in hexadecimal digits.
        var digest: String
        /// Version of the site that it is from.
        var version: Int
    }

    private var page: OpenPage
    private var isFirst = true

    init(for page: OpenPage) { self.page = page }

    /// What is sent of a state: an event, or a comment that keeps the connection open where the page knows it.
    mutating func next(_ state: ReloadState.State) -> [UInt8] {
        guard isFirst || state.version != page.version else { return Array(": \n\n".utf8) }
        let start = isFirst ? "retry: 500\n" : ""
        isFirst = false
        let event = ReloadEvent(state, page)
        page.version = state.version
        page.digest = event.digest
        return Array("\(start)data: \(event.json)\n\n".utf8)
    }
}
