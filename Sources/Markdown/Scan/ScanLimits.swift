/// The most that a body may have of what costs libcmark more than its length.
struct ScanLimits {
    /// Containers within containers; brackets within brackets.
    var nesting = 100
    /// Bytes of one link definition.
    var definition = 2_000
    /// Bytes of a whole body.
    static let body = 4 << 20
}
