import Base

/// What a PDF tells of those who made it: its document information dictionary (ISO 32000-1, 14.3.3) and its XMP
/// (14.3.2), in all states of the file, and where they lie packed in object streams (7.5.7).
///
/// The cross-reference is not followed, every object is looked at: what an earlier state of the file told is still in
/// it.
struct PDFDocument {
    private let file: [UInt8]
    private(set) var facts = DocumentFacts()
    /// Dictionaries that may be the document's information, and strings that they may name, by number.
    private var dictionaries: [Int: [[String: PDFValue]]] = [:]
    private var strings: [Int: [UInt8]] = [:]
    /// The objects that trailers name as information.
    private var named: Set<Int> = []
    private var known: Set<Int> = []
    private var isEncrypted = false

    /// Nil for what is no PDF.
    static func facts(of file: [UInt8]) -> DocumentFacts? {
        guard file.prefix(1024).place(of: "%PDF-".utf8) != nil else { return nil }
        var document = PDFDocument(file: file)
        document.readObjects()
        document.readTrailers()
        document.tell()
        return document.facts
    }

    private init(file: [UInt8]) { self.file = file }

    // MARK: Objects

    private mutating func readObjects() {
        var place = 0
        while let word = file.place(of: "obj".utf8, from: place) {
            place = word + 3
            guard let number = objectNumber(before: word) else { continue }
            var lexer = PDFLexer(file, at: place)
            guard let value = lexer.value() else { continue }
            place = lexer.place
            note(value, number)
            lexer.skipBlanks()
            guard let entries = value.dictionary, lexer.has("stream") else { continue }
            let data = stream(at: lexer.place + 6, length: entries["Length"]?.number)
            place = data.upperBound
            readStream(entries, file[data])
        }
    }

    /// The number in `12 0 obj`.
    private func objectNumber(before word: Int) -> Int? {
        var place = word
        func number() -> Int? {
            while place > 0, PDFLexer.isBlank(file[place - 1]) { place -= 1 }
            let end = place
            while place > 0, (0x30...0x39).contains(file[place - 1]), end - place < 10 { place -= 1 }
            return Int(String(decoding: file[place..<end], as: UTF8.self))
        }
        guard word > 0, PDFLexer.isBlank(file[word - 1]), number() != nil, place > 0, PDFLexer.isBlank(file[place - 1])
        else { return nil }
        return number()
    }

    /// Behind the line's end that follows `stream`. A length that does not lead to `endstream` counts for nothing.
    private func stream(at start: Int, length: Int?) -> Range<Int> {
        var start = min(start, file.count)
        if start < file.count, file[start] == 0x0D { start += 1 }
        if start < file.count, file[start] == 0x0A { start += 1 }
        if let length, length >= 0, length <= file.count - start {
            var lexer = PDFLexer(file, at: start + length)
            lexer.skipBlanks()
            if lexer.has("endstream") { return start..<(start + length) }
        }
        return start..<(file.place(of: "endstream".utf8, from: start) ?? file.count)
    }

    private mutating func note(_ value: PDFValue, _ number: Int) {
        known.insert(number)
        switch value {
        case .dictionary(let entries):
            readTrailer(entries)
            if entries["Type"] == nil, !entries.isEmpty { dictionaries[number, default: []].append(entries) }
        case .string(let text): strings[number] = text
        default: break
        }
    }

    private mutating func readStream(_ entries: [String: PDFValue], _ data: ArraySlice<UInt8>) {
        let type = entries["Type"]?.name
        guard type == "ObjStm" || type == "Metadata" || entries["Subtype"]?.name == "XML" else { return }
        guard let text = unpacked(data, entries) else {
            facts.isUnreadable = true
            return
        }
        if type == "ObjStm" { readPackedObjects(text, entries) } else { readXMP(text) }
    }

    /// Nil where it is packed otherwise than with DEFLATE, or damaged.
    private func unpacked(_ data: ArraySlice<UInt8>, _ entries: [String: PDFValue]) -> [UInt8]? {
        var filters: [PDFValue] = []
        switch entries["Filter"] {
        case .array(let all): filters = all
        case .name(let name): filters = [.name(name)]
        case nil: break
        default: return nil
        }
        guard !filters.isEmpty else { return Array(data) }
        guard filters.count == 1, ["FlateDecode", "Fl"].contains(filters[0].name ?? "") else { return nil }
        if let predictor = entries["DecodeParms"]?.dictionary?["Predictor"]?.number, predictor > 1 { return nil }
        return Inflate.unpacked(data, .zlib)
    }

