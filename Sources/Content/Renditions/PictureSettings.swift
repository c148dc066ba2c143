/// What site.yaml settles about pictures.
package struct PictureSettings: Sendable, Hashable {
    /// Widths in pixels, the smallest first.
    package var sizes = [320, 480, 720, 960, 1280, 1920]
    /// Whether the files of articles are published, too, as they are but for their metadata.
    package var publishesOriginals = false
    /// What a lead picture must have: `alt`, `caption`, `credit`.
    package var required: [Requirement] = []
    /// Whether the JPEG that older browsers load keeps the path of its file.
    package var keepsPaths = false

    package enum Requirement: String, Sendable, Hashable { case alt, caption, credit }

    package init() {}
}
