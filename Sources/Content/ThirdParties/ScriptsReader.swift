import Base

extension Vocabulary {
    static let script = Vocabulary([
        Key("source", ["المصدر"], .code, "The https address of a script of another host."),
        Key("file", ["الملف"], .code, "In its place a file of `Content/assets`, such as `statistics.js`."),
        Key(
            "integrity", ["البصمة"], .code,
            "The digest that the file must have, such as `sha384-…`: another one is not run."),
        Key("async", ["فور وصوله"], "`true` runs it as soon as it is there; else once the page is read."),
        Key("defer", ["بعد الصفحة"], "`true`, the default: it runs once the page is read."),
        Key("attributes", ["السمات"], "Attributes of the element: `data-…`, `id` and `crossorigin`."),
        Key(
            "pages", ["الصفحات"],
            "Where it stands: `all` (the default), or some of `home`, `articles`, `lists`, `pages`, `search`."),
        Key("consent", ["الموافقة"], .text, "The consent of site.yaml without which it is not loaded."),
        Key(
            "needs", ["يحتاج"],
            "What it loads, sends and shows: `connect-src: https://statistics.example`, as `csp` has it."),
    ])
}

/// The keys `scripts` and `consent`.
extension Fields {
    mutating func readScripts(into services: inout Services) {
        services.consents = readConsents()
        for item in items("scripts") {
            let script: OutletScript? = nested(item, .script) { $0.readScript(item, services.consents) }
            if let script { services.scripts.append(script) }
        }
    }

    private mutating func readConsents() -> [Consent] {
        pairs("consent").compactMap { entry in
            guard isPlainName(entry.key) else {
                report(
                    ThirdPartyRule.consentName, at: entry.location,
                    Message(
                        en: "a consent's name is one word without signs, such as “statistics”; this is “\(entry.key)”",
                        ar: "اسم الموافقة كلمة واحدة بلا علامات، مثل «إحصاءات»؛ والمكتوب «\(entry.key)»"))
                return nil
            }
            let wanted = Message(en: "what readers are asked, in a sentence", ar: "ما يُسأل عنه القارئ، في جملة")
            guard let text = scalar(entry.value, entry.key, wanted) else { return nil }
            guard !isUnseen(text), !entry.value.isNull else {
                wrongType(entry.key, entry.location, wanted)
                return nil
            }
            return Consent(name: entry.key, text: text, location: entry.location)
        }
    }

