/// A picture in memory: rows from the top, pixels from the left, eight bits a channel, no gaps.
package struct Pixels: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// 3, red, green and blue; or 4, with how opaque it is.
    package let channels: Int
    /// `width * height * channels` bytes.
    package let bytes: [UInt8]

    package init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
        (self.width, self.height, self.channels, self.bytes) = (width, height, channels, bytes)
    }

    /// The most pixels that a file may promise to a decoder: no header that only the decoder believes fills the memory.
    static let most = 120_000_000

    /// The pixels as a camera that was held so saw them (Exif 2.32, tag 0x0112, 1 to 8).
    func turned(by orientation: Int) -> Pixels {
        guard (2...8).contains(orientation) else { return self }
        let swapsSides = orientation > 4
        let (newWidth, newHeight) = swapsSides ? (height, width) : (width, height)
        let (stepsRight, stepsDown) = ([2, 3, 7, 8].contains(orientation), [3, 4, 6, 7].contains(orientation))
        let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            guard let to = buffer.baseAddress else { return }
            bytes.withUnsafeBufferPointer { from in
                guard let from = from.baseAddress else { return }
                var place = 0
                for row in 0..<newHeight {
                    for column in 0..<newWidth {
                        let (across, down) = swapsSides ? (row, column) : (column, row)
                        let x = stepsRight ? width - 1 - across : across
                        let y = stepsDown ? height - 1 - down : down
                        let source = (y * width + x) * channels
                        for channel in 0..<channels { to[place + channel] = from[source + channel] }
                        place += channels
                    }
                }
            }
            count = bytes.count
        }
        return Pixels(width: newWidth, height: newHeight, channels: channels, bytes: result)
    }

    /// Without the channel of opacity, laid on white.
    func onWhite() -> Pixels {
        guard channels == 4 else { return self }
        let count = width * height
        let result = [UInt8](unsafeUninitializedCapacity: count * 3) { buffer, filled in
            for pixel in 0..<count {
                let alpha = Int(bytes[pixel * 4 + 3])
                for channel in 0..<3 {
                    let value = Int(bytes[pixel * 4 + channel]) * alpha + 255 * (255 - alpha)
                    buffer[pixel * 3 + channel] = UInt8((value + 127) / 255)
                }
            }
            filled = count * 3
        }
        return Pixels(width: width, height: height, channels: 3, bytes: result)
    }

    /// In the middle of a larger plane of one colour. Three channels each.
    func padded(width newWidth: Int, height newHeight: Int, colour: [UInt8]) -> Pixels {
        var result: [UInt8] = []
        result.reserveCapacity(newWidth * newHeight * 3)
        let (left, top) = ((newWidth - width) / 2, (newHeight - height) / 2)
        func fill(_ count: Int) { for _ in 0..<count { result += colour } }
        fill(newWidth * top)
        for row in 0..<height {
            fill(left)
            result += bytes[(row * width * 3)..<((row + 1) * width * 3)]
            fill(newWidth - width - left)
        }
        fill(newWidth * (newHeight - height - top))
        return Pixels(width: newWidth, height: newHeight, channels: 3, bytes: result)
    }

    /// The mean colour of what touches the edges. Three channels.
    var edgeColour: [UInt8] {
        var (sums, count) = ([0, 0, 0], 0)
        func add(_ x: Int, _ y: Int) {
            for channel in 0..<3 { sums[channel] += Int(bytes[(y * width + x) * channels + channel]) }
            count += 1
        }
        for x in 0..<width {
            add(x, 0)
            add(x, height - 1)
        }
        for y in 0..<height {
            add(0, y)
            add(width - 1, y)
        }
        return sums.map { UInt8($0 / max(1, count)) }
    }

    /// Whether it has so few colours that it was drawn, by at most 65,536 of its pixels.
    var isDrawn: Bool {
        let count = width * height
        let step = max(1, count / 65_536)
        var colours: Set<UInt32> = []
        for pixel in stride(from: 0, to: count, by: step) {
            var colour: UInt32 = 0
            for channel in 0..<channels { colour = colour << 8 | UInt32(bytes[pixel * channels + channel]) }
            colours.insert(colour)
            if colours.count > 2048 { return false }
        }
        return true
    }
}
