import Base

extension Vocabulary {
    static let feeds = Vocabulary([
        Key("site", ["الموقع"], "Formats of the site's feed: `rss`, `atom`, `json`, or `none`."),
        Key("sections", ["الأقسام"], "The same for each section, or a line a section: `علوم: [rss, atom]`."),
        Key("tags", ["الوسوم"], "The same for each tag; none by default."),
        Key("authors", ["الكتاب"], "The same for each author; none by default."),
        Key("corrections", ["التصويبات"], "The same for the corrections."),
        Key("comments", ["التعليقات"], "The same for what readers say of each article; none by default."),
        Key("items", ["العدد"], "How many articles a feed holds, 20 at most."),
        Key("content", ["المحتوى"], "`full` (the default) or `summary`."),
        Key("hub", ["المحور"], .code, "The address of a WebSub hub."),
    ])

    static let security = Vocabulary([
        Key("contact", ["التواصل"], "Where to report a weakness: addresses, `mailto:` or `https:`; required."),
        Key("expires", ["ينتهي"], .code, "Until when this holds, within a year; required."),
        Key("policy", ["السياسة"], .code, "The address of the policy."),
        Key("encryption", ["التشفير"], .code, "The address of a key."),
        Key("acknowledgments", ["الشكر"], .code, "The address of a page of thanks."),
        Key("languages", ["اللغات"], "Languages in which reports are read."),
    ])

    static let app = Vocabulary([
        Key("short_name", ["الاسم القصير"], .text, "The name below the icon."),
        Key("theme_color", ["لون الواجهة"], .text, "Such as `#0b5d4e`, between quotes."),
        Key("background_color", ["لون الخلفية"], .text, "Such as `#ffffff`, between quotes."),
        Key("display", ["العرض"], "`minimal-ui` (the default), `standalone` or `browser`."),
    ])
}

extension Fields {
    /// The keys of site.yaml that concern machines alone.
    mutating func readServices(into outlet: inout Outlet) {
        var services = Services()
        services.guidHost = readGuidHost() ?? outlet.address.host
        services.guidPattern = readGuidPattern()
        services.publication = text("publication")
        services.alternateName = text("alternate_name")
        services.shareImage = text("share_image")
        if has("icons") { services.icons = words("icons").map { bare($0.text) } }
        if let value = value("feeds") { services.feeds = readFeeds(value) }
        if let value = value("security") { services.security = readSecurity(value, zone: outlet.zone) }
        if let value = value("app") { services.app = readApp(value) }
        services.crawlers = readCrawlers()
        readScripts(into: &services)
        readAdvertising(into: &services)
        services.policies = readPolicies()
        readServers(into: &services)
        services.elsewhere = readElsewhere(base: outlet.address.base)
        readContentSecurity(into: &services)
        outlet.services = services
    }

    /// A host, perhaps with the year since which the outlet has had it: `marsad.example` or `marsad.example,2019`.
    private mutating func readGuidHost() -> String? {
        guard let text = text("guid_host") else { return nil }
        let parts = text.lowercased().split(separator: ",", omittingEmptySubsequences: false)
        let isHost = parts.first.map { !$0.isEmpty && $0.utf8.allSatisfy(isHostByte) } ?? false
        if isHost, parts.count == 1 || parts.count == 2 && parts[1].utf8.count == 4 && Int(parts[1]) != nil {
            return text.lowercased()
        }
        report(
            SettingsRule.guidHost, at: place(of: "guid_host"),
            Message(
                en:
                    "a feed's ids carry a host, such as example.org, perhaps with a year (example.org,2019); this "
                    + "is “\(text)”",
                ar:
                    "تحمل معرّفات الخلاصات اسم مضيف مثل example.org، وقد تتبعه سنة (example.org,2019)؛ والمكتوب "
                    + "«\(text)»"
            ))
        return nil
    }

