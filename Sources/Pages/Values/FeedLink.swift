import Templates

/// A feed as a page offers it.
package struct FeedLink: Sendable {
    package let title: String
    package let url: String
    package let type: String

    static let record = Record<FeedLink>(
        "feed",
        [
            Field("title", .string, "What it carries.") { .string($0.title) },
            Field("url", .string, "Its address.") { .string($0.url) },
            Field("type", .string, "Its media type.", example: "application/atom+xml") { .string($0.type) },
        ])
}

extension Value {
    /// Absent is undefined: it prints nothing.
    static func optional(_ text: String?) -> Value { text.map { .string($0) } ?? .undefined }
}
