package import Base

/// What readers wrote under one article, in the order of reading: an answer stands below what it answers, the older
/// before the newer.
package struct Discussion: Sendable {
    /// How deep answers are set below each other; what answers the deepest stands beside it and names it.
    package static let deepest = 3

    /// A comment in its place.
    package struct Entry: Sendable {
        package let comment: Comment
        /// From 1 to `deepest`.
        package let depth: Int
        /// Place of the comment that it answers, among the entries, where that is not the one it is set below.
        package let answers: Int?
    }

    /// Those that are shown: a removed one is there as long as an answer to it is.
    package let entries: [Entry]
    /// All of the file, removed ones too, in its order.
    package let all: [Comment]
    /// How many of them are not removed.
    package let count: Int
    /// The comments' file, relative to the site's folder.
    package let path: String
    /// Digest of the file's bytes.
    package let digest: Digest

    /// - Parameters:
    ///   - comments: in the order of the file, each with an id of its own.
    ///   - detach: told of each comment that answers nothing, or itself by way of others: it is set as one that answers
    ///     none.
    init(_ comments: [Comment], path: String, digest: Digest, detach: (Int) -> Void = { _ in }) {
        let tree = Tree(comments, detach)
        var isShown = comments.map { !$0.isRemoved }
        for place in tree.order.reversed() where isShown[place.comment] {
            if let parent = place.parent { isShown[parent] = true }
        }
        var entries: [Entry] = []
        var numbers: [Int: Int] = [:]
        for place in tree.order where isShown[place.comment] {
            numbers[place.comment] = entries.count
            entries.append(
                Entry(
                    comment: comments[place.comment], depth: min(place.depth, Self.deepest),
                    answers: place.depth > Self.deepest ? place.parent.flatMap { numbers[$0] } : nil))
        }
        self.entries = entries
        all = comments
        count = entries.count { !$0.comment.isRemoved }
        (self.path, self.digest) = (path, digest)
    }
}

/// The comments of a thread, each behind what it answers. Walks without recursion: a chain of answers may be as long as
/// the file.
private struct Tree {
    struct Place {
        let comment: Int
        let parent: Int?
        let depth: Int
    }

    var order: [Place] = []

    init(_ comments: [Comment], _ detach: (Int) -> Void) {
        let byID = Dictionary(comments.indices.map { (comments[$0].id, $0) }) { first, _ in first }
        var (roots, answers): ([Int], [[Int]]) = ([], Array(repeating: [], count: comments.count))
        let byDate = comments.indices.sorted { (comments[$0].date, $0) < (comments[$1].date, $1) }
        for place in byDate {
            guard let name = comments[place].parent else {
                roots.append(place)
                continue
            }
            if let parent = byID[name], parent != place {
                answers[parent].append(place)
            } else {
                detach(place)
                roots.append(place)
            }
        }
        var isSet = Array(repeating: false, count: comments.count)
        order.reserveCapacity(comments.count)
        func walk(_ root: Int) {
            var stack = [Place(comment: root, parent: nil, depth: 1)]
            while let place = stack.popLast() {
                guard !isSet[place.comment] else { continue }
                isSet[place.comment] = true
                order.append(place)
                for answer in answers[place.comment].reversed() {
                    stack.append(Place(comment: answer, parent: place.comment, depth: place.depth + 1))
                }
            }
        }
        for root in roots { walk(root) }
        // What is left answers each other in a circle.
        for place in byDate where !isSet[place] {
            detach(place)
            walk(place)
        }
    }
}
