import Base

extension Vocabulary {
    static let securityReport = Vocabulary([
        Key("to", ["إلى"], .code, "The address that takes the reports; required."),
        Key(
            "try", ["تجربة"],
            "What a policy that blocks nothing and is only reported allows in place of what `csp` adds: "
                + "`img-src: https://cdn.example.org`."),
    ])
}

/// The key `csp`.
extension Fields {
    /// `img-src: https://cdn.example.org`, a list of sources a directive; `report: https://reports.example.org/`.
    mutating func readContentSecurity(into services: inout Services) {
        for entry in pairs("csp") {
            if entry.key == "report" || entry.key == "تقارير" {
                services.report = readReport(entry.value)
            } else if let allowance = readAllowance(entry) {
                services.contentSecurity.append(allowance)
            }
        }
    }

    private mutating func readReport(_ value: Yaml) -> SecurityReport? {
        if case .scalar(let text, _) = value.content {
            return reportAddress(text, at: value.location).map { SecurityReport(address: $0, trial: nil) }
        }
        return nested(value, .securityReport) { fields in
            let address = fields.required("to").flatMap { fields.reportAddress($0, at: fields.place(of: "to")) }
            let trial = fields.has("try") ? fields.readAllowances("try") : nil
            return address.map { SecurityReport(address: $0, trial: trial) }
        }
    }

    private mutating func reportAddress(_ text: String, at location: Location) -> WebURL? {
        let url = httpsURL(text)
        if url == nil || !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !",;'\"\\$%{}".utf8.contains($0) }) {
            wrongType(
                "report", location,
                Message(
                    en:
                        "an https address without signs that servers read otherwise, such as https://reports.example.org/csp",
                    ar: "عنوان https بلا علامات تقرؤها الخوادم قراءة أخرى، مثل https://reports.example.org/csp"))
            return nil
        }
        return url
    }

    /// The directives of a mapping, each with what it allows.
    mutating func readAllowances(_ name: String) -> [Services.Allowance] {
        pairs(name).compactMap { readAllowance($0) }
    }

    private mutating func readAllowance(_ entry: Yaml.Entry) -> Services.Allowance? {
        let known = Services.Allowance.directives
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
        let wanted = Message(en: "sources such as https://cdn.example.org", ar: "مصادر مثل https://cdn.example.org")
        var sources: [String] = []
        for item in items {
            guard let text = word(item, entry.key, wanted) else { continue }
            for written in text.split(separator: " ").map(String.init) {
                do throws(PolicySource.Problem) {
                    sources.append(try PolicySource(written, for: entry.key).text)
                } catch {
                    report(ThirdPartyRule.policySource, at: item.location, error.message(written, entry.key))
                }
            }
        }
        return .init(directive: entry.key, sources: sources)
    }

    /// An address whose answers nobody can change on the way; nil for any other.
    func httpsURL(_ text: String) -> WebURL? {
        (try? WebURL(text)).flatMap { $0.text.hasPrefix("https://") && !$0.host.isEmpty ? $0 : nil }
    }
}
