import Base
import Content
import Pages
import Publishing

/// What a site meets that is built again and again.
private struct BuiltSite {
    let site = ExampleSite()
    let output = MemoryTree()

    @discardableResult func build(holdsBroken: Bool = false) -> [String] {
        var build = Build(ExampleSite.load)
        build.holdsBroken = holdsBroken
        return build.run(from: site.files, to: output, named: "Public").diagnostics.map(\.id)
    }

    /// Notes what is public now, as `sitegen record` does.
    func record() {
        guard let site = loadSite(site.files, ExampleSite.load).site else { return }
        self.site.files[Ledger.path] = Ledger([]).recording(site, as: nil).ledger.bytes
    }
}

let buildProvocations: [String: @Sendable () throws -> [String]] = [
    "broken-picture": {
        let built = BuiltSite()
        built.site.write("", matter: "", body: "![مطر](rain.png)")
        built.site.files["Content/articles/rain.png"] = Array("نص".utf8)
        return built.build(holdsBroken: true)
    },
    "changed-meanwhile": {
        let site = CachedSite()
        let (path, text) = (site.path, site.rewritten)
        site.site.meddle { $0.answers[path] = (2, text) }
        return site.build().diagnostics.map(\.id)
    },
    "folder-not-empty": {
        ids {
            try StarterSite.write(
                to: MemoryTree(["a.txt": "نص"]), named: "outlet", today: CivilDate(daysSince1970: 20_000))
        }
    },
    "published-url-lost": {
        let built = BuiltSite()
        built.record()
        built.site.write("", matter: "slug: another", body: "نص الفيضان.")
        return built.site.check().map(\.id)
    },
    "published-url-taken": {
        let built = BuiltSite()
        built.record()
        built.site.write("", matter: "slug: another", body: "نص الفيضان.")
        built.site.write("newcomer", matter: "slug: valley", body: "نص آخر.")
        return built.site.check().map(\.id)
    },
    "silent-change": {
        let built = BuiltSite()
        built.record()
        built.site.write("", matter: "", body: "نص آخر.")
        return built.site.check().map(\.id)
    },
    "differs": {
        let built = BuiltSite()
        built.build()
        built.output["index.html"] = [65]
        return Build(ExampleSite.load).verify(built.output, of: built.site.files, named: "Public").diagnostics.map(\.id)
    },
    "many-removals": {
        let built = BuiltSite()
        for number in 0..<20 { built.site.write("a\(number)", matter: "", body: "نص \(number).") }
        built.build()
        for number in 0..<20 { built.site.files["Content/articles/a\(number).md"] = nil }
        return built.build()
    },
    "removal-waits": {
        let built = BuiltSite()
        built.build()
        built.site.write("", matter: "status: removed", body: "نص الفيضان.")
        built.site.write("broken", matter: "titel: خطأ", body: "نص.")
        return built.build()
    },
    "held-back": {
        let built = BuiltSite()
        built.site.write("", matter: "titel: خطأ", body: "نص.")
        return built.build(holdsBroken: true)
    },
    "manifest": {
        let built = BuiltSite()
        built.build()
        built.output[Manifest.path] = Array("نص".utf8)
        return built.build()
    },
    "output-not-ours": {
        let built = BuiltSite()
        built.output["holiday.jpg"] = [65]
        return built.build()
    },
    "output-foreign-file": {
        let built = BuiltSite()
        built.build()
        built.site.write("new", matter: "", body: "نص.")
        built.output["2024/01/new/index.html"] = [65]
        return built.build()
    },
]
