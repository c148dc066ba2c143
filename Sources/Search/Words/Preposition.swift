/// على, which folded is the name علي; also behind و or ف. It stands alone: no letter and no mark before or behind it.
enum Preposition {
    private static let letters: [UInt8] = [0xD8, 0xB9, 0xD9, 0x84, 0xD9, 0x89]

    /// Whether `text[start..<end]`, UTF-8, is the preposition.
    static func isWritten(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var start = start
        if end - start == 8, text[start] == 0xD9, [0x88, 0x81].contains(text[start + 1]) { start += 2 }
        guard end - start == 6 else { return false }
        return letters.indices.allSatisfy { text[start + $0] == letters[$0] }
    }

    /// The text with a blank in each of its places.
    static func removed(from text: String) -> String {
        let letters: [[Unicode.Scalar]] = ["على", "وعلى", "فعلى"].map { Array($0.unicodeScalars) }
        var out = String.UnicodeScalarView()
        var run: [Unicode.Scalar] = []
        func close() {
            out.append(contentsOf: letters.contains(run) ? [" "] : run)
            run = []
        }
        for scalar in text.unicodeScalars {
            if isLetter(scalar) || isMark(scalar) {
                run.append(scalar)
            } else {
                close()
                out.append(scalar)
            }
        }
        close()
        return String(out)
    }
}
