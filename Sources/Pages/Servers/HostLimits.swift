import Base
import Content

extension Message {
    /// With what to do where the host is not the outlet's.
    fileprivate var ifThere: Message {
        Message(
            en: english + "; if the site is not there, name its servers under “servers” in site.yaml",
            ar: arabic + "؛ وإن لم يكن الموقع هناك فاذكر خوادمه تحت «servers» في site.yaml")
    }
}

/// What single hosts take of a site.
extension Outlet {
    /// Cloudflare Pages, "Limits": files of a site on the free plan.
    private static let cloudflareFiles = 20_000

    /// Told while a tenth is left, so that there is time to move.
    func beyondLimits(files count: Int) -> [Diagnostic] {
        guard services.servers.contains(.cloudflare), count >= Self.cloudflareFiles / 10 * 9 else { return [] }
        return [
            Diagnostic(
                .warning, id: CheckRule.hostFiles,
                Message(
                    en: "Cloudflare Pages takes \(Self.cloudflareFiles) files; these are \(count)",
                    ar: "يقبل Cloudflare Pages \(Self.cloudflareFiles) ملف؛ وهذه \(count)"
                ).ifThere, at: place(of: "servers"))
        ]
    }
}

/// What single hosts cannot do with the rules.
extension Redirects {
    /// Cloudflare Pages, "Redirects", per file.
    private static let cloudflare = (whole: 2000, stars: 100, line: 1000)
    /// Netlify's documentation on redirects: from so many on a deployment may fail.
    private static let netlify = 10_000

    func beyondLimits(of outlet: Outlet) -> [Diagnostic] {
        let hosts = outlet.services.servers
        var found: [Message] = []
        if hosts.contains(.cloudflare) { found += cloudflareLimits(base: outlet.address.base) }
        let count = whole.count + queries.count + stars.count
        if hosts.contains(.netlify), count >= Self.netlify {
            found.append(
                Message(
                    en:
                        "Netlify may refuse \(Self.netlify) redirects or more; these are \(count); let lines with “/*” take the place of many",
                    ar:
                        "قد يرفض Netlify \(Self.netlify) تحويل أو أكثر؛ وهذه \(count)؛ اجمع كثيرًا منها في أسطر تنتهي بـ«‎/*»"
                ))
        }
        guard !found.isEmpty else { return [] }
        let isFromFile = rules.contains { $0.origin.path == RedirectFile.path }
        return found.map { message in
            Diagnostic(
                .warning, id: RedirectTableRule.limit, message.ifThere,
                at: Location(path: isFromFile ? RedirectFile.path : "Content/site.yaml"))
        }
    }

    private func cloudflareLimits(base: String) -> [Message] {
        var found: [Message] = []
        if !queries.isEmpty {
            found.append(
                Message(
                    en: "Cloudflare Pages cannot ask for a query, so that \(queries.count) redirects do nothing there",
                    ar: "لا ينظر Cloudflare Pages في الاستعلام، فلا أثر فيه لتحويلات عددها \(queries.count)"))
        }
        if whole.count > Self.cloudflare.whole {
            found.append(
                Message(
                    en:
                        "Cloudflare Pages takes \(Self.cloudflare.whole) redirects of whole paths; these are \(whole.count), and the rest is left to pages that redirect by themselves",
                    ar:
                        "يقبل Cloudflare Pages \(Self.cloudflare.whole) تحويل لمسارات كاملة؛ وهذه \(whole.count)، ويُترك الباقي لصفحات تحوّل بنفسها"
                ))
        }
        if stars.count > Self.cloudflare.stars {
            found.append(
                Message(
                    en:
                        "Cloudflare Pages takes \(Self.cloudflare.stars) redirects with “/*”; these are \(stars.count), and the last do nothing there",
                    ar:
                        "يقبل Cloudflare Pages \(Self.cloudflare.stars) تحويل بـ«‎/*»؛ وهذه \(stars.count)، ولا أثر فيه لآخرها"
                ))
        }
        let long = (whole + stars).count { rule in
            let target = rule.answer.target.map { $0.href(base: base).utf8.count } ?? 0
            return rule.from.path.href(base: base).utf8.count + target + 16 > Self.cloudflare.line
        }
        if long > 0 {
            found.append(
                Message(
                    en:
                        "Cloudflare Pages passes over a rule of more than \(Self.cloudflare.line) characters, which \(long) have",
                    ar: "يتجاوز Cloudflare Pages ما زاد على \(Self.cloudflare.line) محرف، وعدد هذه \(long)"))
        }
        return found
    }
}
