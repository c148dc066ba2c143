import Base
import Content
import Publishing

/// Something that people do to a newsroom's folder. Some of it makes the site invalid, as people do.
struct RandomEdit: Sendable {
    let name: String
    /// How often it happens, against the others.
    let weight: Int
    private let apply: @Sendable (inout Newsroom, inout SplitMix64) -> String

    init(
        _ name: String, weight: Int = 2, _ apply: @escaping @Sendable (inout Newsroom, inout SplitMix64) -> String
    ) {
        (self.name, self.weight, self.apply) = (name, weight, apply)
    }

    /// An edit of one story, which says what it was done to.
    static func story(
        _ name: String, weight: Int = 2, _ change: @escaping @Sendable (inout Story, Newsroom, inout SplitMix64) -> Void
    ) -> RandomEdit {
        RandomEdit(name, weight: weight) { newsroom, random in
            guard !newsroom.stories.isEmpty else { return "nothing" }
            let place = random.below(newsroom.stories.count)
            change(&newsroom.stories[place], newsroom, &random)
            return newsroom.stories[place].name
        }
    }

    /// An edit after which the story may be gone; who does it mostly takes the links to it away first.
    static func vanishing(
        _ name: String, weight: Int = 2, _ change: @escaping @Sendable (inout Story, Newsroom, inout SplitMix64) -> Void
    ) -> RandomEdit {
        RandomEdit(name, weight: weight) { newsroom, random in
            guard !newsroom.stories.isEmpty else { return "nothing" }
            let place = random.below(newsroom.stories.count)
            if !random.oneIn(5) { newsroom.forget(newsroom.stories[place].name) }
            change(&newsroom.stories[place], newsroom, &random)
            return newsroom.stories[place].name
        }
    }

    /// Does one of them; what was done, in words.
    static func any(of edits: [RandomEdit], to newsroom: inout Newsroom, _ random: inout SplitMix64) -> String {
        var left = random.below(edits.reduce(0) { $0 + $1.weight })
        for edit in edits {
            left -= edit.weight
            if left < 0 { return "\(edit.name): \(edit.apply(&newsroom, &random))" }
        }
        return "nothing"
    }

    static let all = ofStories + ofComments + ofReferences + ofTheOutlet + ofTheTheme + ofRareKeys
}
