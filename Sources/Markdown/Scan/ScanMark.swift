import Base

/// What the scan puts into a text for libcmark and for the renderer, and what nobody sees in the end.
enum ScanMark {
    /// Starts the heading that stands for a block-level extension.
    static let structure: UInt8 = 0x01
    /// Encloses the number of a footnote's use.
    static let note: UInt8 = 0x06
    /// A letter to libcmark: keeps a marker beside it from being one.
    static let letter: UInt8 = 0x07
    /// A tilde behind a backslash: libcmark knows no strikes, and would not tell it from others.
    static let tilde: UInt8 = 0x08
    static let letterText: StaticString = "\u{7}"

    /// Three bytes that libcmark takes for punctuation: between an Arabic letter and a delimiter they let the delimiter
    /// open or close emphasis. Rare signs of scripts no news is written in; the first that the body does not hold.
    static func joint(absentFrom body: Bytes) -> [UInt8]? {
        joints.first { body.place(of: $0) == nil }
    }

    /// Coptic full stop and morphological divider, Phags-pa head marks (all of category Po).
    private static let joints: [[UInt8]] = [
        [0xE2, 0xB3, 0xBE], [0xE2, 0xB3, 0xBF], [0xEA, 0xA1, 0xB4], [0xEA, 0xA1, 0xB5],
    ]
}
