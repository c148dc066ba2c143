/// A template file as it was read.
package struct Source: Sendable {
    /// The name by which templates call it: `article.html`.
    package let name: String
    /// The path that diagnostics show: `Templates/article.html`.
    package let path: String
    /// The file's content; what is not UTF-8 in it is reported as `invalid-utf8`.
    package let bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}
