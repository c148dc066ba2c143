/// What the site makes of a link's destination.
package enum ResolvedLink: Sendable, Hashable {
    /// The destination that the author wrote.
    case asWritten
    /// Another destination, ready for `href`: percent-encoded, not yet escaped for HTML.
    case to(String)
    /// No such page is published yet: the words stand without a link.
    case withheld
}

/// A picture that exists: what to write into `src`, and its size in pixels.
package struct ResolvedPicture: Sendable, Hashable {
    /// The value of `src`, ready for the attribute: percent-encoded, not yet escaped for HTML.
    package let source: String
    /// In pixels; 0 where the size is not known, as of a vector drawing.
    package let width: Int
    package let height: Int

    package init(source: String, width: Int, height: Int) {
        self.source = source
        self.width = width
        self.height = height
    }
}
