package import Base
import Pictures

/// `.sitegen/`: what one build leaves for the next. Only a cache: whatever is not as this very program wrote it counts
/// for nothing, and a build without it is the same build, slower.
package struct BuildCache: Sendable {
    private let folder: any OutputTree
    /// Stands for the program: another one may make other things of the same input.
    package let program: String
    private let output: String

    /// - Parameter output: stands for the folder that is built into; each has a record of its own.
    package init(in folder: some OutputTree, program: String, output: String) {
        (self.folder, self.program, self.output) = (folder, program, output)
    }

    /// A file of the cache.
    package enum Part: Sendable {
        case manuscripts, pictures, attachments, texts, related, record, search
    }

    /// Keeps the pictures that are made, each under a digest of all that it was made from.
    func darkroom(_ progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void) -> Darkroom {
        Darkroom(in: folder, progress: progress)
    }

    private func name(of part: Part) -> String {
        switch part {
        case .manuscripts: "manuscripts"
        case .pictures: "pictures-read"
        case .attachments: "files-read"
        case .texts: "texts"
        case .related: "related"
        case .record: "record-" + Digest(of: output).shortHex
        case .search: "search-" + Digest(of: output).shortHex
        }
    }

    /// Empty where there is none, or none that can be trusted.
    func read(_ part: Part) -> [UInt8] { read(name(of: part), after: []) }

    /// A disk that is full or not ours to write to costs the next build its speed and nothing else.
    func write(_ content: [UInt8], as part: Part) { write(content, to: name(of: part), after: []) }

    func files(of part: Part) -> CacheFiles {
        let base = read(part)
        return CacheFiles(base: base, later: base.isEmpty ? [] : read(name(of: part) + laterSuffix, after: base))
    }

    /// - Parameter before: what `files` gave.
    func write(_ change: CacheFiles.Change?, as part: Part, over before: CacheFiles) {
        switch change {
        case .base(let bytes): write(bytes, as: part)
        case .later(let bytes): write(bytes, to: name(of: part) + laterSuffix, after: before.base)
        case nil: break
        }
    }

    private var laterSuffix: String { "-later" }

    private func read(_ name: String, after base: [UInt8]) -> [UInt8] {
        guard var bytes = try? folder.writer().existing(name), bytes.count > 16 else { return [] }
        let seal = Array(bytes[(bytes.count - 16)...])
        bytes.removeLast(16)
        return self.seal(bytes, after: base) == seal ? bytes : []
    }

    private func write(_ content: consuming [UInt8], to name: String, after base: [UInt8]) {
        let seal = seal(content, after: base)
        content.append(contentsOf: seal)
        _ = try? folder.writer().write(content, to: name)
    }

    /// - Parameter base: the file that this one goes with; beside another it is worth nothing.
    private func seal(_ content: [UInt8], after base: [UInt8]) -> [UInt8] {
        var parts = Fingerprint()
        parts.add("sitegen cache")
        parts.add(program)
        parts.add(Digest(of: base))
        parts.add(Digest(of: content))
        var packer = Packer()
        packer.add(parts.digest)
        return packer.bytes
    }
}
