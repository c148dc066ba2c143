import Publishing

/// Progress of a build on a terminal: after one second, the last stage that was finished, on a line of its own.
final class Progress {
    private let terminal: Terminal
    private let start = ContinuousClock().now
    private var shown = false

    init(_ terminal: Terminal) { self.terminal = terminal }

    func finished(_ stage: String) {
        guard terminal.isTerminal, ContinuousClock().now - start > .seconds(1) else { return }
        shown = true
        let name = Stage(rawValue: stage).map { said(en: stage, ar: $0.arabic) } ?? stage
        StandardStream.errors.write(Array("\r\u{1B}[2K\(name) ✓".utf8))
    }

    /// Clears the line.
    func end() {
        if shown { StandardStream.errors.write(Array("\r\u{1B}[2K".utf8)) }
    }
}

extension Stage {
    fileprivate var arabic: String {
        switch self {
        case .compare: "مقارنة الملفات"
        case .read: "القراءة"
        case .typeset: "تنضيد النصوص"
        case .plan: "تخطيط الصفحات"
        case .compile: "القوالب"
        case .check: "الفحص"
        case .publish: "الكتابة"
        }
    }
}
