package import Base

/// A source of the content security policy as site.yaml states it (CSP level 3, section 2.3.1).
package enum PolicySource: Sendable, Hashable {
    /// A host with its scheme, perhaps with a path, or a scheme with its colon.
    case origin(String)
    /// The digest of a script or a style that stands in a page.
    case hash(FileHash)

    /// Why a source is refused.
    package enum Problem: Error {
        case unsafe, anyHost, notEncrypted, carriesItself, hashElsewhere, none
    }

    /// As the header has it.
    package var text: String {
        switch self {
        case .origin(let text): text
        case .hash(let hash): "'\(hash.text)'"
        }
    }

    /// - Parameter directive: the one it stands behind; scripts may come from fewer.
    package init(_ written: String, for directive: String) throws(Problem) {
        let bare = written.hasPrefix("'") && written.hasSuffix("'") ? String(written.dropFirst().dropLast()) : written
        let isOfScripts = directive == "script-src" || directive == "worker-src"
        if bare.lowercased().hasPrefix("unsafe-") || bare.lowercased().hasPrefix("nonce-") || bare == "strict-dynamic" {
            throw .unsafe
        }
        if bare.lowercased().hasPrefix("sha") {
            guard let hash = FileHash(bare) else { throw .none }
            guard directive == "script-src" || directive == "style-src" else { throw .hashElsewhere }
            self = .hash(hash)
            return
        }
        switch written.lowercased() {
        case "*", "http:", "http://*", "https://*", "*:": throw .anyHost
        case "https:", "data:", "blob:":
            guard !isOfScripts else { throw written.lowercased() == "https:" ? .anyHost : .carriesItself }
            self = .origin(written.lowercased())
        default:
            guard Self.isOrigin(written) else { throw .none }
            guard !isOfScripts || written.hasPrefix("https://") else { throw .notEncrypted }
            self = .origin(written)
        }
    }

    private static func isOrigin(_ text: String) -> Bool {
        guard text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("wss://") else { return false }
        let rest = text.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
        guard let host = rest.first?.split(separator: ":").first else { return false }
        let plain = host.hasPrefix("*.") ? host.dropFirst(2) : host[...]
        return !plain.isEmpty && plain.lowercased().utf8.allSatisfy(isHostByte)
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !",;'\"\\<>${}".utf8.contains($0) }
    }
}

extension PolicySource.Problem {
    /// What to say of the source.
    func message(_ written: String, _ directive: String) -> Message {
        switch self {
        case .unsafe:
            Message(
                en:
                    "“\(written)” would run whatever somebody brings into a page; put the script or the style into a file "
                    + "of Content/assets, or write its hash, such as 'sha256-…'",
                ar: "تشغّل «\(written)» كل ما يُدسّ في الصفحة؛ ضع البرنامج أو الأنماط في ملف تحت Content/assets، أو اكتب "
                    + "بصمته مثل 'sha256-…'")
        case .anyHost:
            Message(
                en: "“\(written)” lets every host in, so that the policy holds nothing back; name the hosts, such as "
                    + "https://cdn.example.org",
                ar: "تفتح «\(written)» الباب لكل مضيف، فلا تمنع السياسة شيئًا؛ سمِّ المضيفين، مثل https://cdn.example.org")
        case .notEncrypted:
            Message(
                en:
                    "scripts come over https:// alone, since anybody on the way may change others; this is “\(written)”",
                ar: "لا تأتي البرامج إلا عبر https://، فسواها يغيّره من شاء في الطريق؛ والمكتوب «\(written)»")
        case .carriesItself:
            Message(
                en:
                    "a script behind “\(written)” is whatever somebody brings into a page; name the host that it comes from",
                ar: "البرنامج خلف «\(written)» هو ما يدسّه أي أحد في الصفحة؛ سمِّ المضيف الذي يأتي منه")
        case .hashElsewhere:
            Message(
                en: "a hash stands for a script or a style, behind script-src or style-src, not behind \(directive)",
                ar: "البصمة لبرنامج أو أنماط، بعد script-src أو style-src، لا بعد \(directive)")
        case .none:
            Message(
                en: "a source is a host, such as https://cdn.example.org, or a hash, 'sha256-', 'sha384-' or 'sha512-' "
                    + "and its 44, 64 or 88 signs of base64; this is “\(written)”",
                ar:
                    "المصدر مضيف مثل https://cdn.example.org، أو بصمة 'sha256-' أو 'sha384-' أو 'sha512-' وبعدها 44 أو 64 "
                    + "أو 88 حرفًا من base64؛ والمكتوب «\(written)»")
        }
    }
}
