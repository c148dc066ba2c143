import Base

/// Pictures as cameras and scanners make them, which few browsers show, or which are far too large for a page.
enum UnshownPicture {
    static func isNamed(_ path: String) -> Bool {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return ["heic", "heif", "tif", "tiff", "bmp", "psd", "raw", "jp2", "jxl"].contains(ending)
    }

    /// What to say of `src`, which is named as one: that it is not there would send its author looking for what he
    /// sees.
    ///
    /// - Parameter near: names of pictures that lie where this one was looked for; it may have been saved anew under
    ///   its name.
    static func problem(with src: String, at location: Location, near: [String]) -> Diagnostic {
        func stem(_ name: String) -> Substring { name[..<(name.lastIndex(of: ".") ?? name.endIndex)] }
        let hint = near.first { stem($0) == stem(src) }?.asWritten
        return Diagnostic(
            id: PictureRule.pictureFormat,
            Message(
                en: "a file such as “\(src)” is no picture for the web; "
                    + (hint.map { "did you mean “\($0)”?" } ?? "save it as JPEG or PNG and name that file here"),
                ar: "ملف مثل «\(src)» ليس صورة تصلح للويب؛ "
                    + (hint.map { "هل قصدت «\($0)»؟" } ?? "احفظها بصيغة JPEG أو PNG واذكر ذلك الملف هنا")),
            at: location)
    }
}
