import Base
import Pages

/// Writes output after output, with one buffer and one set of open folders.
struct PublicationWorker: ~Copyable {
    private let writer: any OutputWriter
    /// Nothing was there before, so that nothing need be compared.
    private let isFresh: Bool
    private var buffer = ByteBuffer()

    init(output: any OutputTree, isFresh: Bool) {
        writer = output.writer()
        self.isFresh = isFresh
    }

    /// - Parameters:
    ///   - tree: the site's folder.
    ///   - rewrites: whether a file is written that holds the right bytes already.
    mutating func publish(
        _ job: PublicationJob, _ fingerprint: Digest?, _ press: Press, from tree: some FileTree, rewrites: Bool
    ) -> Publication.Step {
        let (writer, isFresh) = (writer, isFresh)
        do throws(Diagnostic) {
            return try job.output.withBytes(by: press, from: tree, in: &buffer) { (bytes) throws(Diagnostic) in
                let file = Manifest.File(
                    path: job.path, digest: Digest(of: bytes), size: bytes.count, article: job.article, text: job.text,
                    list: job.list)
                if !rewrites, !isFresh, try writer.existing(job.path)?.isSame(as: bytes) ?? false,
                    let stamp = writer.stamp(of: job.path)
                {
                    return .unchanged(.init(file, fingerprint, stamp))
                }
                let stamp = isFresh ? try writer.add(bytes, to: job.path) : try writer.write(bytes, to: job.path)
                return .written(.init(file, fingerprint, stamp))
            }
        } catch {
            return .failed(error)
        }
    }
}
