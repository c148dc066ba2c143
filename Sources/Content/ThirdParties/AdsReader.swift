import Base

extension Vocabulary {
    static let ad = Vocabulary([
        Key(
            "phone", ["الهاتف"], .code,
            "Room on a phone, width and height in pixels, such as `320x100`; where it is absent, phones do not show it."
        ),
        Key("desktop", ["الحاسوب"], .code, "Room on wider windows, such as `970x250`."),
        Key("element", ["العنصر"], "`ins` (the default) or `div`: what the network fills."),
        Key("frame", ["الإطار"], .code, "In its place a page of another site, by its https address."),
        Key("attributes", ["السمات"], "Attributes of the element: `data-…`, `id` and `class`."),
        Key(
            "pages", ["الصفحات"],
            "Where it stands: `all` (the default), or some of `home`, `articles`, `lists`, `pages`, `search`."),
        Key("consent", ["الموافقة"], .text, "The consent without which a frame is not loaded."),
        Key("after_paragraph", ["بعد الفقرة"], "Puts it into the texts of articles, behind this paragraph."),
        Key(
            "paragraphs", ["فقرات"],
            "How many paragraphs a text has at least that it is put into; three more than `after_paragraph` by default."
        ),
    ])
}

/// The key `ads`.
extension Fields {
    /// Lines of ads.txt; or a mapping of places, with those lines under `txt`.
    mutating func readAdvertising(into services: inout Services) {
        guard let value = value("ads"), case .map(let entries) = value.content else {
            services.ads = readAdsLines(items("ads"))
            return
        }
        for entry in entries {
            if entry.key == "txt" || entry.key == "ads.txt" {
                let lines: [Yaml] = if case .list(let list) = entry.value.content { list } else { [entry.value] }
                services.ads = readAdsLines(lines)
            } else if let place = readPlace(entry, besides: services.adPlaces, services.consents) {
                services.adPlaces.append(place)
            }
        }
    }

    private mutating func readPlace(_ entry: Yaml.Entry, besides others: [AdPlace], _ consents: [Consent]) -> AdPlace? {
        let name = entry.key.replacing("-", with: "_")
        guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 40,
            name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
            )
        else {
            report(
                ThirdPartyRule.adPlace, at: entry.location,
                Message(
                    en:
                        "templates ask for a place by a name of small Latin letters, digits and “_”, such as “top”; this is "
                        + "“\(entry.key)”",
                    ar: "تطلب القوالب الموضع باسم من حروف لاتينية صغيرة وأرقام و«_»، مثل top؛ والمكتوب «\(entry.key)»"))
            return nil
        }
        guard !others.contains(where: { $0.name == name }) else {
            report(
                ThirdPartyRule.adPlace, at: entry.location,
                Message(
                    en: "each place stands here once; “\(entry.key)” is there already",
                    ar: "يُذكر كل موضع مرة واحدة؛ و«\(entry.key)» مذكور من قبل"))
            return nil
        }
        return nested(entry.value, .ad) { $0.readPlace(name, at: entry.location, besides: others, consents) }
    }

    private mutating func readPlace(
        _ name: String, at location: Location, besides others: [AdPlace], _ consents: [Consent]
    ) -> AdPlace? {
        let (phone, desktop) = (readSize("phone"), readSize("desktop"))
        if !has("phone"), !has("desktop") {
            let (one, other) = (spelled("phone"), spelled("desktop"))
            report(
                ThirdPartyRule.adSize, at: location,
                Message(
                    en:
                        "a place keeps its room before anything is there; add “\(one): 320x100” and “\(other): 970x250”",
                    ar: "للموضع مساحته قبل أن يأتيه شيء؛ أضف «\(one): 320x100» و«\(other): 970x250»"))
        }
        let element = readElement()
        let attributes = readAttributes(besides: ["id", "class"])
        let (pages, consent) = (readPages(), readConsent(of: consents))
        let after = number("after_paragraph", in: 1...500)
        let least = number("paragraphs", in: 1...1000)
        if let after, let other = others.first(where: { $0.afterParagraph == after }) {
            report(
                ThirdPartyRule.adPlace, at: place(of: "after_paragraph"),
                Message(
                    en:
                        "two places do not stand behind one paragraph; “\(other.name)” is behind paragraph \(after) already",
                    ar: "لا يقع موضعان بعد فقرة واحدة؛ و«\(other.name)» بعد الفقرة \(after) من قبل"))
        }
        return AdPlace(
            name: name, phone: phone, desktop: desktop, element: element, attributes: attributes, pages: pages,
            consent: consent, afterParagraph: after,
            leastParagraphs: max(least ?? 0, (after ?? 0) + (least == nil ? 3 : 1)),
            location: location)
    }

    private mutating func readElement() -> AdPlace.Element {
        let element = choice("element", [(AdPlace.Element.ins, ["ins"]), (.div, ["div"])]) ?? .ins
        guard let address = text("frame") else { return element }
        if let url = httpsURL(address) { return .frame(url) }
        report(
            ThirdPartyRule.scriptSource, at: place(of: "frame"),
            Message(
                en:
                    "a frame comes over https:// alone, since anybody on the way may change others; this is “\(address)”",
                ar: "لا يأتي الإطار إلا عبر https://، فسواه يغيّره من شاء في الطريق؛ والمكتوب «\(address)»"))
        return element
    }

    /// `320x100`, also with `×` between the sides.
    private mutating func readSize(_ name: String) -> AdPlace.Size? {
        guard let text = text(name) else { return nil }
        let parts = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" || $0 == "*" }
            .map { Int($0.filter { $0 != " " }) }
        if parts.count == 2, let width = parts[0], let height = parts[1], AdPlace.Size.sides.contains(width),
            AdPlace.Size.sides.contains(height)
        {
            return .init(width: width, height: height)
        }
        report(
            ThirdPartyRule.adSize, at: place(of: name),
            Message(
                en: "a size is width and height in pixels, each from 1 to 4000, such as 320x100; this is “\(text)”",
                ar: "المقاس عرض وارتفاع بالبكسل، كل منهما من 1 إلى 4000، مثل 320x100؛ والمكتوب «\(text)»"))
        return nil
    }
}
