import Base

extension UnsafeBufferPointer<UInt8> {
    /// ASCII letters, and lead bytes of Arabic (D8–DF).
    func countLetters() -> (latin: Int, arabic: Int) {
        guard let baseAddress else { return (0, 0) }
        let bytes = UnsafeRawPointer(baseAddress)
        var (latin, arabic) = (0, 0)
        var i = 0
        while i + 16 <= count {
            var (someLatin, someArabic) = (SixteenCounts(), SixteenCounts())
            let stop = Swift.min(count - 15, i + 16 * 255)
            while i < stop {
                let sixteen = SixteenBytes(bytes, at: i)
                someLatin.add(sixteen.letters)
                someArabic.add(sixteen.among(0xD8, 8))
                i += 16
            }
            latin += someLatin.sum
            arabic += someArabic.sum
        }
        while i < count {
            latin += (self[i] | 0x20) &- 0x61 < 26 ? 1 : 0
            arabic += self[i] & 0xF8 == 0xD8 ? 1 : 0
            i += 1
        }
        return (latin, arabic)
    }
}
