package import Base

/// One message for all places at which it would stand word for word, as an archive from another system has them by the
/// thousand.
package struct SummedDiagnostic: Sendable {
    /// Up to so many equal messages are still printed one by one.
    private static let most = 5

    /// The first of them.
    package let problem: Diagnostic
    /// How many places have the problem.
    package let count: Int
    /// How many files they are in.
    package let files: Int

    /// The problems, equal ones as one, in the order of the first of each.
    package static func sums(of problems: [Diagnostic]) -> [SummedDiagnostic] {
        var equal: [Diagnostic: (count: Int, paths: Set<String>)] = [:]
        for problem in problems { equal[problem.moved(to: nil), default: (0, [])].count += 1 }
        for problem in problems where (equal[problem.moved(to: nil)]?.count ?? 0) > most {
            equal[problem.moved(to: nil)]?.paths.insert(problem.location?.path ?? "")
        }
        var told: Set<Diagnostic> = []
        return problems.compactMap { problem in
            guard let (count, paths) = equal[problem.moved(to: nil)], count > most else {
                return SummedDiagnostic(problem: problem, count: 1, files: 1)
            }
            return told.insert(problem.moved(to: nil)).inserted
                ? SummedDiagnostic(problem: problem, count: count, files: paths.count) : nil
        }
    }

    /// `3,412 files; first at Content/articles/a.md:3:1`; nil where there is but one.
    ///
    /// - Parameter isolated: what keeps the place from being turned around beside Arabic.
    package func extent(arabic: Bool, isolated: (String) -> String = { $0 }) -> String? {
        guard count > 1 else { return nil }
        let first = problem.location.map { isolated($0.text) }
        guard arabic else {
            let places = count == files ? "" : "\(grouped(count)) places in "
            return places + "\(grouped(files)) \(files == 1 ? "file" : "files")"
                + (first.map { "; first at \($0)" } ?? "")
        }
        let places = count == files ? "" : "\(Self.phrase(count, "مواضع", "موضعًا", "موضع")) في "
        let files = files == 1 ? "ملف واحد" : files == 2 ? "ملفين" : Self.phrase(files, "ملفات", "ملفًا", "ملف")
        return places + files + (first.map { "؛ أولها \($0)" } ?? "")
    }

    private static func phrase(_ number: Int, _ few: String, _ many: String, _ other: String) -> String {
        switch pluralCategory(number) {
        case .few: "\(grouped(number)) \(few)"
        case .many: "\(grouped(number)) \(many)"
        default: "\(grouped(number)) \(other)"
        }
    }
}

/// Digits with a comma between the thousands.
private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return String(
        digits.enumerated().flatMap { place, digit in
            place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit]
        })
}
