import Base
import Testing

@testable import Content

struct RenditionTests {
    private func picture(
        _ width: Int, _ height: Int, _ type: PictureType = .jpeg, kind: PictureKind = .photograph, mark: String = ""
    ) -> Picture {
        Picture(
            path: "Content/articles/secret-source.jpg", url: URLPath("media/articles/secret-source.jpg"), width: width,
            height: height, type: type, stamp: FileStamp(size: 1, modified: 0, changed: 0), kind: kind,
            digest: Digest(of: mark), isScaled: true)
    }

    @Test func `No size is larger than the picture`() throws {
        let settings = PictureSettings()
        func widths(_ width: Int) -> [[Int]] {
            let renditions = picture(width, width / 2 + 1).renditions(settings)
            return [renditions?.webp.map(\.width) ?? [], renditions?.fallbacks.map(\.width) ?? []]
        }
        #expect(widths(4000) == [[320, 480, 720, 960, 1280, 1920], [720, 1280]])
        #expect(widths(1000) == [[320, 480, 720, 960, 1000], [720, 1000]])
        #expect(widths(720) == [[320, 480, 720], [720]])
        #expect(widths(100) == [[100], [100]])
        #expect(widths(1) == [[1], [1]])
    }

    @Test func `An address is a digest, and says nothing of the file`() throws {
        let settings = PictureSettings()
        let first = try #require(picture(4000, 3000).renditions(settings))
        let other = try #require(picture(4000, 3000, mark: "another").renditions(settings))
        let pattern = /media\/[0-9a-f]{16}-[0-9]+\.(webp|jpg)/
        for rendition in first.all { #expect(rendition.url.text.wholeMatch(of: pattern) != nil) }
        #expect(Set((first.all + other.all).map(\.url)).count == first.all.count * 2)
        #expect(Set(first.all.map(\.key)).count == first.all.count)
    }

    @Test func `An outlet that keeps paths keeps that of the last resort`() throws {
        var settings = PictureSettings()
        settings.keepsPaths = true
        let renditions = try #require(picture(4000, 3000).renditions(settings))
        #expect(renditions.main.url.text == "media/articles/secret-source.jpg")
        #expect(renditions.all.count { $0.url.text.contains("source") } == 1)
        // Under a name that ends with jpg lies no PNG.
        #expect(
            picture(4000, 3000, .webp, kind: .drawing).renditions(settings)?.main.url.text.hasSuffix(".png") == true)
    }

    @Test func `What must stay in sight is read as style sheets and editors write it`() {
        #expect(Focus("30% 20%") == Focus(x: 30, y: 20))
        #expect(Focus("top") == Focus(x: 50, y: 0))
        #expect(Focus("right bottom") == Focus(x: 100, y: 100))
        #expect(Focus("أعلى يمين") == Focus(x: 100, y: 0))
        #expect(Focus("الوجه") == nil && Focus(nil) == nil && Focus("120% 3%") == nil)
    }

    @Test func `No WebP is taller than its format allows`() throws {
        let tall = try #require(picture(1000, 17_000).renditions(PictureSettings()))
        #expect(tall.webp.map(\.width) == [320, 480, 720, 960] && tall.main.width == 1000)
        let narrow = try #require(picture(100, 60_000).renditions(PictureSettings()))
        #expect(narrow.webp.isEmpty && narrow.webp.sourceSet(base: "/") == nil && narrow.main.height == 60_000)
    }

    @Test func `Every part lies within its picture`() {
        for (width, height) in [(1, 1), (1, 900), (900, 1), (4000, 3000), (3000, 4001)] {
            for focus in [Focus(x: 0, y: 0), Focus(x: 100, y: 100), Focus(x: 37, y: 64)] {
                let all =
                    (picture(width, height).card(focus, PictureSettings())?.all ?? [])
                    + [picture(width, height).share(focus)].compactMap(\.self)
                for part in all.map(\.part) {
                    #expect(part.x >= 0 && part.y >= 0 && part.width > 0 && part.height > 0)
                    #expect(part.x + part.width <= width && part.y + part.height <= height)
                }
            }
        }
    }
}
