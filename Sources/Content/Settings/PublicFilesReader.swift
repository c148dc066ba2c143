import Base

/// `robots.txt` and `ads.txt`: what site.yaml states of them ends in files that are read by line, so each value is held
/// to its grammar.
extension Fields {
    /// `GPTBot: disallow`, `CCBot: allow`, `Bytespider: [/archive/]`.
    mutating func readCrawlers() -> [Services.Crawler] {
        pairs("crawlers").compactMap { entry in
            guard isToken(entry.key) || entry.key == "*" else {
                report(
                    SettingsRule.crawlerName, at: entry.location,
                    Message(
                        en:
                            "a crawler is named by its product token, letters, digits, “-” and “_”, such as "
                            + "GPTBot; this is “\(entry.key)”",
                        ar:
                            "يُسمى الزاحف باسمه في robots.txt، من حروف لاتينية وأرقام و«-» و«_»، مثل GPTBot؛ "
                            + "والمكتوب «\(entry.key)»"
                    ))
                return nil
            }
            let wanted = Message(
                en: "allow, disallow, or paths that it must not fetch", ar: "allow أو disallow أو مسارات لا يجلبها")
            let items: [Yaml] = if case .list(let list) = entry.value.content { list } else { [entry.value] }
            var disallowed: [URLPath] = []
            for item in items {
                guard let text = word(item, entry.key, wanted) else { continue }
                switch text.lowercased() {
                case "allow", "سماح", "مسموح": break
                case "disallow", "منع", "ممنوع": disallowed.append(URLPath(""))
                case _ where text.hasPrefix("/"): path(text, at: item.location).map { disallowed.append($0) }
                default: wrongType(entry.key, item.location, wanted)
                }
            }
            return .init(name: entry.key, disallowed: disallowed)
        }
    }

    private func isToken(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                isHostByte($0 | 0x20) && $0 != UInt8(ascii: ".") || (0x30...0x39).contains($0)
                    || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }

    /// IAB Tech Lab, ads.txt 1.1, section 3.4: `domain, account, DIRECT or RESELLER, authority`, or `VARIABLE=value`.
    mutating func readAdsLines(_ items: [Yaml]) -> [String] {
        var lines: [String] = []
        for item in items where !item.isNull {
            guard let text = word(item, "ads", Message(en: "lines of ads.txt", ar: "أسطر ads.txt")) else { continue }
            for line in text.split(separator: "\n").map({ String($0.trimmingPrefix { $0.isWhitespace }) })
            where !line.isEmpty {
                if isAdsLine(line) {
                    lines.append(line)
                } else {
                    report(
                        SettingsRule.adsLine, at: item.location,
                        Message(
                            en:
                                "a line of ads.txt is “domain, account, DIRECT” or “… RESELLER”, perhaps with an "
                                + "authority's id; this is “\(line)”",
                            ar:
                                "سطر ads.txt هو «النطاق, رقم الحساب, DIRECT» أو «… RESELLER»، وقد يتبعه معرّف "
                                + "الجهة؛ والمكتوب «\(line)»"
                        ))
                }
            }
        }
        return lines
    }

    private func isAdsLine(_ line: String) -> Bool {
        guard line.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return false }
        if line.hasPrefix("#") { return true }
        let record = line.prefix { $0 != "#" }
        if let equals = record.firstIndex(of: "=") {
            let name = record[..<equals].uppercased().filter { $0 != " " }
            let names = ["CONTACT", "SUBDOMAIN", "INVENTORYPARTNERDOMAIN", "OWNERDOMAIN", "MANAGERDOMAIN"]
            return names.contains(name) && !record[record.index(after: equals)...].allSatisfy(\.isWhitespace)
        }
        let parts = record.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.filter { !$0.isWhitespace }
        }
        return (3...4).contains(parts.count) && parts.allSatisfy { !$0.isEmpty } && parts[0].contains(".")
            && parts[0].lowercased().utf8.allSatisfy(isHostByte)
            && ["DIRECT", "RESELLER"].contains(parts[2].uppercased())
    }
}
