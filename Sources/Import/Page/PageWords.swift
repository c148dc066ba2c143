import ArabicText

/// Words by which a page's own lines are told from an article's, folded.
enum PageWords {
    /// Whether a line is text of the article by its shape alone: long, or a sentence of six words and more.
    static func isTextLine(_ line: String) -> Bool {
        if line.count > 80 { return true }
        guard let last = line.unicodeScalars.last, ".؟!…".unicodeScalars.contains(last) else { return false }
        return line.split(whereSeparator: \.isWhitespace).count >= 6
    }

    /// Folded words without signs around them.
    static func words(_ line: String) -> [String] {
        folded(line).split(separator: " ").map { word in
            String(word.unicodeScalars.filter { $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) })
        }.filter { !$0.isEmpty }
    }

    // MARK: - The comment form

    /// Whether the line belongs to the form below an article.
    static func isFormLine(_ line: String) -> Bool {
        let words = words(line)
        let text = words.joined(separator: " ")
        if words.count <= 5, formStarts.contains(where: { text == $0 || text.hasPrefix($0 + " ") }) { return true }
        if formPhrases.contains(where: { text.hasPrefix($0) }) { return true }
        return formFields.contains(text) && (line.contains("*") || words.count == 2 && formLabels.contains(text))
    }

    private static let formStarts = all([
        "اترك تعليق", "اترك تعليقا", "اترك تعليقك", "اترك رد", "اترك ردا", "أترك تعليقا", "أترك ردا", "أضف تعليق",
        "أضف تعليقا",
        "أضف تعليقك", "كتابة تعليق", "شارك بتعليقك", "شاركنا رأيك", "إلغاء الرد", "إرسال التعليق", "Leave a Reply",
        "Leave a Comment", "Cancel reply", "Post Comment",
    ])
    private static let formPhrases = all([
        "لن يتم نشر عنوان بريدك", "عنوان بريدك الإلكتروني لن", "Your email address will not", "الحقول الإلزامية",
        "الحقول المطلوبة", "Required fields", "احفظ اسمي", "Save my name", "أعلمني ب", "أعلمني عبر",
        "لن ينشر عنوان بريدك",
    ])
    private static let formFields = Set(
        all(["التعليق", "الاسم", "البريد الإلكتروني", "الموقع الإلكتروني", "Comment", "Name", "Email", "Website"]))
    private static let formLabels = Set(all(["الموقع الإلكتروني"]))

    // MARK: - What stands around

    /// Whether the line is nothing but buttons to share a page.
    static func isShareLine(_ line: String) -> Bool {
        let words = words(line)
        return !words.isEmpty && words.count <= 8
            && words.allSatisfy { share.contains($0) || $0.hasPrefix("و") && share.contains(String($0.dropFirst())) }
    }

    private static let share = Set(
        all([
            "شارك", "مشاركة", "شاركها", "هذا", "الموضوع", "المقال", "الخبر", "على", "عبر", "فيسبوك", "تويتر", "إكس",
            "واتساب",
            "تيليغرام", "تلغرام", "تليجرام", "لينكدإن", "طباعة", "نسخ", "الرابط", "بريد", "إلكتروني", "Facebook",
            "Twitter",
            "WhatsApp", "Telegram", "Share", "Print", "Tweet", "X", "LinkedIn", "Email",
        ]))

    /// Whether a list of other stories begins here.
    static func startsRelated(_ line: String) -> Bool {
        let text = words(line).joined(separator: " ")
        return related.contains { text == $0 || text.hasPrefix($0 + " ") } && words(line).count <= 6
    }

    private static let related = all([
        "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة", "موضوعات ذات صلة", "الأكثر قراءة", "تابعنا على",
        "اقرأ المزيد",
        "مواد ذات صلة", "Related",
    ])

    /// Words behind “read also”; nil for any other line.
    static func readAlso(_ line: String) -> String? {
        let words = words(line)
        guard words.count > 2, let colon = line.firstIndex(of: ":") else { return nil }
        let start = self.words(String(line[..<colon])).joined(separator: " ")
        return readAlsoStarts.contains(start) ? line[line.index(after: colon)...].description.trimmed() : nil
    }

    private static let readAlsoStarts = Set(
        all(["اقرأ أيضا", "إقرأ أيضا", "اقرأ أيضًا", "طالع أيضا", "شاهد أيضا", "Read also"]))

    /// Whether the line counts comments, views or minutes.
    static func isCountLine(_ line: String) -> Bool {
        let words = words(line)
        guard (1...5).contains(words.count) else { return false }
        let text = words.joined(separator: " ")
        if text == folded("لا توجد تعليقات") || text == "no comments" { return true }
        let units = words.dropFirst()
        guard words[0].unicodeScalars.allSatisfy({ (0x30...0x39).contains($0.value) }) else {
            return words.count <= 4 && words.contains(folded("قراءة"))
                && words.contains(where: { counted.contains($0) })
        }
        return units.contains { counted.contains($0) }
    }

    private static let counted = Set(
        all([
            "تعليق", "تعليقا", "تعليقات", "مشاهدة", "مشاهدات", "دقيقة", "دقائق", "دقيقتان", "للقراءة", "comments",
            "comment",
            "views", "min",
        ]))

    static func all(_ words: [String]) -> [String] { words.map { folded($0) } }
}