    private mutating func readPackedObjects(_ text: [UInt8], _ entries: [String: PDFValue]) {
        guard let count = entries["N"]?.number, let first = entries["First"]?.number, count <= text.count, first >= 0
        else {
            facts.isUnreadable = true
            return
        }
        var head = PDFLexer(text, at: 0)
        for _ in 0..<max(0, count) {
            guard let number = head.value()?.number, let offset = head.value()?.number, offset >= 0,
                offset < text.count - first
            else { return }
            var body = PDFLexer(text, at: first + offset)
            if let value = body.value() { note(value, number) }
        }
    }

    // MARK: Trailers

    private mutating func readTrailers() {
        var place = 0
        while let word = file.place(of: "trailer".utf8, from: place) {
            place = word + 7
            var lexer = PDFLexer(file, at: place)
            if let entries = lexer.value()?.dictionary { readTrailer(entries) }
        }
        // A file that is laid out for the web has two ends from the beginning.
        let ends = count("%%EOF")
        let isLinearized = file.prefix(2048).place(of: "/Linearized".utf8) != nil
        if ends > (isLinearized ? 2 : 1) { facts.add(.earlierVersions) }
    }

    /// Also those of cross-reference streams, which are objects.
    private mutating func readTrailer(_ entries: [String: PDFValue]) {
        guard entries["Root"] != nil || entries["Size"] != nil else { return }
        if let number = entries["Info"]?.reference { named.insert(number) }
        if let encryption = entries["Encrypt"], encryption.dictionary != nil || encryption.reference != nil {
            isEncrypted = true
        }
    }

    private func count(_ word: String) -> Int {
        var (count, place) = (0, 0)
        while let found = file.place(of: word.utf8, from: place) {
            (count, place) = (count + 1, found + 1)
        }
        return count
    }

    // MARK: What they tell

    private mutating func tell() {
        // In a locked file every string is scrambled.
        if isEncrypted {
            facts.isUnreadable = true
            return
        }
        if !named.isSubset(of: known) { facts.isUnreadable = true }
        for (number, states) in dictionaries.sorted(by: { $0.key < $1.key }) {
            for entries in states where named.contains(number) || Self.isInformation(entries) { tell(entries) }
        }
    }

    /// One that no trailer names any more.
    private static func isInformation(_ entries: [String: PDFValue]) -> Bool {
        (entries["Producer"] != nil || entries["Creator"] != nil)
            && (entries["CreationDate"] != nil || entries["ModDate"] != nil || entries["Author"] != nil)
    }

    /// What says nothing of people; any other field does.
    private static let plain: Set<String> = [
        "Title", "Subject", "Keywords", "CreationDate", "ModDate", "Trapped", "PTEX.Fullbanner", "PTEX.FileName",
        "GTS_PDFXVersion", "GTS_PDFXConformance", "GTS_PDFA1Version",
    ]

    private mutating func tell(_ entries: [String: PDFValue]) {
        for (name, value) in entries.sorted(by: { $0.key < $1.key }) where !Self.plain.contains(name) {
            guard let text = text(value) else { continue }
            let isProgram = name == "Creator" || name == "Producer"
            if !isProgram || DeviceName.isIn(text) { facts.add(name, text) }
        }
    }

    private func text(_ value: PDFValue) -> String? {
        switch value {
        case .string(let bytes): Self.decoded(bytes)
        case .reference(let number): strings[number].map(Self.decoded)
        default: nil
        }
    }

    /// UTF-16 or UTF-8 behind its mark, else one byte a letter (7.9.2).
    private static func decoded(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private mutating func readXMP(_ text: [UInt8]) {
        let fields = MarkupFields(text) { Self.told.contains($0.withoutPrefix) || $0.hasSuffix(":CreatorTool") }
        for field in fields.all {
            let isProgram = field.name.hasSuffix(":CreatorTool")
            if !isProgram || DeviceName.isIn(field.value) { facts.add(field.name, field.value) }
        }
        // What is put together of parts has its words in attributes.
        for part in ["History", "DerivedFrom"] where text.place(of: "xmpMM:\(part)".utf8) != nil {
            if !facts.fields.contains(where: { $0.name == "xmpMM:\(part)" }) { facts.add("xmpMM:\(part)", "…") }
        }
    }

    private static let told: Set<String> = [
        "creator", "contributor", "Author", "Company", "Manager", "Make", "Model", "Artist", "SerialNumber",
        "OwnerName", "CameraOwnerName", "BodySerialNumber", "LensSerialNumber", "HostComputer", "AuthorsPosition",
        "CaptionWriter", "CreatorContactInfo", "LastModifiedBy", "lastModifiedBy", "SourceModified", "Owner",
        "GPSLatitude", "GPSLongitude", "LocationCreated",
    ]
}
