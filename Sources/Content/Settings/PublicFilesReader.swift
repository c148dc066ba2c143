import Base

/// `robots.txt`, `ads.txt` and the content security policy: what site.yaml states of them ends in files and headers
/// that servers read by line, so each value is held to its grammar.
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
    mutating func readAds() -> [String] {
        var lines: [String] = []
        for item in items("ads") {
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

    /// `img-src: https://cdn.example.org`, a list of origins a directive (CSP level 3, section 2.3.1).
    mutating func readContentSecurity() -> [Services.Allowance] {
        pairs("csp").compactMap { entry in
            let known = [
                "connect-src", "font-src", "form-action", "frame-src", "img-src", "manifest-src", "media-src",
                "script-src",
                "style-src", "worker-src",
            ]
            guard known.contains(entry.key) else {
                let hint = suggestion(for: entry.key, among: known)
                report(
                    KeyRule.unknownKey, at: entry.location,
                    Message(
                        en: "unknown directive “\(entry.key)”"
                            + (hint.map { "; did you mean “\($0)”?" } ?? "; known are \(known.joined(separator: ", "))"),
                        ar: "توجيه غير معروف «\(entry.key)»"
                            + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ المعروف: \(known.joined(separator: ", "))")))
                return nil
            }
            let items: [Yaml] = if case .list(let list) = entry.value.content { list } else { [entry.value] }
            let wanted = Message(
                en: "origins such as https://cdn.example.org; never 'unsafe-inline' or 'unsafe-eval'",
                ar: "أصولًا مثل https://cdn.example.org؛ ولا يُقبل 'unsafe-inline' ولا 'unsafe-eval'")
            var sources: [String] = []
            for item in items {
                guard let text = word(item, entry.key, wanted) else { continue }
                for source in text.split(separator: " ").map(String.init) {
                    if isSource(source) { sources.append(source) } else { wrongType(entry.key, item.location, wanted) }
                }
            }
            return .init(directive: entry.key, sources: sources)
        }
    }

    private func isSource(_ text: String) -> Bool {
        if ["data:", "blob:", "https:"].contains(text) { return true }
        guard text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("wss://") else { return false }
        let rest = text.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
        guard let host = rest.first?.split(separator: ":").first else { return false }
        let plain = host.hasPrefix("*.") ? host.dropFirst(2) : host[...]
        return !plain.isEmpty && plain.lowercased().utf8.allSatisfy(isHostByte)
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",;'\"\\<>".utf8.contains($0) }
    }
}
