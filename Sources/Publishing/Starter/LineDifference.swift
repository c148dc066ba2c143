/// The lines in which two versions of a text differ.
package struct LineDifference: Sendable, Equatable {
    /// Line of the old text, from 1, and its words.
    package let removed: [(line: Int, text: String)]
    /// Line of the new text, from 1, and its words.
    package let added: [(line: Int, text: String)]

    package static func == (one: LineDifference, other: LineDifference) -> Bool {
        one.removed.elementsEqual(other.removed, by: ==) && one.added.elementsEqual(other.added, by: ==)
    }

    package init(from old: [UInt8], to new: [UInt8]) {
        let lines = [old, new].map { bytes in
            String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        }
        var (removed, added): ([(Int, String)], [(Int, String)]) = ([], [])
        for change in lines[1].difference(from: lines[0]) {
            switch change {
            case .remove(let offset, let text, _): removed.append((offset + 1, String(text)))
            case .insert(let offset, let text, _): added.append((offset + 1, String(text)))
            }
        }
        self.removed = removed.sorted { $0.0 < $1.0 }
        self.added = added.sorted { $0.0 < $1.0 }
    }

    /// The lines as `diff` marks them, each run of them behind `@@` and the line where it begins in the new text.
    package var marked: [String] {
        var output: [String] = []
        var (old, new) = (removed[...], added[...])
        // Lines of the old text that stay, and so the distance between both counts, are the same in front of both runs.
        var shift = 0
        while let place = [old.first.map { $0.line + shift }, new.first?.line].compactMap({ $0 }).min() {
            output.append("@@ \(place) @@")
            while let line = old.first, line.line + shift == place {
                output.append("-" + line.text)
                old.removeFirst()
                shift -= 1
            }
            var next = place
            while let line = new.first, line.line == next {
                output.append("+" + line.text)
                new.removeFirst()
                (shift, next) = (shift + 1, next + 1)
            }
        }
        return output
    }
}
