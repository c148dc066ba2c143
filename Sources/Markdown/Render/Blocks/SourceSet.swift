extension String {
    /// The candidates of a `srcset`, each with its width or density (HTML Living Standard, 4.8.4.2.1).
    var pictureCandidates: [(source: String, descriptor: String)] {
        var found: [(String, String)] = []
        var rest = self[...]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            if rest.isEmpty { return found }
            var source = rest.prefix { !$0.isWhitespace }
            rest = rest[source.endIndex...]
            // A comma at an address's end parts it from the next; one inside belongs to it.
            guard source.last != "," else {
                while source.last == "," { source.removeLast() }
                found.append((String(source), ""))
                continue
            }
            let descriptor = rest.prefix { $0 != "," }
            rest = rest[descriptor.endIndex...]
            found.append((String(source), descriptor.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
        }
    }
}
