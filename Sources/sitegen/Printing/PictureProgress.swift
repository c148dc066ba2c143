import Synchronization

/// Progress of pictures on a terminal: after one second, how many are made, and how long the rest will take.
final class PictureProgress: Sendable {
    private let terminal: Terminal
    private let start = Mutex<ContinuousClock.Instant?>(nil)

    init(_ terminal: Terminal) { self.terminal = terminal }

    /// Called by several workers at once.
    func made(_ done: Int, of all: Int) {
        guard terminal.isTerminal else { return }
        let now = ContinuousClock().now
        let start = self.start.withLock { start -> ContinuousClock.Instant in
            let first = start ?? now
            start = first
            return first
        }
        let passed = now - start
        guard passed > .seconds(1) else { return }
        let left = passed * (all - done) / max(1, done)
        let minutes = Int(left.components.seconds + 30) / 60
        let rest =
            SpokenLanguage.isArabic
            ? minutes < 1 ? "أقل من دقيقة" : "نحو " + Counted.minutes.phrase(minutes, arabic: true)
            : minutes < 1 ? "less than a minute" : "about " + Counted.minutes.phrase(minutes, arabic: false)
        let made = said(en: "pictures \(done) of \(all), ", ar: "الصور: \(done) من \(all)، ")
        let line = done < all ? made + rest : ""
        StandardStream.errors.write(Array("\r\u{1B}[2K\(line)".utf8))
    }
}
