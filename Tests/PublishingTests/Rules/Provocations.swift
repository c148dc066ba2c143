import Base
import Content
import Markdown
import Pages
import Publishing
import TestSupport
import Typesetting

/// For each rule whose example is no text of a site: what makes it come, as the ids that come.
let provocations: [String: @Sendable () throws -> [String]] = siteProvocations.merging(buildProvocations) { $1 }
    .merging(machineProvocations) { $1 }

/// What comes of the example site once `change` was done to it.
private func checked(_ change: (ExampleSite) -> Void) -> [String] {
    let site = ExampleSite()
    change(site)
    return site.check().map(\.id)
}

private func body(_ text: String) -> [String] { checked { $0.write("", matter: "", body: text) } }

private func matter(_ lines: String) -> [String] { checked { $0.write("", matter: lines, body: "نص.") } }

private func settings(_ lines: String) -> [String] { checked { $0.set(settings: lines) } }

private func file(_ path: String, _ bytes: [UInt8]?) -> [String] { checked { $0.files[path] = bytes } }

private func template(_ text: String) -> [String] { file("Templates/article.html", Array(text.utf8)) }

private func rendered(_ template: String, _ values: String) -> [String] {
    renderTemplate(
        "a.html", in: MemoryTree(["a.html": template]), values: "values.json", of: MemoryTree(["values.json": values]),
        language: "ar"
    ).diagnostics.map(\.id)
}

/// The article with a lead picture of this name and these bytes.
private func leadPicture(_ name: String, _ bytes: [UInt8]) -> [String] {
    checked { site in
        site.write("", matter: "image:\n  src: \(name)\n  alt: الفيضان\n  credit: هند الرماني", body: "نص.")
        site.files["Content/articles/\(name)"] = bytes
    }
}

/// The article with a link to a file beside it, or with its player.
private func beside(_ name: String, _ bytes: [UInt8], isShown: Bool = false) -> [String] {
    checked { site in
        site.write("", matter: "", body: "\(isShown ? "!" : "")[الملف](\(name))")
        site.files["Content/articles/\(name)"] = bytes
    }
}

private let text = Array("نص".utf8)
/// A PNG that moves, of which no smaller ones are made.
private let moving = Newsroom.picture(1600, 900, 0) + Array("acTL".utf8)

/// The example site on a machine with these tables of time zones.
private func zones(_ tables: MemoryTree) -> [String] {
    var load = ExampleSite.load
    load.zones = ZoneDatabase(tables, folder: "/zones")
    return Check(load).run(on: ExampleSite().files).problems.map(\.id)
}

/// What is said when the name is taken back from the example site once `change` was done to it.
private func withdrawn(_ name: String, as desk: String = "مكتب النهر", _ change: (ExampleSite) -> Void = { _ in })
    -> [String]
{
    let site = ExampleSite()
    change(site)
    var told: [String] = []
    return ids { told = try WithdrawnName(name, as: desk, in: site.files, ExampleSite.load).kept.map(\.id) } + told
}

