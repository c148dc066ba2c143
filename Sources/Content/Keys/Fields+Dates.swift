import ArabicText
import Base

/// Dates and times.
extension Fields {
    /// A date in any of the forms that newsrooms write; without a zone it is in the outlet's.
    mutating func stamp(_ name: String, zone: Zone) -> Stamp? {
        guard let text = text(name) else { return nil }
        do throws(DateProblem) {
            return try Stamp(try parseDate(text), zone: zone)
        } catch {
            report(
                KeyRule.date, at: place(of: name),
                Message(
                    en: "“\(text)” cannot be read as a date; \(error.message.english)",
                    ar: "تعذرت قراءة «\(text)» تاريخًا؛ \(error.message.arabic)"))
            return nil
        }
    }
}
