import Base
import Content
import Pages

/// What a build is about to take out of the site, and what waits to be taken out of it.
extension Publication {
    /// An error where so many published articles would go because their files are gone that a folder was rather lost than emptied: a
    /// disk that is not there, a checkout that failed. Those that editors took back are never counted.
    ///
    /// - Parameter files: every file of `Content/`.
    func tooManyRemovals(files: [FileEntry]) -> Diagnostic? {
        let (gone, all) = articlesWithoutPages
        guard gone.count > 10, gone.count * 5 > all else { return nil }
        let present = Set(files.lazy.map(\.path).filter(isArticle).map(Manifest.articleMark))
        let lost = gone.filter { !($0.article.map(present.contains) ?? false) }
        guard lost.count > 10, lost.count * 5 > all, let first = lost.first else { return nil }
        return Diagnostic(
            id: "many-removals",
            Message(
                en:
                    "the files of \(lost.count) of \(all) published articles are gone, the first that of “\(first.path)”; bring them back, or take their pages out with --allow-removals",
                ar:
                    "غابت ملفات \(lost.count) من أصل \(all) من المواد المنشورة، أولها ملف «\(first.path)»؛ أعدها، أو احذف صفحاتها بالخيار ‎--allow-removals"
            ),
            at: Location(path: "Content/articles"))
    }

    /// What to say first where errors stop a build and readers still have what they may not have; nil where nothing waits.
    ///
    /// - Parameters:
    ///   - withdrawn: the articles whose files say that readers may not have them, by path.
    ///   - name: of the output folder.
    ///   - command: the one that takes them out all the same; nil where none can, since what is wrong concerns all pages.
    func waitingRemovals(of withdrawn: [String], in name: String, command: String?) -> Diagnostic? {
        let shown = shownArticles
        let waiting = withdrawn.compactMap { path in shown[Manifest.articleMark(path)].map { (path, "\(name)/\($0)") } }
        guard let first = waiting.first else { return nil }
        let more = waiting.count - 1
        let english = "“\(first.0)”" + (more == 0 ? " is" : " and \(more) more are")
        let arabic = "«\(first.0)»" + (more == 0 ? "" : " ومواد أخرى عددها \(more)")
        let files = waiting.prefix(20).map { shellQuoted($0.1) }.joined(separator: " ")
        return Diagnostic(
            id: "removal-waits",
            command.map { command in
                Message(
                    en: "\(english) to leave the site and still public, since the errors below stop this build; take out now: \(command)",
                    ar: "\(arabic): طُلب حجبها وما زالت منشورة لأن الأخطاء أدناه توقف هذا البناء؛ لحجبها الآن: \(command)")
            }
                ?? Message(
                    en:
                        "\(english) to leave the site and still public; mend the errors below that stand in no article; until then take the pages off the web server by hand: rm \(files)",
                    ar:
                        "\(arabic): طُلب حجبها وما زالت منشورة؛ أصلح الأخطاء أدناه التي ليست في المواد؛ وحتى ذلك احذف الصفحات من الخادم بيدك: rm \(files)"
                ),
            at: nil)
    }
}

private func isArticle(_ path: String) -> Bool {
    path.utf8.starts(with: "Content/articles/".utf8) && path.utf8.suffix(3).elementsEqual(".md".utf8) && !isEditorsTemporary(path)
}

/// An argument as shells take it.
package func shellQuoted(_ text: String) -> String {
    let plain = "-_./=:,+%@".utf8
    let isPlain = text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 > 0x7F || plain.contains($0)
    }
    return isPlain && !text.isEmpty ? text : "'\(text.replacing("'", with: "'\\''"))'"
}
