import Base
import Content
import Templates
import Typesetting

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
}

/// The services that an article can be shared with, and their links' beginnings.
struct SharePlaces: Sendable {
    private struct Service: Sendable {
        let name: String
        let label: String
        /// The link in pieces: text of its own, the headline, the article's address.
        let pieces: [Piece]
    }

    private enum Piece: Sendable {
        case own(StaticString)
        case title, address
    }

    private let site: SiteAddress
    private let services: [Service]

    init(_ site: Site, _ catalogue: Catalogue) {
        self.site = site.outlet.address
        let links: [(String, [Piece])] = [
            ("whatsapp", [.own("https://wa.me/?text="), .title, .own("%20"), .address]),
            ("telegram", [.own("https://t.me/share/url?url="), .address, .own("&text="), .title]),
            ("x", [.own("https://x.com/intent/post?text="), .title, .own("&url="), .address]),
            ("facebook", [.own("https://www.facebook.com/sharer/sharer.php?u="), .address]),
            ("email", [.own("mailto:?subject="), .title, .own("&body="), .address]),
        ]
        services = links.map { Service(name: $0.0, label: catalogue.text("share_\($0.0)"), pieces: $0.1) }
    }

    /// The address goes in decoded and is encoded once, so that readers see Arabic in the message they send.
    func links(to article: Article) -> [ShareValue] {
        var (title, address): ([UInt8], [UInt8]) = ([], [])
        title.append(percentEncoding: article.socialTitle ?? article.title, keeping: .inComponent)
        for part in [site.origin, site.base, article.url.text] {
            address.append(percentEncoding: part, keeping: .inComponent)
        }
        var link: [UInt8] = []
        return services.map { service in
            link.removeAll(keepingCapacity: true)
            for piece in service.pieces {
                switch piece {
                case .own(let text): link.append(text)
                case .title: link += title
                case .address: link += address
                }
            }
            return ShareValue(name: service.name, label: service.label, url: String(decoding: link, as: UTF8.self))
        }
    }
}
