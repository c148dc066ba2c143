import Base

/// The key `draft`, which articles and standing pages share.
extension Fields {
    /// Whether the key `draft` keeps the file back, as it does where nothing stands behind it.
    mutating func isDraft() -> Bool {
        if let flag = flag("draft") { return flag }
        guard isWritten("draft"), !has("draft") else { return false }
        let key = spelled("draft")
        report(
            KeyRule.draftAlone, at: place(of: "draft"), severity: .warning,
            Message(
                en:
                    "“\(key)” says true or false; with nothing behind it this is a draft; write “\(key): true”, or "
                    + "take the line out",
                ar: "قيمة «\(key)» نعم أو لا؛ وهي بلا قيمة تعني مسودة؛ اكتب «\(key): نعم» أو احذف السطر"))
        return true
    }
}
