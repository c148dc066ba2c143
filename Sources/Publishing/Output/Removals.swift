import Base
import Content
import Pages

/// What a build is about to take out of the site, and what waits to be taken out of it.
extension Publication {
    /// An error where so many published articles would go because their files are gone that a folder was rather lost
    /// than emptied: a disk that is not there, a checkout that failed. Those that editors took back are never counted.
    ///
    func tooManyRemovals(in site: some FileTree) -> Diagnostic? {
        let (gone, all) = articlesWithoutPages
        guard gone.count > 10, gone.count * 5 > all else { return nil }
        let files: [FileEntry]
        do throws(Diagnostic) {
            files = try site.entries(under: "Content")
        } catch {
            return error
        }
        let present = Set(files.lazy.map(\.path).filter(isArticleFile).map(Manifest.articleHash))
        let lost = gone.filter { !($0.article.map(present.contains) ?? false) }
        guard lost.count > 10, lost.count * 5 > all, let first = lost.first else { return nil }
        return Diagnostic(
            id: PublishingRule.manyRemovals,
            Message(
                en:
                    "the files of \(lost.count) of \(all) published articles are gone, the first that of "
                    + "“\(first.path)”; bring them back, or take their pages out with --allow-removals",
                ar:
                    "غابت ملفات \(lost.count) من أصل \(all) من المواد المنشورة، أولها ملف «\(first.path)»؛ أعدها، "
                    + "أو احذف صفحاتها بالأمر «sitegen build --allow-removals»"
            ),
            at: Location(path: "Content/articles"))
    }

    /// What to say first where errors stop a build and readers still have what they may not have; nil where nothing
    /// waits.
    ///
    /// - Parameters:
    ///   - command: the one that takes them out all the same; nil where none can, since what is wrong concerns all
    ///     pages.
    ///   - faults: the files in which that is wrong.
    func waitingRemovals(of withdrawn: [WithdrawnArticle], command: String?, faults: [String]) -> Diagnostic? {
        let shown = shownArticles
        let waiting = withdrawn.map(\.path).filter { shown[Manifest.articleHash($0)] != nil }
        guard !waiting.isEmpty else { return nil }
        let (english, arabic) = listed(waiting)
        guard let command else {
            let (files, arabicFiles) = listed(filesThatHold(waiting))
            let (places, arabicPlaces) = listed(faults)
            return Diagnostic(
                id: PublishingRule.removalWaits,
                Message(
                    en:
                        "to leave the site and still public: \(english); no page can be made before the errors in "
                        + "\(places) are mended; "
                        + "until then delete on the web server \(files); lists still name what was there",
                    ar: "طُلب حجب ما يلي وما زال منشورًا: \(arabic)؛ ولا تُصنع صفحة قبل إصلاح الأخطاء في "
                        + "\(arabicPlaces)؛ "
                        + "وحتى ذلك احذف من الخادم \(arabicFiles)؛ وتبقى القوائم تذكره"),
                at: nil)
        }
        return Diagnostic(
            id: PublishingRule.removalWaits,
            Message(
                en:
                    "to leave the site and still public: \(english); the errors below stop this build; "
                    + "“\(command)” takes it out now",
                ar:
                    "طُلب حجب ما يلي وما زال منشورًا: \(arabic)؛ والأخطاء أدناه توقف هذا البناء؛ الأمر "
                    + "«\(command)» يحجبه الآن"
            ),
            at: nil)
    }

    /// The first twenty, and how many more there are.
    private func listed(_ names: [String]) -> (english: String, arabic: String) {
        let (shown, more) = (names.prefix(20), names.count - 20)
        return (
            shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""),
            shown.joined(separator: "، ") + (more > 0 ? " وغيرها، وعددها \(more)" : "")
        )
    }
}

extension Build.Outcome {
    /// Puts first what waits to be taken out of the site.
    mutating func tellWaiting(
        _ publication: Publication, _ proof: Proof, command: String?, faults: [Diagnostic], _ outputName: String
    ) {
        let places = Set(faults.map { $0.location?.path ?? outputName }).sorted(by: bytesPrecede)
        if let waiting = publication.waitingRemovals(of: proof.withdrawn, command: command, faults: places) {
            diagnostics.insert(waiting, at: 0)
        }
    }
}

extension Build {
    /// What became of each article that was held back.
    static func fates(of proof: Proof, _ result: Publication.Result) -> [Diagnostic] {
        guard result.diagnostics.isEmpty, let site = proof.site else { return [] }
        let notices = Set(site.tombstones.map(\.path))
        return proof.heldBack.filter(isArticleFile).map { path in
            let hash = Manifest.articleHash(path)
            let message =
                if notices.contains(path) {
                    Message(
                        en: "this article was taken back, though broken: at its address stands a notice",
                        ar: "سُحبت هذه المادة مع ما فيها من خطأ: في عنوانها إشعار")
                } else if site.withdrawn.contains(path) {
                    Message(
                        en: "this article was taken back, though broken: nothing of it is public",
                        ar: "حُجبت هذه المادة مع ما فيها من خطأ: لا شيء منها منشور")
                } else if result.lastPages.dropped.contains(hash) {
                    Message(
                        en:
                            "this article is broken, and its last page named one that was taken back: it left with "
                            + "that one until it is mended",
                        ar: "في هذه المادة خطأ، وصفحتها الأخيرة تذكر مادة حُجبت: حُجبت معها حتى تُصلح")
                } else if result.lastPages.kept.contains(hash) {
                    Message(
                        en: "this article is broken: its last page is still public",
                        ar: "في هذه المادة خطأ: صفحتها الأخيرة ما زالت منشورة")
                } else {
                    Message(
                        en: "this article is broken: it stays out until it is mended",
                        ar: "في هذه المادة خطأ: تبقى خارج الموقع حتى تُصلح")
                }
            return Diagnostic(.warning, id: PublishingRule.heldBack, message, at: Location(path: path))
        }
    }
}
