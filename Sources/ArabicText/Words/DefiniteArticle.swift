/// The definite article of Arabic, ال, which is written joined to its word.
enum DefiniteArticle {
    /// `word` without its article; nil where it has none: ال with a bare alef before two letters or more, and not where
    /// it belongs to the word (الله، التزام).
    ///
    /// - Parameter word: scalars, without vowel marks and tatweel.
    static func removed(from word: [UInt32]) -> ArraySlice<UInt32>? {
        guard word.count >= 4, word[0] == 0x627, word[1] == 0x644 else { return nil }
        return isPart(of: word) ? nil : word[2...]
    }

    /// Whether the first two letters are part of the word itself.
    private static func isPart(of word: [UInt32]) -> Bool {
        if wordsInAl.contains(word) { return true }
        for ending in endings where word.count > ending.count + 3 && word.suffix(ending.count).elementsEqual(ending) {
            if wordsInAl.contains(Array(word.dropLast(ending.count))) { return true }
        }
        return false
    }
}

/// Endings of words that are formed from those below.
private let endings: [[UInt32]] = ["ات", "ه", "ها", "هم", "هما", "نا", "ي", "ية", "ا", "ين", "ان"].map(scalars)

/// God's name, the relative pronouns and “now”; verbal nouns and verbs of the eighth form whose root begins with ل;
/// foreign names and hamza words that are as often typed with a bare alef (المانيا، الكتروني).
private let wordsInAl: Set<[UInt32]> = Set(
    """
    الله اللهم اللات الذي التي الذين اللذان اللتان اللذين اللتين اللاتي اللواتي اللائي الآن الان التزام التهاب التقاء التقاط التفاف
    التفات التماس التباس التحاق التحام التئام التواء التصاق التجاء التهام التياع التماع التثام التزم التهب التقى التقط التف التفت
    التمس التبس التحق التحم التأم التوى التصق التجأ التمع التقت التفّ المانيا الماني المان البانيا الباني الاسكا البرتا البرتو
    الكسندر الكساندر الكسندرا الكسي اليكس اليكسي الفريد البرت الياس اليسا اليزابيث الكترون الكتروني الكترونيا الكترونيات الغاء
    القاء الزام الوان القاب العاب الغام الياف الحاق الماس اللي
    """.split(whereSeparator: \.isWhitespace).map { scalars(String($0)) })

private func scalars(_ word: String) -> [UInt32] {
    word.unicodeScalars.map(\.value).filter { !isArabicMark($0) }
}