private let siteProvocations: [String: @Sendable () throws -> [String]] = [
    "utf-8": { file(ExampleSite.article, [0xFF, 0xFE] + "مطر".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) },
    "front-matter-size": { matter("summary: " + String(repeating: "نص طويل ", count: 8000)) },
    "file-name": { file("Content/articles/fl\u{7}ood.png", Newsroom.picture(10, 10, 0)) },
    "new-title": {
        guard let outlet = loadSite(ExampleSite().files, ExampleSite.load).site?.outlet else { return [] }
        return ids {
            _ = try NewArticle(title: " ", section: nil, in: ExampleSite().files, outlet: outlet, now: ExampleSite.now)
        }
    },
    "no-site": { file("Content/site.yaml", nil) },
    "unused-file": { file("Content/articles/flood.txt", text) },
    "picture": { file("Content/articles/rain.png", text) },
    "svg": { file("Content/articles/map.svg", Array("<svg/>".utf8)) },

    "no-time-zones": { zones(MemoryTree()) },
    "time-zone-file": { zones(MemoryTree(["Africa/Cairo": "TZif"])) },

    // MARK: Names taken back

    "withdraw-name": { withdrawn("سلمى الطحان") },
    "withdraw-desk": { withdrawn("هند الرماني", as: "…") },
    "withdraw-kept": {
        withdrawn("هند الرماني") { $0.write("هند-الرماني", matter: "author: هند الرماني", body: "نص.") }
    },
    "withdraw-file": {
        withdrawn("هند الرماني") { site in
            for name in ["هند-الرماني", "مكتب-النهر"] { site.files["Content/assets/\(name).txt"] = text }
        }
    },

    // MARK: Texts
    "control-character": { body("مطر\u{7} غزير.") },
    "invalid-utf-8": { Renderer().render([0x80]).remarks.map(\.id) },
    "long-link-definition": { body("[أ]: /" + String(repeating: "x", count: 3000)) },
    "body-too-large": { body(String(repeating: "نص ", count: 1 << 20)) },
    "nesting-too-deep": { body(String(repeating: "> ", count: 200) + "نص.") },
    "emphasis-too-deep": {
        body(String(repeating: "*a **b ", count: 300) + String(repeating: "c** d* ", count: 300))
    },
    "brackets-too-deep": { body(String(repeating: "![", count: 300) + "نص") },
    "table-too-wide": {
        body(String(repeating: "| أ ", count: 20_000) + "|\n" + String(repeating: "|---", count: 20_000) + "|\n")
    },

    // MARK: Pictures
    "picture-heavy": { leadPicture("a.png", moving + [UInt8](repeating: 0, count: 600_000)) },
    "lead-picture-repeated": {
        checked { site in
            site.write("", matter: "image: rain.png", body: "نص.")
            site.files["Content/articles/dam.md"] = Array(
                "---\ntitle: السد\ndate: 2024-02-01\naliases: /old/dam/\nimage: rain.png\n---\n\nنص السد.\n".utf8)
        }
    },
    "host-files": {
        checked { site in
            for number in 0..<18_000 { site.files["Content/assets/\(number).txt"] = text }
        }
    },
    "picture-incomplete": {
        checked { site in
            site.set(settings: "pictures:\n  require: [alt, credit]")
            site.write("", matter: "image: a.png", body: "نص.")
            site.files["Content/articles/a.png"] = Newsroom.picture(1600, 900, 0)
        }
    },
    "damaged-picture": {
        let site = ExampleSite()
        site.write("", matter: "image:\n  src: a.png\n  alt: الفيضان\n  credit: هند الرماني", body: "نص.")
        site.files["Content/articles/a.png"] = Newsroom.picture(1600, 900, 0) + [UInt8](repeating: 0, count: 60_000)
        return Build(ExampleSite.load).run(from: site.files, to: MemoryTree(), named: "Public").diagnostics.map(\.id)
    },
    "picture-too-large": {
        leadPicture("a.png", Newsroom.picture(20_000, 20_000, 0) + [UInt8](repeating: 0, count: 60_000))
    },
    "data-name": { file("Content/data/2024.csv", Array("title\nRain\n".utf8)) },
    "data-size": { file("Content/data/visits.csv", Array("a\n".utf8) + [UInt8](repeating: 0x31, count: 5 << 20)) },
    "picture-large": { leadPicture("a.png", Newsroom.picture(6000, 900, 0)) },
    "picture-gps": { leadPicture("a.png", Newsroom.picture(1600, 900, 0) + Array("eXIf".utf8) + coordinates) },
    "share-image-small": { leadPicture("a.png", Newsroom.picture(800, 450, 0)) },
    "share-image-large": {
        leadPicture("a.png", moving + [UInt8](repeating: 0, count: 320_000))
    },
    "share-image-type": { leadPicture("a.gif", Array("GIF89a".utf8) + [0x40, 6, 0x84, 3, 0, 0, 0, 0x3B]) },
    "logo-missing": { file("Content/assets/logo.png", nil) },
    "logo-small": { file("Content/assets/logo.png", Newsroom.picture(64, 64, 0)) },
    "icon-small": {
        checked { site in
            site.set(settings: "icons: assets/icon.png")
            site.files["Content/assets/icon.png"] = Newsroom.picture(64, 64, 0)
        }
    },
    "share-image-missing": { file("Content/assets/og.png", nil) },
    "description-missing": { settings("description:") },

    // MARK: Recordings and documents
    "broken-recording": { beside("film.mp4", Array("<!DOCTYPE html>".utf8), isShown: true) },
    "recording-codec": { beside("film.mp4", SampleFiles.film(codec: "hvc1"), isShown: true) },
    "untitled-recording": { body("![](interview.mp3)") },
    "document-type": { beside("report.docx", text) },
    "broken-document": { beside("report.pdf", text) },
    "document-metadata": { beside("report.pdf", SampleFiles.pdf("/Author(Salma)")) },
    "document-unreadable": {
        beside("report.pdf", SampleFiles.pdf("", packed: [0x78, 0x01, 0xFF, 0xFF]))
    },
    "document-hidden": { beside("report.pdf", SampleFiles.pdf("", revisions: 2)) },

    "update-refused": {
        let site = ExampleSite()
        guard let loaded = loadSite(site.files, ExampleSite.load).site, let first = loaded.articles.first else {
            return []
        }
        return ids {
            _ = try AddedUpdate(.init(text: "نص"), to: first.path, in: loaded, from: site.files, now: ExampleSite.now)
        }
    },

    // MARK: Paths and templates
    "long-path": {
        checked { site in
            let long = String(repeating: "a", count: 200)
            site.set(settings: "urls:\n  article: /{slug}-{id}-{slug}-{id}/")
            site.write("", matter: "slug: \(long)\nid: \(long)", body: "نص.")
        }
    },
    "unused-template": { file("Templates/longread.html", text) },
    "page-language": { matter("lang: en") },
    "unknown-look": { file("Content/frontpage.yaml", Array("blocks:\n  - tag: قراءة\n    look: crads\n".utf8)) },
    "blocks-not-printed": {
        checked { site in
            site.files["Content/frontpage.yaml"] = Array("blocks:\n  - tag: قراءة\n".utf8)
            site.files["Templates/blocks/cards.html"] = Array("{{ block.title }}".utf8)
        }
    },
    "missing-template": { file("Templates/404.html", nil) },
    "template-name": { file("Templates/card.html.j2", text) },
    "invalid-utf8": { file("Templates/article.html", [0x61, 0xFF]) },
    "too-deep": {
        template("{{ " + String(repeating: "(", count: 1000) + "1" + String(repeating: ")", count: 1000) + " }}")
    },
    "template-too-large": {
        let levels = (1...40).map { "{% macro m\($0)() %}{{ m\($0 - 1)() }}{{ m\($0 - 1)() }}{% endmacro %}" }
        return template("{% macro m0() %}x{% endmacro %}" + levels.joined() + "{{ m40() }}")
    },
    "render": { rendered("{{ page.author.name }}", #"{"page": {}}"#) },
    "json": { rendered("{{ title }}", #"{title: "x"}"#) },
]

/// A TIFF structure with a directory of coordinates (Exif 2.32, 4.6.6).
private let coordinates: [UInt8] = {
    func entry(_ tag: UInt16, _ value: UInt32) -> [UInt8] {
        [UInt8(tag >> 8), UInt8(tag & 0xFF), 0, 4, 0, 0, 0, 1]
            + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    let start: [UInt8] = [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    return start + [0, 1] + entry(0x8825, 26) + [0, 0, 0, 0] + [0, 1] + entry(2, 30) + [0, 0, 0, 0]
}()

/// The id of what is thrown.
func ids(_ body: () throws -> Void) -> [String] {
    do {
        try body()
        return []
    } catch {
        return [(error as? Diagnostic)?.id ?? "\(error)"]
    }
}
