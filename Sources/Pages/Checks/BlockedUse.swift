import Base

/// Something that a page asks a browser to load, to run or to send, as a content security policy looks at it (CSP level
/// 3, section 6.7).
struct BlockedUse {
    enum Subject: Equatable {
        /// Script or style that stands in the page itself: the element's content, nil for an attribute and for text that
        /// is run.
        case inline(String?)
        /// An address, as far as it is written out: what an expression prints is not known.
        case address(String)
    }

    /// The directive that is asked.
    let directive: String
    let subject: Subject
    /// Where it stands in the source.
    let offset: Int

    /// What a tag asks for.
    static func all(in tag: TemplateTags.Tag) -> [BlockedUse] {
        var uses: [BlockedUse] = []
        func ask(_ directive: String, _ attribute: String) {
            guard let found = tag.attributes.first(where: { $0.name == attribute }), !found.value.isEmpty else {
                return
            }
            // A set has a size behind each of its addresses.
            let addresses =
                attribute == "srcset"
                ? found.value.split(separator: ",").compactMap { $0.split(separator: " ").first }.map(String.init)
                : [found.value]
            for address in addresses {
                uses.append(.init(directive: directive, subject: .address(address), offset: found.offset))
            }
        }
        switch tag.name {
        case "style": uses.append(.init(directive: "style-src", subject: .inline(tag.content), offset: tag.offset))
        case "script":
            if tag.value(of: "src") != nil {
                ask("script-src", "src")
            } else if isScript(tag.value(of: "type")) {
                uses.append(.init(directive: "script-src", subject: .inline(tag.content), offset: tag.offset))
            }
        case "link": if let directive = directive(ofLink: tag) { ask(directive, "href") }
        case "img", "image":
            ask("img-src", "src")
            ask("img-src", "srcset")
        case "source":
            ask("media-src", "src")
            ask("img-src", "srcset")
        case "video", "audio", "track":
            ask("media-src", "src")
            ask("img-src", "poster")
        case "iframe", "frame": ask("frame-src", "src")
        case "object": ask("object-src", "data")
        case "embed": ask("object-src", "src")
        case "form": ask("form-action", "action")
        case "button", "input": ask("form-action", "formaction")
        case "base": ask("base-uri", "href")
        default: break
        }
        for attribute in tag.attributes {
            if attribute.name == "style" {
                uses.append(.init(directive: "style-src", subject: .inline(nil), offset: attribute.offset))
            } else if isHandler(attribute.name) || attribute.value.lowercased().hasPrefix("javascript:") {
                uses.append(.init(directive: "script-src", subject: .inline(nil), offset: attribute.offset))
            }
        }
        return uses
    }

    /// A type that no browser runs holds data.
    private static func isScript(_ type: String?) -> Bool {
        guard let type = type?.lowercased(), !type.isEmpty else { return true }
        return type == "module" || type == "importmap" || type == "speculationrules" || type.contains("javascript")
            || type.contains("ecmascript")
    }

    /// `onclick` and its like, of which all names begin so.
    private static func isHandler(_ name: String) -> Bool {
        name.hasPrefix("on") && name.utf8.count > 3 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }

    private static func directive(ofLink tag: TemplateTags.Tag) -> String? {
        let kinds = (tag.value(of: "rel") ?? "").lowercased().split(separator: " ")
        if kinds.contains("stylesheet") { return "style-src" }
        if kinds.contains("modulepreload") { return "script-src" }
        if kinds.contains("manifest") { return "manifest-src" }
        if kinds.contains(where: { $0.hasSuffix("icon") }) { return "img-src" }
        guard kinds.contains("preload") else { return nil }
        let kind = tag.value(of: "as")?.lowercased() ?? ""
        return ["font": "font-src", "style": "style-src", "script": "script-src", "image": "img-src"][kind]
    }
}

extension StyleSheet {
    /// What the sheet loads.
    var uses: [BlockedUse] {
        addresses.map { address in
            let before = String(decoding: bytes[max(0, address.lowerBound - 400)..<address.lowerBound], as: UTF8.self)
                .lowercased()
            let statement = before.split(whereSeparator: { ";{}".contains($0) }).last ?? ""
            let isImport = statement.contains("@import")
            let isFont = before.ranges(of: "@font-face").last.map { !before[$0.upperBound...].contains("}") } ?? false
            return BlockedUse(
                directive: isImport ? "style-src" : isFont ? "font-src" : "img-src",
                subject: .address(String(decoding: bytes[address], as: UTF8.self)), offset: address.lowerBound)
        }
    }
}

/// A script, as far as it names other hosts in the usual ways.
struct ScriptFile {
    let bytes: [UInt8]

    var uses: [BlockedUse] {
        var uses: [BlockedUse] = []
        for (place, byte) in bytes.enumerated()
        where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") {
            let end = bytes[(place + 1)...].prefix(300).firstIndex(of: byte) ?? place
            guard end > place else { continue }
            let address = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
            guard ["https://", "http://", "wss://", "ws://", "//"].contains(where: address.hasPrefix),
                let directive = directive(before: place)
            else { continue }
            uses.append(.init(directive: directive, subject: .address(address), offset: place + 1))
        }
        for call in ["eval(", "new Function("] {
            var start = 0
            while let found = bytes.place(of: call.utf8, from: start) {
                start = found + 1
                let isName = found > 0 && (bytes[found - 1] == UInt8(ascii: ".") || isInName(bytes[found - 1]))
                if !isName { uses.append(.init(directive: "script-src", subject: .inline(nil), offset: found)) }
            }
        }
        return uses
    }

    /// What is done with the text that begins behind this quote; nil where nothing tells.
    private func directive(before place: Int) -> String? {
        let before = String(decoding: bytes[max(0, place - 60)..<place].filter { $0 > 0x20 }, as: UTF8.self)
        func ends(_ calls: String...) -> Bool { calls.contains(where: before.hasSuffix) }
        if ends("fetch(", "EventSource(", "WebSocket(", "sendBeacon(") { return "connect-src" }
        if ends(","), before.contains(".open(") { return "connect-src" }
        if ends("import(", "importScripts(", "from", "import") { return "script-src" }
        if ends("Worker(") { return "worker-src" }
        guard ends(".src=") else { return nil }
        let whole = String(decoding: bytes, as: UTF8.self)
        for (name, directive) in [("script", "script-src"), ("iframe", "frame-src")]
        where ["\"", "'"].contains(where: { whole.contains("createElement(\($0)\(name)\($0))") }) {
            return directive
        }
        return "img-src"
    }

    private func isInName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "$")
    }
}
