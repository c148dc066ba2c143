import Base

// Addresses that differ by nothing but where a section lies in the tree.

extension URLPatterns {
    /// Whether two addresses are of a section whose slug is the same, beneath different ones.
    package func areOfOneSection(_ old: URLPath, _ new: URLPath) -> Bool {
        guard old != new, let one = sectionPath(in: old), let other = sectionPath(in: new) else { return false }
        return one.split(separator: "/").last == other.split(separator: "/").last
    }

    /// What stands for the section in the address of its list; nil where it is of another pattern.
    private func sectionPath(in url: URLPath) -> String? {
        let parts = section.dropFirst().split(separator: "{slug}", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        return url.text.between(String(parts[0]), String(parts[1]))
    }
}

extension Article {
    /// Whether an address would be the article's if its section were another, or lay elsewhere in the tree.
    package func differsBySection(from old: URLPath, outlet: Outlet) -> Bool {
        guard old != self.url,
            outlet.patterns.article.split(separator: "{section}", omittingEmptySubsequences: false).count == 2
        else { return false }
        // A part that no address has: a slash at its end would make two of it.
        let mark = "{}"
        let marked = articleURL(read.manuscript, outlet: outlet, section: mark).text
        guard let place = marked.firstRange(of: mark) else { return false }
        return old.text.between(String(marked[..<place.lowerBound]), String(marked[place.upperBound...])) != nil
    }
}

extension String {
    /// What stands between two ends; nil where it has others, or nothing is between them.
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard utf8.count > start.utf8.count + end.utf8.count, utf8.starts(with: start.utf8),
            utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
        else { return nil }
        return String(Substring(utf8.dropFirst(start.utf8.count).dropLast(end.utf8.count)))
    }
}
