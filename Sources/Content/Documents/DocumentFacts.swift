import Base

/// What a document tells besides what it shows.
struct DocumentFacts: Sendable, Hashable {
    /// A field of its metadata that says who made it, where or with what, under its name in the file.
    struct Field: Sendable, Hashable, Packable {
        let name: String
        let value: String

        /// No more of a value than a message needs, in one line.
        init(_ name: String, _ value: String) {
            self.name = name
            let line = value.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
            self.value = line.count > 60 ? line.prefix(59) + "…" : line
        }

        func pack(into packer: inout Packer) {
            packer.add(name)
            packer.add(value)
        }

        init(from unpacker: inout Unpacker) throws(Damaged) {
            name = try unpacker.text()
            value = try unpacker.text()
        }
    }

    /// What readers could bring to light, though the document does not show it.
    enum Hidden: String, Sendable, Hashable, CaseIterable {
        /// Text that was inserted or deleted, with who did it and when.
        case trackedChanges
        case comments
        case hiddenSheets
        /// Earlier states of the document.
        case earlierVersions
    }

    /// Each once, in the order in which they stand in the file.
    private(set) var fields: [Field] = []
    private(set) var hidden: [Hidden] = []
    /// Whether a part of it could not be read that may tell more.
    var isUnreadable = false

    mutating func add(_ name: String, _ value: String) {
        let field = Field(name, value)
        if !field.value.isEmpty, !fields.contains(field), fields.count < Self.most { fields.append(field) }
    }

    mutating func add(_ thing: Hidden) {
        if !hidden.contains(thing) { hidden.append(thing) }
    }

    /// More than anyone would read.
    private static let most = 12
}

/// Words by which programs of scanners, copiers and telephones name the device.
enum DeviceName {
    static func isIn(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.contains { makers.contains(String($0)) }
    }

    private static let makers: Set<String> = [
        "canon", "epson", "hp", "xerox", "konica", "bizhub", "ricoh", "brother", "kyocera", "sharp", "lexmark",
        "samsung", "toshiba", "fujitsu", "scansnap", "scanjet", "officejet", "laserjet", "workcentre", "versalink",
        "ecosys", "iphone", "ipad", "android", "galaxy", "huawei", "xiaomi", "scanner", "camscanner",
    ]
}
