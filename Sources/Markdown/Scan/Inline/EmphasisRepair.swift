/// CommonMark asks of `**` that a letter or a blank stand on one side of it and punctuation not on the other alone:
/// fine in English, wrong in Arabic, where `و` is written joined to the next word and so to its quotation mark.
///
/// Where a run beside Arabic means to open or to close but CommonMark says it can't, a joint (`ScanMark.joint`) goes
/// between it and the letter. libcmark takes the joint for punctuation; the renderer leaves it out.
extension BodyScan {
    /// Weighs the run that starts at `start`, and returns the place behind it.
    mutating func weighRun(_ start: Int, _ lineStart: Int, _ lineEnd: Int) -> Int {
        let delimiter = body[start]
        var end = start
        while end < lineEnd, body[end] == delimiter { end += 1 }
        if end - start == 2 { features.insert(.strongRuns) }
        let run = DelimiterRun(body, start, end, lineStart, lineEnd)
        let isStar = delimiter == UInt8(ascii: "*")
        let step = isStar ? inline.stars.step(for: run) : inline.underscores.step(for: run)
        switch step {
        case .repairedClose: insertJoint(at: end)
        case .repairedOpen: insertJoint(at: start)
        default: break
        }
        if isStar { inline.stars.take(step, run.length) } else { inline.underscores.take(step, run.length) }
        return end
    }

    private mutating func insertJoint(at offset: Int) {
        if let joint = joint() { rewriting.replace(offset, offset, with: joint) }
    }
}
