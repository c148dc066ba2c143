/// What is known of a block's text so far, while its lines are scanned one after the other.
struct InlineState {
    /// Punctuation to libcmark, nothing to readers; nil until it is needed, empty if there is none to be had.
    var joint: [UInt8]?
    var stars = OpenRuns()
    var underscores = OpenRuns()
    /// The place behind the last line of the block's text.
    var textEnd = 0
    /// Where strong emphasis closes that reaches over items of a list.
    var strongEnd = 0
    var strongDelimiter = UInt8(ascii: "*")
    /// Whether a note stands in the block's text.
    var usesNote = false
    /// Opening brackets without their closing ones.
    var brackets = 0
    var isReported = false
    /// Where the last comment ends that reaches beyond its line.
    var commentEnd = 0
    /// The place up to which no comment ends.
    var commentsSearched = 0
}
