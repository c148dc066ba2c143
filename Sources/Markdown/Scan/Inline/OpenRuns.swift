/// The delimiter runs of one character (`*` or `_`) that are open in a block, innermost last.
struct OpenRuns {
    private var lengths: [Int] = []

    /// Whether one run of two is open, and no other.
    var isStrong: Bool { lengths == [2] }

    /// Whether a run of `length` closes runs as long as it is: the innermost, the two innermost, or one of the next.
    func matches(_ length: Int) -> Bool {
        guard let last = lengths.last else { return false }
        if lengths.count > 1, last + lengths[lengths.count - 2] == length { return true }
        return lengths.suffix(4).contains(length)
    }

    /// What `run` means here. What CommonMark understands by itself comes first; a repair only where it would not.
    func step(for run: DelimiterRun) -> Step {
        let closes = matches(run.length)
        if closes, run.canClose { return .close }
        if closes, run.meansToClose { return .repairedClose }
        if run.meansToOpen || lengths.isEmpty && run.isClosedAhead { return .repairedOpen }
        if run.canClose, !lengths.isEmpty { return .close }
        return run.canOpen ? .open : .none
    }

    enum Step { case none, open, close, repairedOpen, repairedClose }

    mutating func take(_ step: Step, _ length: Int) {
        switch step {
        case .none: break
        case .open, .repairedOpen: lengths.append(length)
        case .close, .repairedClose: close(length)
        }
    }

    private mutating func close(_ length: Int) {
        if let position = lengths.suffix(4).lastIndex(of: length), lengths.last.map({ $0 < length }) ?? false {
            return lengths.removeSubrange(position...)
        }
        var rest = length
        while rest > 0, let last = lengths.popLast() {
            if last > rest { lengths.append(last - rest) }
            rest -= last
        }
    }
}
