import Base
import Publishing

/// What `sitegen upgrade theme` prints: a line for each file, and the sums.
struct UpgradeListing {
    let upgrade: ThemeUpgrade
    let isDryRun: Bool
    let arabic: Bool

    func lines(withDifferences shows: Bool) -> [String] {
        upgrade.changes.flatMap { change -> [String] in
            let marked = shows ? change.difference?.marked.map { "    " + visible($0) } : nil
            return [line(change)] + (marked ?? [])
        } + [sums]
    }

    private func line(_ change: ThemeUpgrade.Change) -> String {
        let path = visible(change.path)
        let difference = change.difference.map { "  +\($0.added.count) -\($0.removed.count)" } ?? ""
        let (mark, english, arabic): (String, String, String) =
            switch change.step {
            case .update: ("~", "", "")
            case .add: ("+", "", "")
            case .offer:
                (
                    "!", "you edited it; the theme's is beside it, ending in .new",
                    "غيّرتموه؛ وملف القوالب بجانبه، وآخر اسمه .new"
                )
            case .wait:
                (
                    "!",
                    "you edited it and the file beside it that ends in .new; take that one away and run this again",
                    "غيّرتموه وغيّرتم ما بجانبه المنتهي بـ .new؛ أبعد هذا وأعد الأمر"
                )
            case .staysDeleted: ("-", "you deleted it; so it stays", "حذفتموه، فيبقى محذوفًا")
            case .leftTheme:
                (
                    "?", "the theme no longer has it; delete it where no template of yours uses it",
                    "لم يعد من القوالب؛ احذفه إن لم يستعمله قالب لكم"
                )
            }
        let said = self.arabic ? arabic : english
        return "\(mark) \(path)\(difference)" + (said.isEmpty ? "" : "\n    \(said)")
    }

    private var sums: String {
        func count(_ step: ThemeUpgrade.Step) -> Int { upgrade.changes.count { $0.step == step } }
        let (updated, added) = (count(.update), count(.add))
        let (offered, kept) = (count(.offer), upgrade.untouched)
        if arabic {
            return "تجدّد: \(updated)، أُضيف: \(added)، بجانب ما غيّرتموه: \(offered)، لا يحتاج إلى شيء: \(kept)"
                + (isDryRun ? "؛ لم يُكتب شيء" : "")
        }
        return "replaced: \(updated), added: \(added), beside edited ones: \(offered), as they were: \(kept)"
            + (isDryRun ? "; nothing was written" : "")
    }
}
