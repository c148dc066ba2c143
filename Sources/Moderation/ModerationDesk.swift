import ArabicText
package import Base
package import Content

/// What a moderator does: takes deliveries in, lets comments through, refuses them, takes them back.
package struct ModerationDesk {
    private let tree: DiskTree
    private let writer: any OutputWriter
    private let site: Site
    package private(set) var folder: ModerationFolder

    package init(_ tree: DiskTree, _ site: Site) throws(Diagnostic) {
        (self.tree, self.site) = (tree, site)
        writer = tree.writer()
        folder = try ModerationFolder(tree)
    }

    // MARK: Taking in

    /// What became of the deliveries.
    package struct Taken: Sendable {
        package var waiting = 0
        package var spam = 0
        /// Came before.
        package var known = 0
        /// What is no comment: the file and why.
        package var refused: [(path: String, reason: Message)] = []
    }

    /// The largest delivery, in bytes; a file may hold many.
    private static let largestFile = 64 << 20

    /// - Parameters:
    ///   - files: the deliveries, each with the path that messages name it by.
    ///   - now: when a delivery without a date came.
    package mutating func take(
        _ files: [(tree: DiskTree, entry: FileEntry, shown: String)], now: Instant
    ) throws(Diagnostic) -> Taken {
        var taken = Taken()
        var intake = Intake(site, blocked: folder.blocked, now: now)
        var known = folder.refused
        for submission in folder.waiting + folder.spam {
            known.insert(submission.comment.id)
            intake.know(submission.comment.text)
        }
        for article in site.articles {
            for entry in article.thread?.all ?? [] {
                known.insert(entry.id)
                if !entry.isRemoved { intake.know(entry.text) }
            }
        }
        for (tree, entry, shown) in files where entry.kind == .file {
            guard entry.size <= Self.largestFile else {
                taken.refused.append((shown, Message(en: "larger than 64 MB", ar: "أكبر من 64 ميغابايت")))
                continue
            }
            let deliveries = FormFields.deliveries(in: try tree.read(entry.path))
            for delivery in deliveries {
                guard let delivery else {
                    taken.refused.append(
                        (shown, Message(en: "neither JSON nor a form's fields", ar: "ليس JSON ولا حقول نموذج")))
                    continue
                }
                take(delivery, shown, &intake, &known, &taken)
            }
        }
        try folder.save()
        return taken
    }

    private mutating func take(
        _ delivery: FormFields, _ shown: String, _ intake: inout Intake, _ known: inout Set<String>,
        _ taken: inout Taken
    ) {
        do throws(Intake.Refusal) {
            let submission = try intake.submission(delivery)
            guard known.insert(submission.comment.id).inserted else {
                taken.known += 1
                return
            }
            if submission.reason == nil {
                folder.waiting.append(submission)
                taken.waiting += 1
            } else {
                folder.spam.append(submission)
                taken.spam += 1
            }
        } catch {
            let reason =
                switch error {
                case .noText: Message(en: "there is no text in it", ar: "لا نص فيه")
                case .tooLong: Message(en: "longer than any comment", ar: "أطول من أي تعليق")
                }
            taken.refused.append((shown, reason))
        }
    }

    // MARK: Deciding

    /// A submission by its id, or by the beginning of one that no other has.
    private func find(_ id: String, in submissions: [Submission]) -> Int? {
        if let exact = submissions.firstIndex(where: { $0.comment.id == id }) { return exact }
        let found = submissions.indices.filter { submissions[$0].comment.id.hasPrefix(id) }
        return id.utf8.count >= 3 && found.count == 1 ? found.first : nil
    }

    /// Lets comments through: each is a line of its article's file from then on. All of them, or none.
    ///
    /// - Returns: the articles' files, in the order of the ids.
    package mutating func approve(_ ids: [String]) throws(Diagnostic) -> [String] {
        var (waiting, spam) = (folder.waiting, folder.spam)
        var approved: [Submission] = []
        for id in ids {
            if let place = find(id, in: waiting) {
                approved.append(waiting.remove(at: place))
            } else if let place = find(id, in: spam) {
                approved.append(spam.remove(at: place))
            } else {
                throw .unknownComment(id)
            }
            if approved.last?.article.isEmpty ?? true { throw .commentWithoutArticle(id) }
        }
        var paths: [String] = []
        for submission in approved {
            let path = try path(of: submission.article)
            var there = try comments(in: path)
            let comment = submission.comment
            // What it answered may have been refused, or be another article's.
            let hasParent = comment.parent.map { parent in there.contains { $0.id == parent } } ?? false
            if !there.contains(where: { $0.id == comment.id }) {
                there.append(hasParent ? comment : comment.answeringNothing)
                try write(there, to: path)
            }
            paths.append(path)
        }
        (folder.waiting, folder.spam) = (waiting, spam)
        try folder.save()
        return paths
    }

    /// Refuses comments for good.
    package mutating func reject(_ ids: [String]) throws(Diagnostic) {
        var (waiting, spam) = (folder.waiting, folder.spam)
        var refused = folder.refused
        for id in ids {
            if let place = find(id, in: waiting) {
                refused.insert(waiting.remove(at: place).comment.id)
            } else if let place = find(id, in: spam) {
                refused.insert(spam.remove(at: place).comment.id)
            } else {
                throw .unknownComment(id)
            }
        }
        (folder.waiting, folder.spam, folder.refused) = (waiting, spam, refused)
        try folder.save()
    }

    /// Takes a public comment back; its place stays for the answers to it. Returns its file.
    package mutating func remove(_ id: String) throws(Diagnostic) -> String {
        let places = published.filter { $0.comments.contains { $0.id == id } }
        guard let found = places.first, places.count == 1 else { throw .unknownComment(id) }
        try write(found.comments.map { $0.id == id ? $0.removed : $0 }, to: found.path)
        return found.path
    }

    /// Takes a reader's name off all that they wrote, public or waiting. Returns how many comments had it.
    package mutating func anonymise(_ name: String) throws(Diagnostic) -> Int {
        let key = spellingKey(ReaderText.line(name))
        var count = 0
        func changed(_ comment: Comment) -> Comment {
            guard comment.name.map({ spellingKey($0) == key }) ?? false else { return comment }
            count += 1
            return comment.anonymous
        }
        for (path, all) in published {
            let before = count
            let after = all.map(changed)
            if count > before { try write(after, to: path) }
        }
        folder.waiting = folder.waiting.map {
            Submission(comment: changed($0.comment), article: $0.article, reason: $0.reason)
        }
        folder.spam = folder.spam.map {
            Submission(comment: changed($0.comment), article: $0.article, reason: $0.reason)
        }
        try folder.save()
        return count
    }

    // MARK: Closing

    /// Closes an article to comments: its front matter says `comments: false` from then on. Returns its file.
    ///
    /// - Parameter name: its address, its file or its id.
    package func close(_ name: String) throws(Diagnostic) -> String {
        let path = site.outlet.address.ownPath(of: name) ?? name
        let written = (try? URLPath(written: path.hasPrefix("/") ? path : "/" + path))?.text
        let article = site.articles.first {
            $0.path == name || $0.identity == name || $0.url.text == written || $0.url.text == written.map { $0 + "/" }
        }
        guard let article else { throw .commentWithoutArticle(name) }
        guard article.allowsComments else { return article.path }
        guard let bytes = ClosedArticle.closing(try tree.read(article.path)) else {
            throw Diagnostic(
                id: CommentRule.article,
                Message(
                    en: "this file has no front matter that a line could be added to; write “comments: false” into it",
                    ar: "لا مقدمة في هذا الملف يضاف إليها سطر؛ اكتب فيه «comments: false»"),
                at: Location(path: article.path))
        }
        try writer.write(bytes, to: article.path)
        return article.path
    }

    // MARK: Files

    private var published: [(path: String, comments: [Comment])] {
        (site.articles + site.tombstones).compactMap { article in
            article.thread.map { ($0.path, $0.all) }
        }
    }

    private func path(of identity: String) throws(Diagnostic) -> String {
        let article = site.articles.first { $0.identity == identity }
        guard let article else { throw .commentWithoutArticle(identity) }
        return article.thread?.path ?? CommentFile.path(of: identity)
    }

    private func comments(in path: String) throws(Diagnostic) -> [Comment] {
        guard let bytes = try writer.existing(path) else { return [] }
        let file = CommentFile(bytes, path: path, zone: site.outlet.zone)
        // A file with a fault would lose the line.
        if let fault = file.diagnostics.first(where: { $0.severity == .error }) { throw fault }
        return file.comments
    }

    private func write(_ changed: [Comment], to path: String) throws(Diagnostic) {
        _ = try comments(in: path)
        try writer.write(changed.flatMap(\.line), to: path)
    }

    /// Headline of an article by its identity.
    package func title(of identity: String) -> String? { site.articles.first { $0.identity == identity }?.title }
}

extension Comment {
    /// The comment as one that answers none.
    var answeringNothing: Comment {
        Comment(id: id, parent: nil, name: name, url: url, date: date, text: text, isRemoved: isRemoved)
    }
}
