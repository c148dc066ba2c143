/// The ids that a body's headings have taken so far, as bytes: text would be normalised for each comparison, and is in
/// form C already.
struct HeadingIDs {
    /// Each id, with the last number that was put behind it; 1 for none.
    private var counts: [[UInt8]: Int] = [:]

    /// `wanted`, or with a number behind it where it is taken: `-2`, `-3`.
    ///
    /// - Parameter isForeign: whether the page around the text has it.
    mutating func take(_ wanted: [UInt8], isForeign: Bool = false) -> [UInt8] {
        guard isForeign || counts[wanted] != nil else {
            counts[wanted] = 1
            return wanted
        }
        var number = counts[wanted, default: 1] + 1
        var id = numbered(wanted, number)
        while counts[id] != nil {
            number += 1
            id = numbered(wanted, number)
        }
        counts[wanted] = number
        counts[id] = 1
        return id
    }

    func contains(_ id: String) -> Bool { counts[Array(id.utf8)] != nil }

    private func numbered(_ id: [UInt8], _ number: Int) -> [UInt8] { id + "-\(number)".utf8 }
}
