/// What the scan found in a body, for the rendering. Offsets count bytes of the cleaned text.
struct ScannedBody {
    var features: BodyScan.Features = []
    /// Whether the scan rewrote the text: then literals may hold its control bytes.
    var isRewritten = false
    /// Leads from the parsed text to the cleaned one.
    var rewritten = OffsetMap()
    /// Leads from the cleaned text to the author's.
    var cleaned = OffsetMap()
    /// The bytes of `ScanMark.joint` that the scan inserted; empty where it needed none.
    var joint: [UInt8] = []
    var tables: [TableShape] = []
    var notes: [NoteDefinition] = []
    var noteUses: [NoteUse] = []
    var boxes: [BoxOpening] = []
    var source: SourceLine?
    var remarks: [Remark] = []
}

extension ScannedBody {
    init(_ scan: BodyScan) {
        features = scan.features
        joint = scan.inline.joint ?? []
        (tables, notes, noteUses, boxes) = (scan.tables, scan.notes, scan.noteUses, scan.boxes)
        (source, remarks) = (scan.source, scan.remarks)
    }
}
