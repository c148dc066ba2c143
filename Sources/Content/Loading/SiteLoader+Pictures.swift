import ArabicText
import Base

/// Pictures that articles, profiles and site.yaml name.
extension SiteLoader {
    func image(_ image: Manuscript.Image, besides path: String, report diagnostics: inout [Diagnostic])
        -> Article.Image?
    {
        func shown(_ picture: Picture) -> Article.Image {
            .init(
                picture: picture, alt: image.alt ?? "", caption: image.caption, credit: image.credit, focus: image.focus
            )
        }
        guard let target = picturePath(image.src, besides: path) else {
            diagnostics.append(Self.missingPicture(image.src, besides: path, at: image.location, among: pictures))
            return nil
        }
        if let picture = pictures[target] { return shown(picture) }
        if damagedPictures.contains(target) { return nil }
        if leftOutPictures.contains(target) {
            diagnostics.append(.leftOutPicture(image.src, at: image.location))
            return nil
        }
        guard let asset = assets[target] else {
            diagnostics.append(Self.missingPicture(image.src, besides: path, at: image.location, among: pictures))
            return nil
        }
        let url = URLPath(ofAsset: asset.path)
        do throws(Diagnostic) {
            return shown(try readPicture(asset, in: tree, url: url))
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    static func missingPicture(
        _ src: String, besides path: String, at location: Location, among pictures: [String: Picture]
    )
        -> Diagnostic
    {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/") + "/"
        let near = pictures.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }.sorted(
            by: bytesPrecede)
        return .missingPicture(src, at: location, near: near)
    }

    /// A file of `Content/assets` that site.yaml names. It may be an SVG: it lies among the outlet's own, trusted
    /// files.
    mutating func ownPicture(_ name: String, at place: Location) -> Picture? {
        let plain =
            ["/assets/", "assets/"].first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) } ?? name
        let path = "Content/assets/" + CanonicalForm.nfc(plain)
        guard let asset = assets[path] else {
            let names = assets.keys.map { String($0.dropFirst("Content/assets/".count)) }.sorted(by: bytesPrecede)
            diagnostics.append(.missingPicture(name, at: place, near: names))
            return nil
        }
        do throws(Diagnostic) {
            return try readPicture(asset, in: tree, url: URLPath(ofAsset: path), allowsSVG: true)
        } catch {
            diagnostics.append(error)
            return nil
        }
    }

    /// What site.yaml names, else those of the usual names that are there.
    mutating func ownPictures(_ names: [String]?, _ key: String, usual: [String]) -> [Picture] {
        let place = outlet.place(of: key)
        return (names ?? usual.filter { assets["Content/assets/" + $0] != nil }).compactMap {
            ownPicture($0, at: place)
        }
    }
}
