import Base

/// What is checked across articles: dates that hardly anybody means, and identities.
extension SiteLoader {
    /// Years that hardly anybody means: a digit was lost or gained, or two were swapped.
    mutating func remarkUnusualDates() {
        let soon = options.now.seconds + 2 * 366 * 86400
        for read in manuscripts {
            guard !read.manuscript.isDraft, let date = read.manuscript.date,
                date.date.year < 1900 || date.instant.seconds > soon
            else { continue }
            let isEarly = date.date.year < 1900
            diagnostics.append(
                Diagnostic(
                    .advice, id: ArticleRule.unusualDate,
                    Message(
                        en:
                            "the year \(date.date.year) is "
                            + "\(isEarly ? "before 1900" : "more than two years ahead, and until then nobody sees this article"); is it the one that is meant?",
                        ar:
                            "السنة \(date.date.year) "
                            + "\(isEarly ? "قبل 1900" : "بعد أكثر من سنتين، ولن تُرى هذه المادة قبلها")؛ فهل هي "
                            + "المقصودة؟"
                    ),
                    at: place(of: "date", in: read.manuscript.path)))
        }
    }

    /// Where a key's value stands in an article, which is read again for it.
    func place(of key: String, in path: String) -> Location {
        guard let file = try? tree.read(path), let text = try? SourceText(file, path: path),
            let matter = try? FrontMatter(of: text.bytes, path: path, textKeys: Vocabulary.articleText),
            let (yaml, _) = try? matter.yaml()
        else { return Location(path: path) }
        return Fields(yaml, .article, path: path).place(of: key)
    }

    /// An id is neither that of another article nor its path, by which goes what has no id.
    mutating func checkIdentities() {
        var holders: [Digest: Int] = [:]
        for (place, read) in manuscripts.enumerated() {
            guard let id = read.manuscript.id else { continue }
            if let other = holders.updateValue(place, forKey: Digest(of: id)) {
                reportSharedIdentity(of: place, with: other)
            }
        }
        guard !holders.isEmpty else { return }
        for (place, read) in manuscripts.enumerated() {
            guard read.manuscript.id == nil else { continue }
            if let holder = holders[Digest(of: read.manuscript.stem)] { reportSharedIdentity(of: holder, with: place) }
        }
    }

    mutating func reportSharedIdentity(of place: Int, with otherPlace: Int) {
        let (holder, other) = (manuscripts[place].manuscript, manuscripts[otherPlace].manuscript)
        let isPath = other.id == nil
        diagnostics.append(
            Diagnostic(
                id: ArticleRule.duplicateID,
                Message(
                    en: "each article has an id of its own; “\(holder.identity)” is also that of \(other.path)"
                        + (isPath ? ", which goes by its path; write another" : ""),
                    ar: "لكل مقال معرّف خاص به؛ «\(holder.identity)» هو أيضًا معرّف \(other.path)"
                        + (isPath ? " الذي يُعرف بمساره؛ اكتب غيره" : "")),
                at: holder.idLocation ?? Location(path: holder.path)))
    }
}
