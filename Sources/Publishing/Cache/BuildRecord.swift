import Base
import Content

/// What a build did: what it was made from, and how it left every file. The next one compares, and leaves alone what is
/// as it was.
struct BuildRecord: Sendable, Packable {
    struct File: Sendable, Packable {
        let file: Manifest.File
        /// Digest of all that the file was made from; nil where that cannot be told from outside.
        let fingerprint: Digest?
        let stamp: FileStamp

        init(_ file: Manifest.File, _ fingerprint: Digest?, _ stamp: FileStamp) {
            (self.file, self.fingerprint, self.stamp) = (file, fingerprint, stamp)
        }

        func pack(into packer: inout Packer) {
            packer.add(file.path)
            packer.add(file.digest ?? Digest(high: 0, low: 0))
            packer.add(file.size)
            packer.add(file.article) { $0.add(Int(bitPattern: UInt($1))) }
            packer.add(file.text) { $0.add($1) }
            packer.add(file.list) { $0.add(Int(bitPattern: UInt($1))) }
            packer.add(fingerprint) { $0.add($1) }
            packer.add(stamp)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            let path = try unpacker.text()
            let digest = try unpacker.digest()
            let size = try unpacker.int()
            let article = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in
                UInt64(UInt(bitPattern: try part.int()))
            }
            let text = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.digest() }
            let list = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in
                UInt64(UInt(bitPattern: try part.int()))
            }
            file = Manifest.File(path: path, digest: digest, size: size, article: article, text: text, list: list)
            fingerprint = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.digest() }
            stamp = try unpacker.value()
        }
    }

    /// Digest of the options and of the listing of the site's folder; nil where a file there was too young to be known
    /// by its stamp.
    var inputs: Digest?
    /// The outlet's zone, and all that it was read from.
    var zone = ""
    var zoneDigest = Digest(high: 0, low: 0)
    /// The clock of the build, and when the site next changes by itself.
    var from = Instant.epoch
    var until: Instant?
    var articles = 0
    var pages = 0
    var speaksArabic: Bool?
    var unpublished: UnpublishedArticles?
    var diagnostics: [Diagnostic] = []
    /// As the build left it; nil where `files` are not all that it lists.
    var manifest: FileStamp?
    /// In the order of their paths.
    var files: [File] = []

    init() {}

    init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty, let record = bytes.withUnsafeBytes({ try? Self(reading: $0) }) else { return nil }
        self = record
    }

    private init(reading bytes: UnsafeRawBufferPointer) throws(Damaged) {
        var unpacker = Unpacker(bytes)
        try self.init(from: &unpacker)
    }

    func pack(into packer: inout Packer) {
        packer.add(inputs) { $0.add($1) }
        packer.add(zone)
        packer.add(zoneDigest)
        packer.add(from)
        packer.add(until)
        packer.add(articles)
        packer.add(pages)
        packer.add(speaksArabic) { $0.add($1) }
        packer.add(unpublished)
        packer.add(diagnostics)
        packer.add(manifest)
        packer.add(files)
    }

    init(from unpacker: inout Unpacker) throws(Damaged) {
        inputs = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.digest() }
        zone = try unpacker.text()
        zoneDigest = try unpacker.digest()
        from = try unpacker.value()
        until = try unpacker.optionalValue()
        articles = try unpacker.int()
        pages = try unpacker.int()
        speaksArabic = try unpacker.optional { (part: inout Unpacker) throws(Damaged) in try part.flag() }
        unpublished = try unpacker.optionalValue()
        diagnostics = try unpacker.values()
        manifest = try unpacker.optionalValue()
        files = try unpacker.values()
    }

    var bytes: [UInt8] {
        var packer = Packer()
        pack(into: &packer)
        return packer.bytes
    }

    /// Whether a build from these inputs at `now` would do again what this one did, and every file is still as it left
    /// it.
    func stillHolds(_ inputs: Digest, _ load: LoadOptions, in output: some OutputTree) -> Bool {
        let (now, workers) = (load.now, load.workers)
        guard self.inputs == inputs, now >= from, until.map({ now < $0 }) ?? true,
            load.zones.digest(of: zone) == zoneDigest
        else { return false }
        let writer = output.writer()
        guard let manifest, writer.stamp(of: Manifest.path) == manifest else { return false }
        return workers.map(files, state: { output.writer() }) { writer, file in
            writer.stamp(of: file.file.path) == file.stamp
        }.allSatisfy(\.self)
    }
}
