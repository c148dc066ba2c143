import Pages

/// What one build leaves of the search index for the next. Nothing where there is no cache.
struct SearchCache: Sendable {
    private let cache: BuildCache?

    init(_ cache: BuildCache? = nil) { self.cache = cache }

    /// What the index of the last build was made from.
    @Sendable func last() -> LastSearch { (cache?.read(.search)).flatMap { LastSearch($0) } ?? LastSearch() }

    /// What is kept of the era of a year; empty for nothing.
    @Sendable func kept(_ year: Int) -> [UInt8] { cache?.read(.searchEra(year)) ?? [] }

    @Sendable func keep(_ year: Int, _ bytes: [UInt8]) { cache?.write(bytes, as: .searchEra(year)) }
}
