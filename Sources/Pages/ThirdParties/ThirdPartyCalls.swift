package import Base
import Content
package import Typesetting

/// Another host that pages call or let readers call, and for what.
package struct ThirdParty: Sendable, Hashable {
    /// What a page does with it.
    package enum Purpose: String, Sendable, CaseIterable {
        case script, frame, style, font, picture, recording, connection, form
        /// A player that a reader's click opens.
        case player
    }

    /// `https://host:port`.
    package let origin: String
    package let purpose: Purpose
    /// The consent without which it is not called; nil where none is asked for.
    package let consent: String?
}

/// Who is called by the pages of a site, from what they hold.
package struct ThirdPartyCalls: Sendable {
    /// How often, and where first.
    package struct Count: Sendable {
        package let party: ThirdParty
        package let pages: Int
        /// Address of the first page, in the order of the site's plan.
        package let example: String
    }

    @Boxed private var press: Press
    private let plan: PagePlan
    private let policy: SecurityPolicy
    @Boxed private var services: Services
    private let base: String
    /// What files of the site call, by their addresses.
    private let files: [String: [ThirdParty]]

    package init(_ edition: Edition, _ plan: PagePlan, _ theme: Theme, _ press: Press) {
        (self.press, self.plan) = (press, plan)
        let policy = SecurityPolicy(edition.site.outlet)
        self.policy = policy
        (services, base) = (edition.site.outlet.services, edition.site.outlet.address.base)
        var files: [String: [ThirdParty]] = [:]
        if policy.allowsOthers {
            let check = PolicyCheck(edition, plan, theme)
            for (url, uses) in check.usesOfFiles {
                let parties = uses.compactMap { ThirdParty($0, policy, consent: nil) }
                if !parties.isEmpty { files[url.href(base: base)] = parties.uniqued() }
            }
        }
        self.files = files
    }

    /// Every host with what it is called for, the most pages first.
    ///
    /// Prints every page, but only of a site whose security policy lets pages call others: all else is blocked, and told
    /// as such.
    package func counts(_ workers: Workers) -> [Count] {
        guard policy.allowsOthers else { return [] }
        let pages = plan.pages.filter { $0.kind != .fragment && $0.kind != .breaking }
        let press = press.prepared(for: pages.count, workers: workers)
        let found = workers.map(pages) { page -> [ThirdParty] in
            var output = ByteBuffer()
            guard (try? press.print(page, into: &output)) != nil else { return [] }
            return parties(on: output.take(from: 0))
        }
        var counts: [ThirdParty: (pages: Int, first: Int)] = [:]
        for (place, parties) in found.enumerated() {
            for party in parties { counts[party, default: (0, place)].pages += 1 }
        }
        return counts.map { Count(party: $0, pages: $1.pages, example: pages[$1.first].url.href(base: base)) }
            .sorted { one, other in
                (-one.pages, one.party.origin, one.party.purpose.rawValue, one.party.consent ?? "")
                    < (-other.pages, other.party.origin, other.party.purpose.rawValue, other.party.consent ?? "")
            }
    }

    private func parties(on html: [UInt8]) -> [ThirdParty] {
        var found: [ThirdParty] = []
        var consent: String?
        for tag in TemplateTags(html, isTemplate: false).tags {
            defer { consent = tag.name == "template" ? tag.value(of: "data-consent") : nil }
            for use in BlockedUse.all(in: tag) {
                if let party = ThirdParty(use, policy, consent: consent) { found.append(party) }
                guard case .address(let address) = use.subject else { continue }
                found += files[address] ?? []
                for script in services.scripts where use.directive == "script-src" && script.href(base: base) == address
                {
                    found += script.needs.flatMap { needs(of: $0, consent: consent) }
                }
            }
            if let player = tag.value(of: "data-embed"), let origin = policy.origin(of: player), !policy.isOwn(origin) {
                found.append(ThirdParty(origin: origin, purpose: .player, consent: nil))
            }
        }
        return found.uniqued()
    }

    private func needs(of allowance: Services.Allowance, consent: String?) -> [ThirdParty] {
        allowance.sources.compactMap { source in
            ThirdParty.Purpose(directive: allowance.directive).map {
                ThirdParty(origin: source, purpose: $0, consent: consent)
            }
        }
    }
}

extension ThirdParty {
    /// Nil where the site itself is asked, or nobody because of the policy.
    init?(_ use: BlockedUse, _ policy: SecurityPolicy, consent: String?) {
        guard case .address(let address) = use.subject, let origin = policy.origin(of: address), !policy.isOwn(origin),
            origin.hasPrefix("http"), policy.allows(use.directive, address),
            let purpose = Purpose(directive: use.directive)
        else { return nil }
        self.init(origin: origin, purpose: purpose, consent: consent)
    }
}

extension ThirdParty.Purpose {
    fileprivate init?(directive: String) {
        switch directive {
        case "script-src", "worker-src": self = .script
        case "frame-src": self = .frame
        case "style-src": self = .style
        case "font-src": self = .font
        case "img-src": self = .picture
        case "media-src": self = .recording
        case "connect-src": self = .connection
        case "form-action": self = .form
        default: return nil
        }
    }
}
