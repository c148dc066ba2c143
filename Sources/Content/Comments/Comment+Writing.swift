package import Base

extension Comment {
    /// The comment as a line of its file, with its line end; the date in UTC.
    package var line: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.text("id", id)
            json.text("parent", parent)
            if !isRemoved {
                json.text("name", name)
                json.text("url", url?.text)
            }
            json.text("date", date.instant.utc)
            if isRemoved { json.flag("removed", true) } else { json.text("text", text) }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// The comment with its text and its name taken away.
    package var removed: Comment {
        Comment(id: id, parent: parent, name: nil, url: nil, date: date, text: "", isRemoved: true)
    }

    /// The comment without its reader's name and address.
    package var anonymous: Comment {
        Comment(id: id, parent: parent, name: nil, url: nil, date: date, text: text, isRemoved: isRemoved)
    }
}

extension Instant {
    /// As RFC 3339 has it in UTC: `2024-01-24T09:05:00Z`.
    package var utc: String {
        let (date, time) = Zone.utc.civil(self)
        var text: [UInt8] = []
        text.append(iso: date, time, offset: 0)
        return String(decoding: text, as: UTF8.self)
    }
}