    private func isPlainName(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 40
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
            }
    }

    private mutating func readScript(_ item: Yaml, _ consents: [Consent]) -> OutletScript? {
        let source = readSource()
        let integrity = readIntegrity()
        let attributes = readAttributes(besides: ["id", "crossorigin"])
        let isAsync = readIsAsync()
        let (pages, consent) = (readPages(), readConsent(of: consents))
        let needs = readAllowances("needs")
        return source.map {
            OutletScript(
                source: $0, integrity: integrity, isAsync: isAsync, attributes: attributes, pages: pages,
                consent: consent, needs: needs, location: place(of: has("source") ? "source" : "file"))
        }
    }

    private mutating func readSource() -> OutletScript.Source? {
        let (address, file) = (text("source"), text("file"))
        if let address, file == nil {
            if let url = httpsURL(address), !url.text.contains("#") { return .web(url) }
            report(
                ThirdPartyRule.scriptSource, at: place(of: "source"),
                Message(
                    en:
                        "a script comes over https:// alone, since anybody on the way may change others; this is “\(address)”",
                    ar: "لا يأتي البرنامج إلا عبر https://، فسواه يغيّره من شاء في الطريق؛ والمكتوب «\(address)»"))
            return nil
        }
        if let file, address == nil {
            var name = file[...]
            for folder in ["/", "Content/", "assets/"] where name.hasPrefix(folder) {
                name = name.dropFirst(folder.count)
            }
            return .file(String(name))
        }
        let (source, other) = (spelled("source"), spelled("file"))
        report(
            ThirdPartyRule.scriptSource, at: address == nil ? location : place(of: "file"),
            Message(
                en: "a script has either “\(source)”, an https address, or “\(other)”, a file of Content/assets"
                    + (address == nil ? "; this one has neither" : "; this one has both"),
                ar: "للبرنامج إما «\(source)» وهو عنوان https، وإما «\(other)» وهو ملف من Content/assets"
                    + (address == nil ? "؛ وليس لهذا أي منهما" : "؛ ولهذا كلاهما")))
        return nil
    }

    private mutating func readIntegrity() -> [String] {
        var hashes: [String] = []
        for part in (text("integrity") ?? "").split(separator: " ").map(String.init) {
            guard let hash = FileHash(part) else {
                report(
                    ThirdPartyRule.scriptIntegrity, at: place(of: "integrity"),
                    Message(
                        en:
                            "a digest is “sha256-”, “sha384-” or “sha512-” and its 44, 64 or 88 signs of base64; this is "
                            + "“\(part)”",
                        ar: "البصمة sha256-‎ أو sha384-‎ أو sha512-‎ وبعدها 44 أو 64 أو 88 حرفًا من base64؛ والمكتوب "
                            + "«\(part)»"))
                continue
            }
            hashes.append(hash.text)
        }
        return hashes
    }

    private mutating func readIsAsync() -> Bool {
        let isAsync = flag("async") ?? false
        if flag("defer") == false, !isAsync {
            report(
                KeyRule.unknownValue, at: place(of: "defer"),
                Message(
                    en: "no script holds the page up while it is on its way; take the line out, or write “async: true”",
                    ar: "لا يوقف برنامج الصفحة وهو في الطريق؛ احذف السطر، أو اكتب «async: true»"))
        }
        return isAsync
    }

    /// The attributes of an element: `data-…` and those that are named.
    mutating func readAttributes(besides known: [String]) -> [OutletScript.Attribute] {
        pairs("attributes").compactMap { entry in
            let name = entry.key.lowercased()
            let isData =
                name.hasPrefix("data-") && name.utf8.count > 5
                && name.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-_.".utf8.contains($0)
                }
            guard isData || known.contains(name) else {
                let names = (known + ["data-…"]).joined(separator: ", ")
                report(
                    KeyRule.unknownKey, at: entry.location,
                    Message(
                        en: "the element may have \(names), but no “\(entry.key)”",
                        ar: "للعنصر من السمات \(names)، لا «\(entry.key)»"))
                return nil
            }
            guard let value = scalar(entry.value, entry.key, Message(en: "text", ar: "نصًا")) else { return nil }
            if name == "crossorigin", !["", "anonymous", "use-credentials"].contains(value) {
                wrongType(
                    entry.key, entry.value.location,
                    Message(en: "“anonymous” or “use-credentials”", ar: "anonymous أو use-credentials"))
                return nil
            }
            return .init(name: name, value: value)
        }
    }

    /// The kinds of page of the key `pages`, all of them where it is absent.
    mutating func readPages() -> [PageGroup] {
        var groups: [PageGroup] = []
        for word in words("pages") {
            let text = bare(word.text)
            if ["all", "الكل", "كلها"].contains(text.lowercased()) { return PageGroup.allCases }
            if let group = PageGroup.words.first(where: { $0.1.contains(text.lowercased()) })?.0 {
                groups.append(group)
                continue
            }
            let all = ["all"] + PageGroup.allCases.map(\.rawValue)
            let hint = suggestion(for: text, among: all)
            report(
                KeyRule.unknownValue, at: word.location,
                Message(
                    en: "kinds of page are \(all.joined(separator: ", ")), not “\(text)”"
                        + (hint.map { "; did you mean “\($0)”?" } ?? ""),
                    ar: "أنواع الصفحات \(all.joined(separator: "، "))، لا «\(text)»"
                        + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "")))
        }
        return groups.isEmpty ? PageGroup.allCases : PageGroup.allCases.filter(groups.contains)
    }

    /// The name behind the key `consent`, which must be one of these. An unknown one is kept: nothing is to be loaded
    /// unasked because of a slip.
    mutating func readConsent(of consents: [Consent]) -> String? {
        guard let name = text("consent").map(bare), !consents.contains(where: { $0.name == name }) else {
            return text("consent").map(bare)
        }
        let hint = suggestion(for: name, among: consents.map(\.name))
        report(
            ThirdPartyRule.consentName, at: place(of: "consent"),
            Message(
                en: "site.yaml asks readers for no consent “\(name)”"
                    + (hint.map { "; did you mean “\($0)”?" }
                        ?? "; add “consent: {\(name): …}”, with what they are asked"),
                ar: "لا يسأل site.yaml القراء عن موافقة «\(name)»"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ أضف «consent: {\(name): …}» وفيه ما يُسألون عنه")))
        return name
    }
}
