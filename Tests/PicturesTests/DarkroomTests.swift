import Base
@testable import Content
@testable import Pictures
import Testing

struct DarkroomTests {
    private let settings = PictureSettings()

    private func tree(_ file: [UInt8]) -> MemoryTree {
        let tree = MemoryTree()
        tree["Content/articles/a.jpg"] = file
        return tree
    }

    private func made(_ rendition: Rendition, of file: [UInt8]) throws -> [UInt8] {
        try Darkroom().bytes(of: rendition, from: tree(file))
    }

    private func isRed(_ pixels: Pixels, _ x: Int, _ y: Int) -> Bool {
        let place = (y * pixels.width + x) * pixels.channels
        return pixels.bytes[place] > 180 && pixels.bytes[place + 1] < 90
    }

    @Test func `Every size has the pixels and the format that its address promises`() throws {
        let file = try DrawnPicture.jpeg(1500, 1000)
        let picture = try DrawnPicture.picture(file)
        let renditions = try #require(picture.renditions(settings))
        #expect(renditions.webp.map(\.width) == [320, 480, 720, 960, 1280, 1500])
        #expect(renditions.fallbacks.map(\.width) == [720, 1280])
        let card = try #require(picture.card(nil, settings))
        let share = try #require(picture.share(nil))
        for rendition in renditions.all + card.all + [share] {
            let header = try #require(PictureHeader(try made(rendition, of: file)))
            #expect([header.width, header.height] == [rendition.width, rendition.height])
            #expect(header.type == rendition.type)
        }
        #expect([share.width, share.height] == [1200, 630])
    }

    @Test(arguments: 1...8) func `A picture is turned as its camera was held, and tells it no more`(_ orientation: Int)
        throws
    {
        let file = try DrawnPicture.jpeg(600, 400, orientation: orientation)
        let picture = try DrawnPicture.picture(file)
        #expect([picture.width, picture.height] == (orientation > 4 ? [400, 600] : [600, 400]))
        let rendition = try #require(picture.renditions(settings)?.main)
        let bytes = try made(rendition, of: file)
        #expect(bytes.place(of: "Exif".utf8) == nil)
        let pixels = try JPEGCodec.decode(bytes, halvings: 0)
        let corner = [1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)][
            orientation]
        let (right, bottom) = try #require(corner)
        for (x, y) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
            let shown = isRed(pixels, x == 0 ? 20 : pixels.width - 20, y == 0 ? 20 : pixels.height - 20)
            #expect(shown == ((x, y) == (right, bottom)))
        }
    }

    @Test func `A cut keeps in sight what must stay`() throws {
        let file = try DrawnPicture.jpeg(600, 1200)
        let picture = try DrawnPicture.picture(file)
        let top = try #require(picture.card(Focus("0% 0%"), settings)?.main)
        let bottom = try #require(picture.card(Focus("50% 100%"), settings)?.main)
        #expect(top.part.y == 0 && bottom.part.y == 800)
        #expect(isRed(try JPEGCodec.decode(try made(top, of: file), halvings: 0), 30, 30))
        #expect(!isRed(try JPEGCodec.decode(try made(bottom, of: file), halvings: 0), 30, 30))
        #expect(top.url != bottom.url)
    }

    @Test func `What a link shows is never cut through a head, and weighs no more than messengers take`() throws {
        let file = try DrawnPicture.jpeg(1200, 1800)
        let share = try #require(try DrawnPicture.picture(file).share(nil))
        #expect(share.shape == .padded)
        let bytes = try made(share, of: file)
        #expect(bytes.count <= 300_000)
        let pixels = try JPEGCodec.decode(bytes, halvings: 0)
        #expect([pixels.width, pixels.height] == [1200, 630])
        // All of it is there: the mark in its corner, right of the plane.
        #expect(isRed(pixels, 400, 20) && !isRed(pixels, 100, 20))
    }

    @Test func `A file that was cut off is one problem that names it`() throws {
        let file = try DrawnPicture.jpeg(900, 900)
        let broken = Array(file.prefix(file.count / 2))
        let picture = try DrawnPicture.picture(broken)
        let tree = self.tree(broken)
        let renditions = try #require(picture.renditions(settings)?.all)
        let problems = Darkroom().make(ahead: renditions, from: tree, workers: Workers(jobs: 2))
        #expect(problems.map(\.id) == ["damaged-picture"])
        #expect(problems.first?.location?.path == "Content/articles/a.jpg")
    }

    @Test func `What was made once is kept, and what nobody wants goes`() throws {
        let file = try DrawnPicture.jpeg(800, 600)
        let picture = try DrawnPicture.picture(file)
        let renditions = try #require(picture.renditions(settings)?.all)
        let folder = MemoryTree()
        let tree = self.tree(file)
        let workers = Workers(jobs: 2)
        #expect(Darkroom(in: folder).make(ahead: renditions, from: tree, workers: workers).isEmpty)
        let paths = folder.entries(under: "pictures").map(\.path)
        #expect(paths.count == renditions.count)
        // Without the original nothing could be made.
        let other = Darkroom(in: folder)
        #expect(other.make(ahead: renditions, from: MemoryTree(), workers: workers).isEmpty)
        #expect(try other.bytes(of: renditions[0], from: MemoryTree()).count > 100)
        other.keepOnly([renditions[0]])
        #expect(folder.entries(under: "pictures").count == 1)
    }

    @Test func `Two builds make the same bytes`() throws {
        let file = try DrawnPicture.jpeg(1000, 700)
        let all = try #require(try DrawnPicture.picture(file).renditions(settings)?.all)
        for rendition in all {
            // Together with the others, or alone.
            let tree = self.tree(file)
            let darkroom = Darkroom()
            #expect(darkroom.make(ahead: all, from: tree, workers: Workers(jobs: 1)).isEmpty)
            #expect(try darkroom.bytes(of: rendition, from: tree) == made(rendition, of: file))
        }
    }
}
