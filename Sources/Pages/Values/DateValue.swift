import ArabicText
import Base
import Content
import Templates
import Typesetting

/// A day, perhaps with a time, in every form that a page may want.
struct DateValue: Sendable {
    let record: Record<Stamp>

    init(_ edition: Edition, _ reads: ReadFields = .all) {
        let style = edition.wording.dates
        let form = edition.site.outlet.dateForm
        record = Record(
            "date",
            [
                Field(
                    "iso", .string, "For machines: RFC 3339, a day alone where no time was written.",
                    example: "2024-01-24T09:05:00+03:00"
                ) {
                    .string($0.iso)
                },
                Field("text", .string, "In the form that site.yaml chooses under `date`.", example: "24 يناير 2024") {
                    .string(Self.text($0.date, form, style))
                },
                Field("long", .string, "Day, month's name and year.", example: "24 يناير 2024") {
                    .string(style.long($0.date))
                },
                Field("full", .string, "With the weekday.", example: "الأربعاء، 24 يناير 2024") {
                    .string(style.full($0.date))
                },
                Field("numeric", .string, "Day first, in figures.", example: "24/1/2024") {
                    .string(style.numeric($0.date))
                },
                Field("time", .optional(.string), "The time of day, where the editor wrote one.", example: "9:05 ص") {
                    $0.time.map { .string(style.time($0)) } ?? .undefined
                },
                Field("hijri", .optional(.string), "The day of the Umm al-Qura calendar.", example: "12 رجب 1445 هـ") {
                    style.hijri($0.date).map { .string($0) } ?? .undefined
                },
                Field("year", .int, "The year.", example: "2024") { .int($0.date.year) },
                Field("month_name", .string, "The month's name.", example: "يناير") {
                    .string(style.monthName($0.date.month))
                },
            ]
        ).reading(reads)
    }

    static func text(_ date: CivilDate, _ form: Outlet.DateForm, _ style: DateStyle) -> String {
        switch form {
        case .long: style.long(date)
        case .numeric: style.numeric(date)
        case .full: style.full(date)
        }
    }
}

extension Stamp {
    /// RFC 3339; a day alone where no time was written.
    package var iso: String {
        time == nil ? date.iso : zoned
    }

    /// RFC 3339 with time and zone, midnight where no time was written.
    package var zoned: String {
        var text: [UInt8] = []
        text.reserveCapacity(25)
        text.append(zoned: self)
        return String(decoding: text, as: UTF8.self)
    }
}
