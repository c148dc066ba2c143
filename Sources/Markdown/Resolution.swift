/// What the site makes of a link's destination.
package enum ResolvedLink: Sendable, Hashable {
    /// The destination that the author wrote.
    case asWritten
    /// Another destination, ready for `href`: percent-encoded, not yet escaped for HTML.
    case to(String)
    /// A file that readers save or open, with what is said of it behind the link.
    case file(String, FileNote)
    /// No such page is published yet: the words stand without a link.
    case withheld

    /// Where it leads; nil where that is what the author wrote, or nowhere.
    package var href: String? {
        switch self {
        case .to(let href), .file(let href, _): href
        case .asWritten, .withheld: nil
        }
    }
}

/// What a reader wants to know of a file before he opens it: `PDF، 1.2 م.ب`.
package struct FileNote: Sendable, Hashable {
    /// As `PDF`.
    package let type: String
    /// With its unit.
    package let size: String

    package init(type: String, size: String) { (self.type, self.size) = (type, size) }
}

/// A recording that exists: what a player needs.
package struct ResolvedRecording: Sendable, Hashable {
    /// The words of a recording in a file of their own.
    package struct Captions: Sendable, Hashable {
        /// As an author would name it.
        package let destination: String
        /// As in `ResolvedRecording`.
        package let source: String
        /// BCP 47.
        package let language: String

        package init(destination: String, source: String, language: String) {
            (self.destination, self.source, self.language) = (destination, source, language)
        }
    }

    /// The value of `src`, ready for the attribute: percent-encoded, not yet escaped for HTML.
    package let source: String
    package let isVideo: Bool
    /// In pixels; 0 of sound, and where it is not known.
    package let width: Int
    package let height: Int
    /// How long it plays, `12:34`; nil where it is not known.
    package let length: String?
    /// In seconds; 0 where it is not known.
    package let seconds: Int
    /// The picture that stands for it, as an author would name it; nil where there is none.
    package let poster: String?
    package let captions: [Captions]

    package init(
        source: String, isVideo: Bool, width: Int = 0, height: Int = 0, length: String? = nil, seconds: Int = 0,
        poster: String? = nil, captions: [Captions] = []
    ) {
        (self.source, self.isVideo, self.width, self.height) = (source, isVideo, width, height)
        (self.length, self.seconds, self.poster, self.captions) = (length, seconds, poster, captions)
    }
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
