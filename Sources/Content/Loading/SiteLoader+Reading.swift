import ArabicText
import Base

/// Reading every file of `Content/`, in parallel.
extension SiteLoader {
    mutating func read(_ folder: ContentFolder) {
        readArticles(folder.articles)
        readLinesOfBrokenArticles()
        profiles = gather(folder.authors) { readProfile($0, path: $1) }
        pages = gather(folder.pages) { [outlet] in readStandingPage($0, path: $1, outlet: outlet) }
        readAssets(folder.assets)
        readPictures(folder.pictures)
        readAttachments(folder.others)
        readRedirects(folder.redirects)
        readComments(folder.comments)
    }

    private mutating func readRedirects(_ entry: FileEntry?) {
        guard let entry else { return }
        do throws(Diagnostic) {
            let file = RedirectFile(try tree.read(entry.path), of: outlet.address, workers: options.workers)
            redirects = file.rules
            diagnostics += file.diagnostics
        } catch {
            diagnostics.append(error)
        }
    }

    mutating func readArticles(_ entries: [FileEntry]) {
        let (outlet, tree) = (outlet, tree)
        let cache = settingsDigest == nil ? ManuscriptCache() : options.cache ?? ManuscriptCache()
        let settings = settingsDigest ?? Digest(of: "")
        let results: [Result<ReadManuscript, Diagnostic>] = options.workers.map(entries) { entry in
            Result { () throws(Diagnostic) in
                try cache.manuscript(in: entry, of: outlet, settings: settings, tree)
            }
        }
        manuscripts.reserveCapacity(results.count)
        for result in results {
            switch result {
            case .success(let read):
                manuscripts.append(read)
                if !read.diagnostics.isEmpty { diagnostics += read.diagnostics }
            case .failure(let problem): diagnostics.append(problem)
            }
        }
    }

    private mutating func readLinesOfBrokenArticles() {
        for read in manuscripts where read.diagnostics.contains(where: { $0.severity == .error }) {
            do throws(Diagnostic) {
                let file = try tree.read(read.manuscript.path)
                var manuscript = read.manuscript
                Withdrawal(in: file, path: manuscript.path, zone: outlet.zone).apply(to: &manuscript)
                readByLine[manuscript.path] = .init(manuscript, [])
            } catch {
                diagnostics.append(error)
            }
        }
    }

    private mutating func readAssets(_ entries: [FileEntry]) {
        for asset in entries { assets[asset.path] = asset }
        let tree = tree
        // One that cannot be read is an error where it is published.
        diagnostics += options.workers.map(entries.filter(\.isWrittenByHand)) { asset in
            (try? tree.read(asset.path)).flatMap { .conflict(in: $0, path: asset.path) }
        }.compactMap { $0 }
    }

    private mutating func readPictures(_ entries: [FileEntry]) {
        let (leftOut, tree, cache) = (options.leftOut, tree, options.pictures)
        let keepsPaths = outlet.pictures.keepsPaths
        leftOutPictures = Set(entries.map(\.path).filter(leftOut.contains).map(CanonicalForm.nfc))
        let files = leftOutPictures.isEmpty ? entries : entries.filter { !leftOut.contains($0.path) }
        let results: [Result<Picture, Diagnostic>] = options.workers.map(files) { entry in
            let url = URLPath("media/" + CanonicalForm.nfc(String(entry.path.dropFirst("Content/".count))))
            return Result { () throws(Diagnostic) in
                try readPicture(entry, in: tree, url: url, isScaled: true, cache: cache).named(byPath: keepsPaths)
            }
        }
        for (entry, result) in zip(files, results) {
            switch result {
            case .success(let picture): pictures[CanonicalForm.nfc(picture.path)] = picture
            case .failure(let problem):
                damagedPictures.insert(CanonicalForm.nfc(entry.path))
                diagnostics.append(problem)
            }
        }
    }

    private mutating func readAttachments(_ entries: [FileEntry]) {
        var files: [(entry: FileEntry, kind: AttachmentKind)] = []
        for entry in entries {
            let isDocument = outlet.documents.types.contains(fileEnding(entry.path))
            guard let kind = AttachmentKind.ofRecording(entry.path) ?? (isDocument ? .document : nil) else {
                unusedFiles.insert(CanonicalForm.nfc(entry.path))
                diagnostics.append(
                    Diagnostic(
                        .warning, id: FolderRule.unusedFile, UnusedFile.advice(on: entry.path),
                        at: Location(path: entry.path)))
                continue
            }
            if let problem = problemWithPublishedName(entry.path) {
                diagnostics.append(problem)
            } else {
                files.append((entry, kind))
            }
        }
        guard !files.isEmpty else { return }
        let (tree, cache) = (tree, options.attachments)
        let results: [Result<Attachment, Diagnostic>] = options.workers.map(files) { file in
            Result { () throws(Diagnostic) in
                try readAttachment(file.entry, file.kind, in: tree, cache: cache)
            }
        }
        for result in results {
            switch result {
            case .success(let attachment): attachments[CanonicalForm.nfc(attachment.path)] = attachment
            case .failure(let problem): diagnostics.append(problem)
            }
        }
    }

    /// Reads the files in parallel; keeps their order.
    private mutating func gather<Value: Sendable>(
        _ entries: [FileEntry], _ read: @Sendable ([UInt8], String) -> (Value?, [Diagnostic])
    ) -> [Value] {
        let tree = tree
        return collect(
            options.workers.map(entries) { entry in
                do throws(Diagnostic) {
                    return read(try tree.read(entry.path), entry.path)
                } catch {
                    return (nil, [error])
                }
            })
    }

    private mutating func collect<Value>(_ results: [(value: Value?, diagnostics: [Diagnostic])]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(results.count)
        for result in results {
            if !result.diagnostics.isEmpty { diagnostics += result.diagnostics }
            if let value = result.value { values.append(value) }
        }
        return values
    }
}

extension FileEntry {
    /// Text that people write and merge, not what programs put out.
    fileprivate var isWrittenByHand: Bool {
        let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[path.utf8.index(after: $0)...].lowercased() }
        return size <= 1 << 20 && ending.map { Self.textEndings.contains($0) } ?? false
    }

    private static let textEndings: Set<String> = [
        "css", "csv", "html", "htm", "js", "json", "md", "mjs", "svg", "tsv", "txt", "vtt", "webmanifest", "xml",
        "yaml", "yml",
    ]
}
