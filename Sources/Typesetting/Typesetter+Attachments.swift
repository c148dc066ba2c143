import ArabicText
import Base
import Content
import Markdown

/// Recordings and documents beside a text.
extension Typesetter {
    /// The recording that a text names as a picture; nil of what is none, or not there.
    func recording(_ source: String, _ path: String) -> ResolvedRecording? {
        guard let kind = AttachmentKind.ofRecording(source), kind.isPlayed,
            let target = picturePath(source, besides: path)
        else { return nil }
        let base = site.outlet.address.base
        guard let attachment = site.attachments[target] else {
            // One of the outlet's own, of which nothing is known.
            guard assets.contains(target) else { return nil }
            return ResolvedRecording(source: URLPath(ofAsset: target).href(base: base), isVideo: kind == .video)
        }
        let seconds = (attachment.milliseconds + 500) / 1000
        return ResolvedRecording(
            source: attachment.url.href(base: base), isVideo: kind == .video, width: attachment.width,
            height: attachment.height, length: seconds > 0 ? length(seconds) : nil, seconds: seconds,
            poster: kind == .video ? poster(of: source, target) : nil, captions: captions(of: source, target))
    }

    /// `12:34`, or `1:02:03`.
    private func length(_ seconds: Int) -> String {
        let numerals = catalogue.numerals
        let rest =
            numerals.plain(seconds / 60 % 60, width: seconds < 3600 ? 1 : 2) + ":"
            + numerals.plain(seconds % 60, width: 2)
        return seconds < 3600 ? rest : numerals.plain(seconds / 3600) + ":" + rest
    }

    /// A picture of the same name stands for a film.
    private func poster(of source: String, _ target: String) -> String? {
        ["jpg", "jpeg", "png", "webp", "avif"].first { site.pictures[target.withoutEnding + $0] != nil }.map {
            source.withoutEnding + $0
        }
    }

    /// WebVTT of the same name, in the site's language, and with a language in front of its ending.
    private func captions(of source: String, _ target: String) -> [ResolvedRecording.Captions] {
        let stem = target.withoutEnding
        let base = site.outlet.address.base
        let all = site.attachments.filter { $0.value.kind == .captions && $0.key.hasPrefix(stem) }
        return all.sorted { bytesPrecede($0.key, $1.key) }.compactMap { path, file in
            let middle = path.dropFirst(stem.count).dropLast("vtt".count)
            guard middle.isEmpty || middle.hasSuffix("."), middle.dropLast().allSatisfy({ $0.isLetter || $0 == "-" })
            else { return nil }
            return ResolvedRecording.Captions(
                destination: source.withoutEnding + middle + "vtt", source: file.url.href(base: base),
                language: middle.isEmpty ? site.outlet.language : String(middle.dropLast()))
        }
    }

    /// What is wrong with the file that a link or a player of the text names.
    func problemsOfFile(_ destination: String, _ path: String) -> [AttachmentProblem] {
        if let attachment = targets.attachment(destination, from: path) {
            return AttachmentProblem.problems(with: attachment, destination, site.outlet.documents)
        }
        guard !site.unusedFiles.isEmpty, !destination.namesHost,
            let target = picturePath(String(destination.prefix { $0 != "#" }), besides: path),
            site.unusedFiles.contains(target)
        else { return [] }
        return [.unpublished(destination)]
    }

    /// The problems with all files of a text, at the places that name them.
    func attachmentProblems(_ recordings: [RecordingUse], _ links: [Link], _ job: Job) -> [Diagnostic] {
        guard !site.attachments.isEmpty || !site.unusedFiles.isEmpty else { return [] }
        var uses = links.map { ($0.destination, $0.offset) }
        for use in recordings {
            uses.append((use.destination, use.offset))
            uses += use.captions.map { ($0, use.offset) }
        }
        return uses.flatMap { destination, offset in
            problemsOfFile(destination, job.path).map {
                $0.diagnostic(at: Location(path: job.path, offset: job.bodyStart + offset, in: job.file))
            }
        }
    }

    /// Names of recordings that lie beside a text.
    func recordings(beside path: String) -> [String] {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
        return site.attachments.filter { $0.value.kind.isPlayed && $0.key.hasPrefix(folder) }
            .map { String($0.key.dropFirst(folder.count)) }.sorted(by: bytesPrecede)
    }
}

extension String {
    /// A name up to and with its last dot.
    fileprivate var withoutEnding: String { lastIndex(of: ".").map { String(self[...$0]) } ?? self + "." }
}
