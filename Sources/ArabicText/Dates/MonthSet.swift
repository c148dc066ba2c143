/// The names that an outlet's country gives the months: `months` of site.yaml.
package enum MonthSet: Sendable, Hashable {
    case egypt, levant, maghreb, morocco, mauritania
    /// Two names a month, as pan-Arab outlets print them.
    case dual(first: DualOrder, separator: String)

    /// Which of two names stands first where both are printed.
    package enum DualOrder: String, Sendable, Hashable, CaseIterable { case levant, egypt }

    /// كانون الثاني/يناير
    package static let dual = MonthSet.dual(first: .levant, separator: "/")

    /// The single sets by the names they have in site.yaml.
    package static let named: [(name: String, set: MonthSet)] = [
        ("egypt", .egypt), ("levant", .levant), ("maghreb", .maghreb), ("morocco", .morocco),
        ("mauritania", .mauritania), ("dual", .dual),
    ]

    /// A set by its name in site.yaml; nil for any other name.
    package init?(name: String) {
        guard let entry = Self.named.first(where: { $0.name == name }) else { return nil }
        self = entry.set
    }

    /// The name of month 1–12; empty outside.
    package func name(_ month: Int) -> String {
        guard (1...12).contains(month) else { return "" }
        return switch self {
        case .egypt: Self.egyptian[month - 1]
        case .levant: Self.levantine[month - 1]
        case .maghreb: Self.maghrebi[month - 1]
        case .morocco: Self.moroccan[month - 1]
        case .mauritania: Self.mauritanian[month - 1]
        case .dual(.levant, let separator): Self.levantine[month - 1] + separator + Self.egyptian[month - 1]
        case .dual(.egypt, let separator): Self.egyptian[month - 1] + separator + Self.levantine[month - 1]
        }
    }

    static let egyptian = [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ]
    static let levantine = [
        "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
        "تشرين الثاني", "كانون الأول",
    ]
    static let maghrebi = [
        "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ]
    static let moroccan = [
        "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر",
    ]
    static let mauritanian = [
        "يناير", "فبراير", "مارس", "إبريل", "مايو", "يونيو", "يوليو", "أغشت", "شتمبر", "أكتوبر", "نوفمبر", "دجمبر",
    ]
}

/// Arabic, with 0 for Sunday as in `CivilDate.weekday`.
let arabicWeekdays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]

/// What an outlet in another language prints and writes.
struct WesternNames {
    let months: [String]
    let weekdays: [String]
    /// Of the calendar of Umm al-Qura (CLDR 47).
    let hijriMonths: [String]

    static let english = WesternNames(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        hijriMonths: [
            "Muharram", "Safar", "Rabiʻ I", "Rabiʻ II", "Jumada I", "Jumada II", "Rajab", "Shaʻban", "Ramadan",
            "Shawwal", "Dhuʻl-Qiʻdah", "Dhuʻl-Hijjah",
        ])

    static let french = WesternNames(
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        hijriMonths: [
            "mouharram", "safar", "rabia al awal", "rabia ath-thani", "joumada al oula", "joumada ath-thania", "rajab",
            "chaabane", "ramadan", "chawwal", "dhou al qi`da", "dhou al-hijja",
        ])
}
