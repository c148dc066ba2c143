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
    /// The same in several sizes; nil where there is but one.
    package let candidates: Candidates?

    /// Values of `srcset` and `sizes`, ready for the attributes.
    package struct Candidates: Sendable, Hashable {
        /// For browsers that know WebP; nil where there is none.
        package let webp: String?
        /// For those that do not.
        package let others: String
        /// How wide the picture is on the page, at each of its places.
        package let sizes: PictureWidths

        package init(webp: String?, others: String, sizes: PictureWidths) {
            (self.webp, self.others, self.sizes) = (webp, others, sizes)
        }
    }

    package init(source: String, width: Int, height: Int, candidates: Candidates? = nil) {
        self.source = source
        self.width = width
        self.height = height
        self.candidates = candidates
    }
}

/// Where in a text a picture stands.
package enum PicturePlace: Sendable, Hashable {
    /// In the column of the text.
    case text
    /// In a row of two; of three, on a phone of two.
    case half, third
}

/// Values of `sizes`, ready for the attribute: how wide a picture must be to fill its place.
package struct PictureWidths: Sendable, Hashable {
    let text: String
    let half: String
    let third: String

    package init(text: String, half: String, third: String) {
        (self.text, self.half, self.third) = (text, half, third)
    }

    subscript(_ place: PicturePlace) -> String {
        switch place {
        case .text: text
        case .half: half
        case .third: third
        }
    }
}
