extension Array where Element: Hashable {
    /// Each once, where it came first.
    package func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
