package import Base

/// What is wrong with a file that a text shows or links to; its place is the text's.
package struct AttachmentProblem: Sendable {
    package let message: Message
    private let rule: AttachmentRule
    private let severity: Diagnostic.Severity

    private init(_ rule: AttachmentRule, _ message: Message, severity: Diagnostic.Severity = .error) {
        (self.rule, self.severity, self.message) = (rule, severity, message)
    }

    package func diagnostic(at location: Location) -> Diagnostic {
        Diagnostic(severity, id: rule, message, at: location)
    }

    // MARK: Files that are there

    /// - Parameter name: as the text names the file.
    package static func problems(
        with attachment: Attachment, _ name: String, _ settings: DocumentSettings
    ) -> [AttachmentProblem] {
        let file = attachment.file
        if attachment.kind != .document {
            if file.isBroken { return [brokenRecording(name, attachment.kind)] }
            return file.isHEVC ? [hevc(name)] : []
        }
        if file.isBroken || file.isDisguised { return [brokenDocument(name, attachment.typeName)] }
        var problems: [AttachmentProblem] = []
        if !settings.allowsMetadata {
            if !file.facts.fields.isEmpty { problems.append(metadata(name, file.facts.fields)) }
            if file.facts.isUnreadable { problems.append(unreadable(name)) }
        }
        if !file.facts.hidden.isEmpty { problems.append(hidden(name, file.facts.hidden)) }
        return problems
    }

    private static func brokenRecording(_ name: String, _ kind: AttachmentKind) -> AttachmentProblem {
        let (english, arabic) =
            switch kind {
            case .captions: ("WebVTT, which begins with the word WEBVTT,", "WebVTT، وأوله كلمة WEBVTT،")
            case .video: ("a film", "فيلمًا")
            case .audio, .document: ("a recording", "تسجيلًا")
            }
        return AttachmentProblem(
            .brokenRecording,
            Message(
                en: "“\(name)” is not \(english) that can be read, whatever its name says; export it anew as MP3, M4A, "
                    + "MP4 or WebM",
                ar: "ليس «\(name)» \(arabic) يُقرأ مهما كان اسمه؛ صدّره من جديد بصيغة MP3 أو M4A أو MP4 أو WebM"))
    }

    private static func hevc(_ name: String) -> AttachmentProblem {
        AttachmentProblem(
            .recordingCodec,
            Message(
                en: "many browsers do not show HEVC, in which phones film; export “\(name)” as H.264",
                ar: "لا تعرض متصفحات كثيرة HEVC الذي تصوّر به الهواتف؛ صدّر «\(name)» بترميز H.264"),
            severity: .warning)
    }

    private static func brokenDocument(_ name: String, _ type: String) -> AttachmentProblem {
        AttachmentProblem(
            .brokenDocument,
            Message(
                en: "“\(name)” is no \(type), whatever its name says; save it anew",
                ar: "ليس «\(name)» ملف \(type) مهما كان اسمه؛ احفظه من جديد"))
    }

    private static func metadata(_ name: String, _ fields: [DocumentFacts.Field]) -> AttachmentProblem {
        let told = { (comma: String, open: String, close: String) in
            fields.map { "\($0.name) \(open)\($0.value)\(close)" }.joined(separator: comma)
        }
        return AttachmentProblem(
            .documentMetadata,
            Message(
                en:
                    "a document tells nothing of who made it; “\(name)” has \(told(", ", "“", "”")); take it out in "
                    + "the program's document properties, or write “documents: {metadata: allow}” in site.yaml",
                ar:
                    "لا تذكر الوثيقة من صنعها؛ وفي «\(name)» \(told("، ", "«", "»"))؛ احذفه من خصائص المستند في "
                    + "البرنامج، أو اكتب «الوثائق: {البيانات الوصفية: سماح}» في site.yaml"))
    }

    private static func unreadable(_ name: String) -> AttachmentProblem {
        AttachmentProblem(
            .documentUnreadable,
            Message(
                en:
                    "whether “\(name)” names its author cannot be told: it is locked, damaged, or of an old kind; save it "
                    + "anew without a password as PDF, or write “documents: {metadata: allow}” in site.yaml",
                ar:
                    "لا يمكن معرفة هل يذكر «\(name)» كاتبه: فهو مقفل أو تالف أو من نوع قديم؛ احفظه من جديد بلا كلمة مرور "
                    + "بصيغة PDF، أو اكتب «الوثائق: {البيانات الوصفية: سماح}» في site.yaml"))
    }

    private static func hidden(_ name: String, _ things: [DocumentFacts.Hidden]) -> AttachmentProblem {
        AttachmentProblem(
            .documentHidden,
            Message(
                en: "“\(name)” holds more than it shows: " + things.map(\.words.english).joined(separator: ", ")
                    + "; take them out if they are not for readers",
                ar: "في «\(name)» أكثر مما يظهر: " + things.map(\.words.arabic).joined(separator: "، ")
                    + "؛ احذفها إن لم تكن للقراء"),
            severity: .warning)
    }

    // MARK: Files that are not

    /// A file that lies beside the text and is of a kind that is not published.
    package static func unpublished(_ name: String) -> AttachmentProblem {
        let ending = fileEnding(name)
        if DocumentSettings.refused.contains(ending) {
            return AttachmentProblem(
                .documentType,
                Message(
                    en: "programs and pages of others are never published as documents; offer “\(name)” as a PDF",
                    ar: "لا تُنشر البرامج وصفحات الغير وثائقَ أبدًا؛ انشر «\(name)» بصيغة PDF"))
        }
        return AttachmentProblem(
            .documentType,
            Message(
                en:
                    "“\(name)” is of a kind that is not published; save it as PDF, or add “\(ending)” in site.yaml: "
                    + "“documents: {types: [pdf, csv, \(ending)]}”",
                ar:
                    "«\(name)» من نوع لا يُنشر؛ احفظه بصيغة PDF، أو أضف «\(ending)» في site.yaml: "
                    + "«الوثائق: {الأنواع: [pdf, csv, \(ending)]}»"))
    }

    /// - Parameter near: names of recordings that lie where this one was looked for.
    package static func missing(_ name: String, near: [String]) -> AttachmentProblem {
        let hint = suggestion(for: name, among: near.map(\.asWritten))
        return AttachmentProblem(
            .missingRecording,
            Message(
                en: "the recording “\(name)” is not there"
                    + (hint.map { "; did you mean “\($0)”?" } ?? "; put it beside this file"),
                ar: "التسجيل «\(name)» غير موجود"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" } ?? "؛ ضعه بجانب هذا الملف")))
    }
}

extension DocumentFacts.Hidden {
    fileprivate var words: Message {
        switch self {
        case .trackedChanges: Message(en: "tracked changes", ar: "تغييرات متعقَّبة")
        case .comments: Message(en: "comments", ar: "تعليقات")
        case .hiddenSheets: Message(en: "hidden sheets", ar: "أوراق مخفية")
        case .earlierVersions: Message(en: "earlier versions of itself", ar: "نسخ سابقة منه")
        }
    }
}
