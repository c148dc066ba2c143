import Base
import Content
import Markdown

/// Looks at pictures, and at what articles say of their lead pictures.
struct PictureDesk: Sendable {
    private let tree: any FileTree

    /// - Parameter tree: the site's folder, for what stands inside the files.
    init(_ tree: some FileTree) { self.tree = tree }

    // MARK: Leads

    func advice(on article: Article) -> [Diagnostic] {
        guard let image = article.image else { return [] }
        let place = article.imageLocation ?? Location(path: article.path)
        let spelled = article.spelled
        let (parent, alt) = (spelled("image"), spelled("alt"))
        func advice(_ rule: some Rule, _ english: String, _ arabic: String) -> Diagnostic {
            Diagnostic(.advice, id: rule, Message(en: english, ar: arabic), at: place)
        }
        var found: [Diagnostic] = []
        if image.alt.isEmpty {
            found.append(
                advice(
                    LinkRule.pictureWithoutAlt, "a picture says in words what it shows; add “\(alt)” to “\(parent)”",
                    "للصورة وصف لمن لا يراها؛ أضف «\(alt)» إلى «\(parent)»"))
        } else if isFileName(image.alt, of: image.picture.path) {
            found.append(
                advice(
                    LinkRule.pictureNamedByFile,
                    "a picture's words say what it shows; “\(image.alt)” under “\(alt)” is the name of a file",
                    "وصف الصورة يقول ما يُرى فيها؛ و«\(image.alt)» في «\(alt)» اسم ملف"))
        }
        guard image.credit == nil || image.caption == nil else { return found }
        let words = (try? tree.readStart(of: image.picture.path, count: 256 * 1024)).map { PictureWords(in: $0) }
        /// The line to add, or its key alone.
        func line(_ key: String, _ text: String?) -> String { text.map { "\(key): \(quoted($0))" } ?? key }
        if image.caption == nil {
            let line = line(spelled("caption"), words?.caption)
            found.append(
                advice(
                    PictureDeskRule.pictureWithoutCaption,
                    "below a lead picture stands what, where and when it shows; add “\(line)” to “\(parent)”"
                        + (words?.caption == nil ? "" : ", as its file says"),
                    "تحت الصورة الرئيسة سطر يقول ما تُظهره وأين ومتى؛ أضف «\(line)» إلى «\(parent)»"
                        + (words?.caption == nil ? "" : "، كما في ملفها")))
        }
        if image.credit == nil {
            let line = line(spelled("credit"), words?.credit)
            found.append(
                advice(
                    PictureDeskRule.pictureWithoutCredit,
                    "a lead picture names who made it; add “\(line)” to “\(parent)”"
                        + (words?.credit == nil ? "" : ", as its file says"),
                    "تذكر الصورة الرئيسة صاحبها؛ أضف «\(line)» إلى «\(parent)»"
                        + (words?.credit == nil ? "" : "، كما في ملفها")))
        }
        return found
    }

    /// As YAML reads it again, whatever it is.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Of articles within 30 days that have the same file as their lead, each but the first, with the one before it.
    func repeatedLeads(of articles: [Article]) -> [Diagnostic] {
        var last: [Digest: Article] = [:]
        let inTime = articles.filter { $0.image?.picture.digest != nil }.sorted {
            $0.date.instant == $1.date.instant ? bytesPrecede($0.path, $1.path) : $0.date.instant < $1.date.instant
        }
        return inTime.compactMap { article in
            guard let digest = article.image?.picture.digest else { return nil }
            let before = last.updateValue(article, forKey: digest)
            guard let before, article.date.instant.seconds - before.date.instant.seconds <= 30 * 86_400 else {
                return nil
            }
            return Diagnostic(
                .advice, id: PictureDeskRule.leadPictureRepeated,
                Message(
                    en:
                        "the same picture leads \(before.path) within 30 days; readers take this story for that one; "
                        + "choose another",
                    ar:
                        "الصورة نفسها فوق مادة أخرى خلال 30 يومًا: \(before.path)؛ يظن القارئ هذه تلك؛ اختر صورة أخرى"
                ), at: article.imageLocation ?? Location(path: article.path))
        }
    }

    // MARK: Files

    func advice(on picture: Picture) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let place = Location(path: picture.path)
        // Of most pictures smaller ones are made; these are published as they are. A phone on a slow network waits a
        // second for 200 KB; nothing that is shown at 38em needs more than twice that.
        if !picture.isScaled, picture.size > 500_000 {
            found.append(
                Diagnostic(
                    .advice, id: PictureDeskRule.pictureHeavy,
                    Message(
                        en:
                            "a picture weighs at most 500 KB on a news page; this one has \(picture.size / 1000) KB; "
                            + "save it smaller",
                        ar:
                            "لا يزيد وزن الصورة في صفحة الخبر على 500 كيلوبايت؛ ووزن هذه \(picture.size / 1000) "
                            + "كيلوبايت؛ احفظها بحجم أصغر"
                    ),
                    at: place))
        }
        if !picture.isScaled, max(picture.width, picture.height) > 4000 {
            found.append(
                Diagnostic(
                    .advice, id: PictureDeskRule.pictureLarge,
                    Message(
                        en:
                            "no screen shows more than 4,000 pixels of a picture; this one has \(picture.width) × "
                            + "\(picture.height); scale it down",
                        ar:
                            "لا تعرض الشاشات أكثر من 4000 بكسل من الصورة؛ وهذه \(picture.width) × \(picture.height)؛ "
                            + "صغّر أبعادها"
                    ),
                    at: place))
        }
        if let bytes = try? tree.readStart(of: picture.path, count: 256 * 1024), PictureOrigin.isLocated(bytes) {
            found.append(
                Diagnostic(
                    .warning, id: PictureDeskRule.pictureGPS,
                    Message(
                        en:
                            "this file tells where the picture was taken; a build cuts that out of what it publishes, "
                            + "yet whoever gets this folder can read it and a source may be in danger; save it "
                            + "without its location",
                        ar:
                            "يحمل الملف إحداثيات مكان التصوير؛ يحذفها البناء مما ينشره، لكن من وصل إليه هذا المجلد "
                            + "يقرؤها، وقد يعرّض ذلك المصدر للخطر؛ احفظ الصورة من دون الموقع"
                    ),
                    at: place))
        }
        return found
    }
}
