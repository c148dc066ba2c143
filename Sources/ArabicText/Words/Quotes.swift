/// What becomes of straight quotes: `quotes` of site.yaml.
package enum QuotePolicy: String, Sendable, Hashable, CaseIterable {
    case preserve
    /// «»
    case guillemets
    /// “”
    case curly
}

/// Turns the straight double quotes of one block into pairs, in turn: opening, closing, opening…
///
/// A block may come in several pieces. All are counted first; an odd count is left alone. Quotes that the author curled
/// and the apostrophe are never touched.
///
///     var quotes = QuotePairing(.guillemets)
///     quotes.count(piece)          // each piece of the block
///     quotes.append(piece, to: &html)   // each again, in the same order
package struct QuotePairing: Sendable {
    private let policy: QuotePolicy
    private var total = 0
    private var isOpen = false

    package init(_ policy: QuotePolicy) { self.policy = policy }

    /// Counts the straight quotes of the next piece of the block.
    package mutating func count(_ piece: UnsafeBufferPointer<UInt8>) {
        for byte in piece where byte == UInt8(ascii: "\"") { total += 1 }
    }

    /// Whether a quote has no partner: the block stays as it was, and the editor should know.
    package var isOdd: Bool { total & 1 == 1 }

    /// Whether `replacement` changes anything in this block.
    package var isNeeded: Bool { policy != .preserve && total > 0 && !isOdd }

    /// What the next straight quote becomes; nil where it stays.
    package mutating func replacement() -> StaticString? {
        guard isNeeded else { return nil }
        isOpen.toggle()
        return switch policy {
        case .preserve: nil
        case .guillemets: isOpen ? "«" : "»"
        case .curly: isOpen ? "“" : "”"
        }
    }

    /// Writes `piece` with its quotes replaced, and nothing else changed.
    package mutating func append(_ piece: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        guard isNeeded else { return out.append(contentsOf: piece) }
        var start = 0
        for i in piece.indices where piece[i] == UInt8(ascii: "\"") {
            guard let quote = replacement() else { continue }
            out.append(contentsOf: piece[start..<i])
            out.append(contentsOf: UnsafeBufferPointer(start: quote.utf8Start, count: quote.utf8CodeUnitCount))
            start = i + 1
        }
        out.append(contentsOf: piece[start...])
    }

    /// Ready for the next block.
    package mutating func reset() {
        total = 0
        isOpen = false
    }
}

/// One block in one piece: its text, and whether a quote has no partner.
package func pairedQuotes(_ block: [UInt8], policy: QuotePolicy) -> (text: [UInt8], isOdd: Bool) {
    block.withUnsafeBufferPointer { piece in
        var pairing = QuotePairing(policy)
        pairing.count(piece)
        guard pairing.isNeeded else { return (block, pairing.isOdd) }
        var out: [UInt8] = []
        out.reserveCapacity(block.count + 16)
        pairing.append(piece, to: &out)
        return (out, false)
    }
}
