/// A template file: `name` as templates call it (`article.html`), `path` as diagnostics show it.
package struct Source: Sendable {
    package let name: String
    package let path: String
    package let bytes: [UInt8]

    package init(name: String, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}