    /// `https://example.org/?p={id}`: what the system wrote that the outlet came from.
    private mutating func readGuidPattern() -> String? {
        guard let text = text("guid") else { return nil }
        let parts = text.split(separator: "{id}", omittingEmptySubsequences: false)
        let schemes = ["https://", "http://", "tag:", "urn:"]
        let isSound =
            parts.count == 2 && schemes.contains { text.lowercased().hasPrefix($0) && parts[0].count > $0.count }
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value < 0x7F && !"<>\"\\^`|".unicodeScalars.contains($0)
            }
            && !parts.contains { $0.contains("{") || $0.contains("}") }
        if isSound { return text }
        report(
            SettingsRule.guidPattern, at: place(of: "guid"),
            Message(
                en:
                    "the ids of articles in feeds are an address with {id} in it once, such as https://example.org/?p={id}; "
                    + "this is “\(text)”",
                ar:
                    "معرّفات المواد في الخلاصات عنوان فيه {id} مرة واحدة، مثل https://example.org/?p={id}؛ والمكتوب "
                    + "«\(text)»"))
        return nil
    }

    private mutating func readApp(_ value: Yaml) -> Services.WebApp {
        nested(value, .app) { fields in
            var app = Services.WebApp()
            app.shortName = fields.text("short_name")
            app.themeColor = fields.color("theme_color")
            app.backgroundColor = fields.color("background_color")
            if let display = fields.choice("display", ["minimal-ui", "standalone", "browser"].map { ($0, [$0]) }) {
                app.display = display
            }
            return app
        }
    }

    private mutating func color(_ name: String) -> String? {
        guard let text = text(name) else { return nil }
        let digits = text.utf8.dropFirst()
        if text.hasPrefix("#"), digits.count == 3 || digits.count == 6,
            digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
            )
        {
            return text
        }
        wrongType(name, place(of: name), Message(en: "a colour such as \"#0b5d4e\"", ar: "لونًا مثل ‎\"#0b5d4e\""))
        return nil
    }

    private mutating func readSecurity(_ value: Yaml, zone: Zone) -> Services.SecurityContact? {
        nested(value, .security) { fields in
            func address(_ name: String, _ fields: inout Fields) -> WebURL? {
                fields.text(name).flatMap { fields.webURL($0, at: fields.place(of: name)) }
            }
            let contacts = fields.words("contact").compactMap { fields.webURL(bare($0.text), at: $0.location) }
            if !fields.has("contact") { _ = fields.required("contact") }
            let expires = fields.required("expires") == nil ? nil : fields.stamp("expires", zone: zone)
            let policy = address("policy", &fields)
            let encryption = address("encryption", &fields)
            let acknowledgments = address("acknowledgments", &fields)
            let languages = fields.words("languages").compactMap {
                fields.language(bare($0.text), "languages", at: $0.location)
            }
            guard let expires, !contacts.isEmpty else { return nil }
            return .init(
                contacts: contacts, expires: expires, policy: policy, encryption: encryption,
                acknowledgments: acknowledgments, languages: languages)
        }
    }

    private mutating func readPolicies() -> [Services.Policy] {
        pairs("policies").compactMap { entry in
            guard let property = Services.policyProperties.first(where: { $0.key == entry.key })?.property else {
                let keys = Services.policyProperties.map(\.key)
                let hint = suggestion(for: entry.key, among: keys)
                report(
                    KeyRule.unknownKey, at: entry.location,
                    Message(
                        en: "unknown policy “\(entry.key)”"
                            + (hint.map { "; did you mean “\($0)”?" } ?? "; known are \(keys.joined(separator: ", "))"),
                        ar: "سياسة غير معروفة «\(entry.key)»"
                            + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ المعروف: \(keys.joined(separator: "، "))")))
                return nil
            }
            guard let text = word(entry.value, entry.key, Message(en: "a page of the site", ar: "صفحة من الموقع"))
            else {
                return nil
            }
            return target(text, at: entry.value.location).map {
                .init(property: property, target: $0, location: entry.value.location)
            }
        }
    }
}

extension Services {
    /// schema.org/NewsMediaOrganization, with the properties it inherits from Organization.
    fileprivate static let policyProperties: [(key: String, property: String)] = [
        ("corrections", "correctionsPolicy"), ("ethics", "ethicsPolicy"), ("masthead", "masthead"),
        ("mission", "missionCoveragePrioritiesPolicy"), ("principles", "publishingPrinciples"),
        ("ownership", "ownershipFundingInfo"), ("unnamed_sources", "unnamedSourcesPolicy"),
        ("no_bylines", "noBylinesPolicy"), ("verification", "verificationFactCheckingPolicy"),
        ("feedback", "actionableFeedbackPolicy"), ("diversity", "diversityPolicy"),
    ]
}

func isHostByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
}
