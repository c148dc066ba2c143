/// Unicode's normalisation form C: the one spelling of a text, so that equal texts have equal bytes.
///
/// Written here because the standard library's own stands behind an underscored interface that Apple's SDK does not
/// have.
package enum CanonicalForm {
    /// `text` in form C. What `Hygiene` passed returns as it came, after one scan.
    package static func nfc(_ text: String) -> String {
        var text = text
        let isComposed = text.withUTF8 { Hygiene.nextSuspect(in: $0, from: 0) == $0.count }
        return isComposed ? text : ArabicText.text(compose(text.unicodeScalars.map(\.value)))
    }

    /// Whether a scalar is its own form C beside whatever neighbours: a cheap test for what news is made of.
    static func isPlain(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x300, 0x400...0x482, 0x60C...0x60F, 0x61B...0x64A, 0x660...0x66F, 0x671...0x6D5, 0x6EE...0x6FF,
            0x1E00...0x1EFF, 0x2010...0x20CF, 0x2200...0x2328, 0x1F300...0x1FAFF:
            true
        default: false
        }
    }

    /// Whether a scalar can neither change nor move nor join the one before it.
    static func isInert(_ value: UInt32) -> Bool {
        if isPlain(value) { return true }
        if (0x1161...0x11C2).contains(value) || combiningClass(value) != 0 { return false }
        guard !CanonicalTable.seconds.contains(value) else { return false }
        guard CanonicalTable.decompositions[value] != nil else { return true }
        return CanonicalTable.composites.contains(value)
    }

    /// Any scalars in form C.
    static func compose(_ scalars: [UInt32]) -> [UInt32] {
        var out: [UInt32] = []
        out.reserveCapacity(scalars.count)
        var start = 0
        while start < scalars.count {
            var end = start + 1
            while end < scalars.count, !isInert(scalars[end]) { end += 1 }
            // A letter that nothing follows is what it is.
            if end == start + 1 && isInert(scalars[start]) {
                out.append(scalars[start])
            } else {
                out.append(contentsOf: composeCluster(scalars[start..<end]))
            }
            start = end
        }
        return out
    }

    private static func composeCluster(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
        var out: [UInt32] = []
        for value in scalars { decompose(value, into: &out) }
        putMarksInOrder(&out)
        return joined(out)
    }

    /// Any scalars in form D: letters apart from their accents.
    static func decompose(_ value: UInt32, into out: inout [UInt32]) {
        if value < 0xC0 {
            out.append(value)
        } else if (0xAC00..<0xD7A4).contains(value) {
            let index = value - 0xAC00
            out.append(0x1100 + index / 588)
            out.append(0x1161 + index % 588 / 28)
            if index % 28 != 0 { out.append(0x11A7 + index % 28) }
        } else if let parts = CanonicalTable.decompositions[value] {
            for part in parts { decompose(part, into: &out) }
        } else {
            out.append(value)
        }
    }

    private static func combiningClass(_ value: UInt32) -> UInt8 {
        value < 0x300 ? 0 : Unicode.Scalar(value)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    /// Runs of marks by their combining class, equal ones as they stood.
    private static func putMarksInOrder(_ scalars: inout [UInt32]) {
        var start = 0
        while start < scalars.count {
            var end = start
            var run: [(order: UInt8, place: Int, value: UInt32)] = []
            while end < scalars.count, case let order = combiningClass(scalars[end]), order != 0 {
                run.append((order, end, scalars[end]))
                end += 1
            }
            if run.count > 1 {
                run.sort { ($0.order, $0.place) < ($1.order, $1.place) }
                for (offset, mark) in run.enumerated() { scalars[start + offset] = mark.value }
            }
            start = max(end, start + 1)
        }
    }

    /// The composition algorithm of UAX 15, over scalars in form D.
    private static func joined(_ scalars: [UInt32]) -> [UInt32] {
        var out: [UInt32] = []
        out.reserveCapacity(scalars.count)
        var starter: Int?
        var lastClass: UInt8 = 0
        for value in scalars {
            let order = combiningClass(value)
            if let starter, out.count - 1 == starter || (lastClass != 0 && lastClass < order),
                let whole = composite(out[starter], value)
            {
                out[starter] = whole
                continue
            }
            out.append(value)
            lastClass = order
            if order == 0 { starter = out.count - 1 }
        }
        return out
    }

    private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if (0x1100..<0x1113).contains(first), (0x1161..<0x1176).contains(second) {
            return 0xAC00 + (first - 0x1100) * 588 + (second - 0x1161) * 28
        }
        if (0xAC00..<0xD7A4).contains(first), (first - 0xAC00) % 28 == 0, (0x11A8..<0x11C3).contains(second) {
            return first + second - 0x11A7
        }
        return CanonicalTable.compositions[CanonicalTable.key(first, second)]
    }
}
