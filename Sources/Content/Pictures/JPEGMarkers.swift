/// The markers of a JPEG, one after the other (ITU T.81, B.1.1.2). Bytes that belong to nothing are passed over, as
/// decoders do.
struct JPEGMarkers {
    private let file: [UInt8]
    /// Behind the marker that was found last; who knows how long its segment is moves it on.
    var offset = 2

    init(_ file: [UInt8]) { self.file = file }

    /// The next marker, with the place of the first byte that introduces it.
    mutating func next() -> (start: Int, marker: UInt8)? {
        while offset < file.count, let start = file[offset...].firstIndex(of: 0xFF) {
            offset = file[start...].firstIndex { $0 != 0xFF } ?? file.endIndex
            guard offset < file.count else { return nil }
            offset += 1
            if file[offset - 1] != 0 { return (start, file[offset - 1]) }
        }
        return nil
    }
}
