/// A site whose players readers may open on the outlet's pages, where site.yaml names it.
package enum EmbedSite: String, Sendable, Hashable, CaseIterable {
    case youtube, facebook, x, tiktok, instagram, telegram, soundcloud

    init?(written: String) {
        switch written.lowercased() {
        case "youtube", "يوتيوب": self = .youtube
        case "facebook", "فيسبوك": self = .facebook
        case "x", "twitter", "إكس", "اكس", "تويتر": self = .x
        case "tiktok", "تيك توك", "تيكتوك": self = .tiktok
        case "instagram", "إنستغرام", "انستغرام", "انستقرام": self = .instagram
        case "telegram", "تيليغرام", "تلغرام", "تيليجرام": self = .telegram
        case "soundcloud", "ساوندكلاود": self = .soundcloud
        default: return nil
        }
    }

    /// The origin of its player, which is all that pages may frame.
    package var frameOrigin: String {
        switch self {
        case .youtube: "https://www.youtube-nocookie.com"
        case .facebook: "https://www.facebook.com"
        case .x: "https://platform.twitter.com"
        case .tiktok: "https://www.tiktok.com"
        case .instagram: "https://www.instagram.com"
        case .telegram: "https://t.me"
        case .soundcloud: "https://w.soundcloud.com"
        }
    }
}
