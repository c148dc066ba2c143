import Base
import Content

/// The style sheet that keeps the room of places for advertisements, whatever comes into them and when: nothing on the
/// page moves, and no style has to stand in a page.
struct AdSheet {
    let bytes: [UInt8]

    /// Under a name that tells its bytes.
    var url: URLPath { URLPath("assets/ad-places.\(Digest(of: bytes).hex.prefix(8)).css") }

    /// Nil where there is no place.
    init?(_ places: [AdPlace]) {
        guard !places.isEmpty else { return nil }
        var (phones, desktops) = ("", "")
        for place in places {
            phones += "  \(Self.rule(place, place.phone))\n"
            desktops += "  \(Self.rule(place, place.desktop))\n"
        }
        // What is larger than its place is cut: room that grows moves what is being read.
        bytes = Array(
            """
            .ad { position: relative; box-sizing: content-box; max-inline-size: 100%; margin: 1.5rem auto; padding-block-start: 1.25rem; overflow: clip; }
            .ad > :not(template) { display: block; inline-size: 100%; block-size: 100%; border: 0; text-decoration: none; }
            @media (width < \(AdPlace.desktopWidth)em) {
            \(phones)}
            @media (width >= \(AdPlace.desktopWidth)em) {
            \(desktops)}
            @media print { .ad { display: none; } }

            """.utf8)
    }

    private static func rule(_ place: AdPlace, _ size: AdPlace.Size?) -> String {
        let style = size.map { "inline-size: \($0.width)px; block-size: \($0.height)px;" } ?? "display: none;"
        return ".ad-\(place.name) { \(style) }"
    }

    /// The sheet as a file of the site.
    var file: WrittenFile { WrittenFile(url: url, bytes: bytes, origin: Location(path: "Content/site.yaml")) }
}
