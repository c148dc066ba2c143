import ArabicText

/// Cities and countries as dates name them, `9:00 ص بتوقيت نيويورك`.
///
/// Names that mean two clocks are left out: عمان (of Jordan, or Oman), طرابلس, القدس, and countries with several zones.
struct ZoneNames: Sendable {
    private let identifiers: [String: String]

    /// - Parameter list: the database's `zone.tab`, which has a zone a line in its third column, for each country its own.
    init(listedIn list: [UInt8]) {
        var identifiers: [String: String] = [:]
        var twice: Set<String> = []
        for line in Lines(list[...]) where line.first != UInt8(ascii: "#") {
            let columns = trimmed(line).split(separator: UInt8(ascii: "\t"))
            guard columns.count > 2 else { continue }
            let identifier = String(decoding: columns[2], as: UTF8.self)
            guard let city = identifier.split(separator: "/").dropFirst().last else { continue }
            let name = folded(String(city.replacing("_", with: " ")))
            if identifiers.updateValue(identifier, forKey: name) != nil { twice.insert(name) }
        }
        for name in twice { identifiers[name] = nil }
        for (identifier, names) in Self.arabic {
            for name in names { identifiers[folded(name)] = identifier }
        }
        self.identifiers = identifiers
    }

    /// The zone's name in the time zone database; nil for a place that nobody knows, or that has more than one.
    ///
    /// - Parameter place: folded, in Arabic, or in English as the database has it.
    func identifier(of place: String) -> String? { identifiers[place] }

    private static let arabic: [(String, [String])] = [
        ("Africa/Cairo", ["القاهرة", "مصر", "الإسكندرية"]),
        ("Asia/Riyadh", ["الرياض", "السعودية", "جدة", "المدينة المنورة"]),
        ("Asia/Dubai", ["دبي", "أبوظبي", "أبو ظبي", "الإمارات", "الشارقة"]), ("Asia/Qatar", ["الدوحة", "قطر"]),
        ("Asia/Kuwait", ["الكويت"]), ("Asia/Bahrain", ["المنامة", "البحرين"]), ("Asia/Muscat", ["مسقط", "سلطنة عمان"]),
        ("Asia/Aden", ["صنعاء", "عدن", "اليمن"]), ("Asia/Baghdad", ["بغداد", "العراق", "البصرة", "أربيل"]),
        ("Asia/Damascus", ["دمشق", "سوريا", "سورية", "حلب"]), ("Asia/Beirut", ["بيروت", "لبنان"]),
        ("Asia/Amman", ["الأردن"]),
        ("Asia/Gaza", ["غزة"]), ("Asia/Hebron", ["رام الله", "الخليل"]), ("Africa/Khartoum", ["الخرطوم", "السودان"]),
        ("Africa/Tripoli", ["ليبيا", "بنغازي"]), ("Africa/Tunis", ["تونس"]), ("Africa/Algiers", ["الجزائر", "وهران"]),
        ("Africa/Casablanca", ["الرباط", "المغرب", "الدار البيضاء", "مراكش"]),
        ("Africa/Nouakchott", ["نواكشوط", "موريتانيا"]),
        ("Africa/Mogadishu", ["مقديشو", "الصومال"]), ("Africa/Djibouti", ["جيبوتي"]),
        ("Indian/Comoro", ["موروني", "جزر القمر"]),
        ("Africa/Juba", ["جوبا"]), ("Africa/Asmara", ["أسمرة"]), ("Africa/Addis_Ababa", ["أديس أبابا", "إثيوبيا"]),
        ("Africa/Nairobi", ["نيروبي"]), ("Africa/Ndjamena", ["نجامينا", "تشاد"]), ("Africa/Dakar", ["داكار"]),
        ("Africa/Lagos", ["لاغوس"]),
        ("Africa/Johannesburg", ["جوهانسبرغ", "بريتوريا", "جنوب أفريقيا"]),
        ("Europe/Istanbul", ["إسطنبول", "أنقرة", "تركيا"]),
        ("Asia/Tehran", ["طهران", "إيران"]), ("Asia/Kabul", ["كابول"]),
        ("Asia/Karachi", ["كراتشي", "إسلام أباد", "باكستان"]),
        ("Asia/Kolkata", ["نيودلهي", "نيو دلهي", "دلهي", "الهند"]), ("Asia/Dhaka", ["دكا"]),
        ("Asia/Jakarta", ["جاكرتا"]),
        ("Asia/Kuala_Lumpur", ["كوالالمبور"]), ("Asia/Singapore", ["سنغافورة"]),
        ("Asia/Shanghai", ["بكين", "الصين", "شنغهاي"]),
        ("Asia/Hong_Kong", ["هونغ كونغ"]), ("Asia/Tokyo", ["طوكيو", "اليابان"]),
        ("Asia/Seoul", ["سيول", "سول", "كوريا الجنوبية"]),
        ("Australia/Sydney", ["سيدني"]), ("Australia/Melbourne", ["ملبورن"]), ("Europe/Moscow", ["موسكو"]),
        ("Europe/Kyiv", ["كييف"]),
        ("Europe/London", ["لندن", "بريطانيا"]), ("Europe/Paris", ["باريس", "فرنسا"]),
        ("Europe/Berlin", ["برلين", "ألمانيا"]),
        ("Europe/Madrid", ["مدريد"]), ("Europe/Rome", ["روما", "إيطاليا"]), ("Europe/Brussels", ["بروكسل"]),
        ("Europe/Zurich", ["جنيف", "زيورخ", "سويسرا"]), ("Europe/Amsterdam", ["أمستردام", "لاهاي"]),
        ("Europe/Vienna", ["فيينا"]),
        ("Europe/Athens", ["أثينا", "اليونان"]), ("Europe/Stockholm", ["ستوكهولم", "السويد"]),
        ("Europe/Oslo", ["أوسلو"]),
        ("Europe/Copenhagen", ["كوبنهاغن"]), ("America/New_York", ["نيويورك", "واشنطن"]),
        ("America/Chicago", ["شيكاغو"]),
        ("America/Los_Angeles", ["لوس أنجلوس"]), ("America/Detroit", ["ديترويت"]),
        ("America/Toronto", ["تورونتو", "أوتاوا", "مونتريال"]), ("America/Mexico_City", ["مكسيكو سيتي"]),
        ("America/Sao_Paulo", ["ساو باولو", "برازيليا"]), ("America/Argentina/Buenos_Aires", ["بوينس آيرس"]),
    ]
}
