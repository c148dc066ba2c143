package import Base

/// `.sitegen/`: what one build leaves for the next. Only a cache: whatever is not as this very program wrote it counts for
/// nothing, and a build without it is the same build, slower.
package struct BuildCache: Sendable {
    private let folder: any OutputTree
    /// Stands for the program: another one may make other things of the same input.
    package let program: String
    private let output: String

    /// - Parameter output: stands for the folder that is built into; each has a record of its own.
    package init(in folder: some OutputTree, program: String, output: String) {
        (self.folder, self.program, self.output) = (folder, program, output)
    }

    package enum Part: Sendable {
        case manuscripts, texts, record
    }

    private func name(of part: Part) -> String {
        switch part {
        case .manuscripts: "manuscripts"
        case .texts: "texts"
        case .record: "record-" + Digest(of: output).shortHex
        }
    }

    /// Empty where there is none, or none that can be trusted.
    func read(_ part: Part) -> [UInt8] {
        guard let bytes = try? folder.writer().existing(name(of: part)), bytes.count > 16 else { return [] }
        let content = Array(bytes[16...])
        return seal(content) == Array(bytes[..<16]) ? content : []
    }

    /// A disk that is full or not ours to write to costs the next build its speed and nothing else.
    func write(_ content: [UInt8], as part: Part) {
        _ = try? folder.writer().write(seal(content) + content, to: name(of: part))
    }

    private func seal(_ content: [UInt8]) -> [UInt8] {
        let own = Digest(of: content)
        let mark = Digest(of: "sitegen cache of \(program)")
        var packer = Packer()
        packer.add(Digest(high: own.high ^ mark.high, low: own.low ^ mark.low))
        return packer.bytes
    }
}
