/// A comment in HTML, which browsers do not show (HTML Living Standard, 13.2.5.43 to 13.2.5.51).
package enum HTMLComment {
    /// Whether a comment begins at `place`.
    package static func starts(at place: Int, in html: [UInt8]) -> Bool { html[place...].starts(with: "<!--".utf8) }

    /// The place behind the comment that starts at `start`; nil where nothing ends it.
    package static func end(from start: Int, in html: [UInt8]) -> Int? {
        // `<!-->` and `<!--->` are whole comments.
        for short in ["<!-->", "<!--->"] where html[start...].starts(with: short.utf8) {
            return start + short.utf8.count
        }
        var i = start + 4
        while let hyphen = html[i...].firstIndex(of: UInt8(ascii: "-")) {
            if html[hyphen...].starts(with: "-->".utf8) { return hyphen + 3 }
            if html[hyphen...].starts(with: "--!>".utf8) { return hyphen + 4 }
            i = hyphen + 1
        }
        return nil
    }
}
