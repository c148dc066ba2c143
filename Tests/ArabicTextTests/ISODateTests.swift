import Base
import Testing

@testable import ArabicText

@Suite struct ISODateTests {
    /// As the reader of all forms reads it.
    private func slowly(_ text: String) -> WrittenDate? {
        var reader = DateReader(folded(text))
        return try? reader.read()
    }

    @Test(arguments: [
        "2024-01-24", "2024-02-29", "2024-01-24T09:05", "2024-01-24 09:05", "2024-01-24T09:05:30", "2024-01-24T09:05Z",
        "2024-01-24 09:05:30Z",
        "2024-01-24T09:05:30+03:00", "2024-01-24T23:59-18:59", "0001-01-01", "9999-12-31T00:00:00+00:00",
    ]) func readsWhatMachinesWrite(_ text: String) {
        #expect(isoDate(text) != nil)
        #expect(isoDate(text) == slowly(text))
    }

    @Test(arguments: [
        "", "2024", "2024-1-24", "2024-01-32", "2023-02-29", "0000-01-01", "2024-01-24T", "2024-01-24T9:05",
        "2024-01-24T24:00",
        "2024-01-24T09:60",
        "2024-01-24T09:05:60", "2024-01-24T09:05:", "2024-01-24T09:05:3", "2024-01-24T09:05+3",
        "2024-01-24T09:05+19:00",
        "2024-01-24T09:05+03:60",
        "2024-01-24t09:05", "2024-01-24  09:05", "2024/01/24", "24-01-2024", "٢٠٢٤-٠١-٢٤", "2024-01-24Z",
        "2024-01-24T09:05:30.5Z",
        "2024-01-24 9:05 ص",
    ]) func leavesTheRest(_ text: String) {
        #expect(isoDate(text) == nil)
    }

    /// What it reads of any text that resembles such a date is what the long way reads.
    @Test func bothWaysGiveTheSame() {
        let forms = [
            "2024-01-24", "2024-12-31 19:05", "1999-06-30T00:09:00Z", "2025-11-01T23:59:59+03:00",
            "2024-02-28T10:20-05:30",
        ]
        let signs = Array("0123456789-:TZ+ tz/.".utf8)
        var (read, wrong) = (0, [String]())
        for form in forms {
            for place in form.utf8.indices {
                for other in form.utf8.indices {
                    for sign in signs {
                        var bytes = Array(form.utf8)
                        bytes[form.utf8.distance(from: form.startIndex, to: place)] = sign
                        let second = form.utf8.distance(from: form.startIndex, to: other)
                        bytes[second] = signs[(Int(sign) + second) % signs.count]
                        let text = String(decoding: bytes, as: UTF8.self)
                        guard let short = isoDate(text) else { continue }
                        read += 1
                        if short != slowly(text) { wrong.append(text) }
                    }
                }
            }
        }
        #expect(wrong == [])
        #expect(read > 500)
    }
}
