package import Base
package import Content
private import Synchronization

/// Where pictures are made smaller, and where what was made lies: each is made once and kept for all builds.
///
/// A class because all who make a site ask one, which holds what it made where it has no folder.
package final class Darkroom: Sendable {
    private let folder: (any OutputTree)?
    /// Whether what is missing is made before anything is published; a preview makes each when a browser asks for it.
    package let worksAhead: Bool
    private let progress: @Sendable (_ done: Int, _ all: Int) -> Void
    /// Without a folder, by key.
    private let held = Mutex<[String: [UInt8]]>([:])

    /// - Parameters:
    ///   - folder: keeps what is made for later builds; nil for one that keeps it in memory.
    ///   - progress: told after each picture how many are made, and of how many.
    package init(
        in folder: (any OutputTree)? = nil, worksAhead: Bool = true,
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) {
        (self.folder, self.worksAhead, self.progress) = (folder, worksAhead, progress)
    }

    /// Of the libraries that make pictures: what others made is not what these would.
    package static let version =
        "\(WebPCodec.version)-\(PNGCodec.version)-\(Resampler.version)"

    /// The names of all that lies in the folder begin so.
    private static let shelf = "pictures/"

    private static func name(of rendition: Rendition) -> String { "\(shelf)\(version)/\(rendition.key)" }

    /// The bytes as they are published; made now where they were not made before.
    package func bytes(of rendition: Rendition, from tree: some FileTree) throws(Diagnostic) -> [UInt8] {
        if let kept = kept(rendition) { return kept }
        var bytes: [UInt8] = []
        try make([rendition], from: tree) { bytes = $1 }
        return bytes
    }

    private func kept(_ rendition: Rendition) -> [UInt8]? {
        guard let folder else { return held.withLock { $0[rendition.key] } }
        guard var bytes = (try? folder.writer().existing(Self.name(of: rendition))).flatMap(\.self), bytes.count > 16
        else { return nil }
        let seal = bytes.suffix(16)
        bytes.removeLast(16)
        return Self.seal(bytes, of: rendition).elementsEqual(seal) ? bytes : nil
    }

    /// What stands behind the bytes in the folder: a file that a disk or somebody changed counts for nothing.
    private static func seal(_ bytes: [UInt8], of rendition: Rendition) -> [UInt8] {
        var parts = Fingerprint()
        parts.add(rendition.digest)
        parts.add(Digest(of: bytes))
        var packer = Packer()
        packer.add(parts.digest)
        return packer.bytes
    }

    /// Makes what was not made before, each picture decoded once.
    ///
    /// - Returns: what is wrong with pictures, and with the folder.
    package func make(
        ahead renditions: [Rendition], from tree: some FileTree, workers: Workers
    ) -> [Diagnostic] {
        guard !renditions.isEmpty else { return [] }
        let known = knownKeys
        let missing = Dictionary(grouping: renditions.filter { !known.contains($0.key) }, by: \.picture.path)
        let pictures = missing.keys.sorted(by: bytesPrecede).compactMap { missing[$0] }
        let done = Mutex(0)
        let count = pictures.count
        func make(_ pictures: [[Rendition]], _ workers: Workers) -> [Diagnostic] {
            workers.map(pictures) { renditions -> Diagnostic? in
                var problem: Diagnostic?
                do throws(Diagnostic) {
                    try self.make(renditions, from: tree) { _, _ in }
                } catch {
                    problem = error
                }
                self.progress(
                    done.withLock {
                        $0 += 1
                        return $0
                    }, count)
                return problem
            }.compactMap(\.self)
        }
        // The large ones one after the other: what they take of the memory does not grow with the number of cores.
        return make(pictures.filter { !Self.isLarge($0) }, workers)
            + make(pictures.filter(Self.isLarge), Workers(jobs: 1))
    }

    /// Whether decoding may take more than 64 MB.
    private static func isLarge(_ renditions: [Rendition]) -> Bool {
        guard let picture = renditions.first?.picture else { return false }
        return picture.width * picture.height > (picture.type == .jpeg ? 50 : 12) * 1_000_000
    }

    private var knownKeys: Set<String> {
        guard let folder else { return held.withLock { Set($0.keys) } }
        let shelf = Self.shelf + Self.version
        let files = (try? folder.entries(under: shelf)) ?? []
        return Set(files.lazy.filter { !folder.isDraft($0.path) }.map { String($0.path.dropFirst(shelf.count + 1)) })
    }

    /// Removes what none of these is, and what other versions of the libraries made.
    package func keepOnly(_ renditions: [Rendition]) {
        guard let folder, let files = try? folder.entries(under: String(Self.shelf.dropLast())), !files.isEmpty else {
            return
        }
        let wanted = Set(renditions.map(Self.name))
        let writer = folder.writer()
        for file in files where !wanted.contains(file.path) { try? writer.remove(file.path) }
    }

    /// - Parameter renditions: of one picture.
    private func make(
        _ renditions: [Rendition], from tree: some FileTree, _ use: (Rendition, [UInt8]) -> Void
    ) throws(Diagnostic) {
        guard let picture = renditions.first?.picture else { return }
        let place = Location(path: picture.path)
        let file = try tree.read(picture.path)
        guard Digest(of: file) == picture.digest else { throw .changedPicture(at: place) }
        let writer = folder?.writer()
        let fault: PictureFault
        do throws(PictureFault) {
            var enlarger = Enlarger(picture, file)
            for rendition in enlarger.inOrder(renditions) {
                let bytes = try enlarger.print(rendition)
                use(rendition, bytes)
                if let writer {
                    // A disk that is full costs the next build its speed, and this one is told when it publishes.
                    _ = try? writer.write(bytes + Self.seal(bytes, of: rendition), to: Self.name(of: rendition))
                } else {
                    held.withLock { $0[rendition.key] = bytes }
                }
            }
            return
        } catch {
            fault = error
        }
        throw .damagedPicture(fault, at: place)
    }
}

extension Diagnostic {
    static func damagedPicture(_ fault: PictureFault, at location: Location) -> Diagnostic {
        if fault == .noMemory {
            return Diagnostic(
                id: PictureRule.damagedPicture,
                Message(
                    en: "there is not enough memory to scale this picture; save it with fewer pixels",
                    ar: "لا تكفي الذاكرة لتصغير هذه الصورة؛ احفظها ببكسلات أقل"), at: location)
        }
        return Diagnostic(
            id: PictureRule.damagedPicture,
            Message(
                en: "this picture is damaged or cut off, and no smaller one can be made of it; copy the file anew",
                ar: "هذه الصورة تالفة أو مبتورة ولا تُصنع منها صورة أصغر؛ انسخ الملف من جديد"),
            at: location)
    }

    static func changedPicture(at location: Location) -> Diagnostic {
        Diagnostic(
            id: PictureRule.damagedPicture,
            Message(
                en: "this file changed while the site was built; build again",
                ar: "تغيّر هذا الملف أثناء بناء الموقع؛ أعد البناء"), at: location)
    }
}
