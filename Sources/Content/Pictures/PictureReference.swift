import ArabicText
package import Base

// What an article or a page says to name a picture, and what it means.

extension Diagnostic {
    /// - Parameter near: names of pictures that lie where this one was looked for.
    package static func missingPicture(_ src: String, at location: Location, near: [String]) -> Diagnostic {
        if UnshownPicture.isNamed(src) { return UnshownPicture.problem(with: src, at: location, near: near) }
        // An address has each percent sign of a name as %25.
        let hint = near.contains(src) ? src.asWritten : suggestion(for: src, among: near.map(\.asWritten))
        return Diagnostic(
            id: PictureRule.missingPicture,
            Message(
                en: "the picture “\(src)” is not there"
                    + (hint.map { "; did you mean “\($0)”?" }
                        ?? "; put it beside this file, or under Content/assets and write /assets/…"),
                ar: "الصورة «\(src)» غير موجودة"
                    + (hint.map { "؛ هل قصدت «\($0)»؟" }
                        ?? "؛ ضعها بجانب هذا الملف، أو في Content/assets واكتب ‎/assets/…")),
            at: location)
    }

    /// - Parameter src: of a picture that is left out of this build.
    package static func leftOutPicture(_ src: String, at location: Location) -> Diagnostic {
        Diagnostic(
            id: PictureRule.brokenPicture,
            Message(
                en: "the picture “\(src)” is in error itself; mend it, or name another",
                ar: "في الصورة «\(src)» نفسها خطأ؛ أصلحها أو اذكر غيرها"),
            at: location)
    }
}

extension String {
    /// A file's name as it stands in an address: what would be taken for an escape is escaped.
    package var asWritten: String { percentDecoded(self) == self ? self : replacing("%", with: "%25") }
}

/// The file that a picture's address in `path` means: beside the file, or from the root of the site for `/assets/…`.
/// Nil where it leads out of `Content/` or to another site.
package func picturePath(_ src: String, besides path: String) -> String? {
    guard let decoded = percentDecoded(src), !decoded.namesHost else { return nil }
    if decoded.hasPrefix("/") {
        return decoded.hasPrefix("/assets/") && !decoded.contains("..") ? CanonicalForm.nfc("Content" + decoded) : nil
    }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in decoded.split(separator: "/", omittingEmptySubsequences: false) {
        switch part {
        case ".": continue
        case "..":
            guard parts.count > 1 else { return nil }
            parts.removeLast()
        case "": return nil
        default: parts.append(String(part))
        }
    }
    return CanonicalForm.nfc(parts.joined(separator: "/"))
}
