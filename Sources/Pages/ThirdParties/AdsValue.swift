import Content
import Templates
import Typesetting

/// The places for advertisements of a page, by their names: those that the theme asks for, and those of site.yaml.
struct AdsValue: Sendable {
    let record: Record<Page>

    init(_ thirdParties: ThirdParties, _ outlet: Outlet) {
        let own = outlet.services.adPlaces.filter { $0.afterParagraph == nil }.map(\.name)
        let names = AdPlace.usual + own.filter { !AdPlace.usual.contains($0) }
        record = Record(
            "ads",
            names.map { name in
                Field(
                    name, .optional(.markup),
                    "The place “\(name)” of site.yaml's `ads`, ready and safe; absent where the page has none.",
                    example: #"<aside class="ad ad-\#(name)" aria-label="إعلان"><ins></ins></aside>"#
                ) { page in
                    thirdParties.isEmpty
                        ? .undefined : thirdParties.markup(of: name, on: page).map { .markup($0) } ?? .undefined
                }
            })
    }
}

/// What readers are asked before something of others is loaded.
enum ConsentValue {
    static let record = Record<Consent>(
        "consent",
        [
            Field("name", .string, "Its name, which what waits for it has in `data-consent`.", example: "statistics") {
                .string($0.name)
            },
            Field("text", .string, "What readers are asked.") { .string($0.text) },
        ])
}
