import Base
import Content
import Templates

/// A link that opens a service's own page for sharing: no script, no request before the reader chooses.
struct ShareValue: Sendable {
    let name: String
    let label: String
    let url: String

    static let record = Record<ShareValue>(
        "share",
        [
            Field("name", .string, "The service.", example: "whatsapp") { .string($0.name) },
            Field("label", .string, "Its name for readers.", example: "واتساب") { .string($0.label) },
            Field("url", .string, "The link.") { .string($0.url) },
        ])

    /// The address goes in decoded and is encoded once, so that readers see Arabic in the message they send.
    static func places(for article: Article, _ site: Site, _ catalogue: Catalogue) -> [ShareValue] {
        let address = site.outlet.address
        let url = component(address.origin + address.base + article.url.text)
        let title = component(article.title)
        let links = [
            ("whatsapp", "https://wa.me/?text=\(title)%20\(url)"),
            ("telegram", "https://t.me/share/url?url=\(url)&text=\(title)"),
            ("x", "https://x.com/intent/post?text=\(title)&url=\(url)"),
            ("facebook", "https://www.facebook.com/sharer/sharer.php?u=\(url)"),
            ("email", "mailto:?subject=\(title)&body=\(url)"),
        ]
        return links.map { ShareValue(name: $0.0, label: catalogue.text("share_\($0.0)"), url: $0.1) }
    }

    /// Percent-encoded, the slash too.
    private static func component(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count * 3) { output in
                output.baseAddress.map { percentEncode(bytes, keeping: .inComponent, into: $0) } ?? 0
            }
        }
    }
}
