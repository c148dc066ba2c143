/// In which base files of an era each of its articles has terms: what an edit can change without a file being read.
package struct ArticleFiles: Sendable {
    /// Words of 64 bits for an article.
    private let width: Int
    private var bits: [UInt64]

    /// Of articles without terms.
    ///
    /// - Parameter files: how many base files the era has.
    package init(articles: Int, files: Int) {
        width = (files + 63) / 64
        bits = [UInt64](repeating: 0, count: articles * width)
    }

    /// As `bytes` gave them. Nil where they are those of other numbers.
    package init?(_ bytes: ArraySlice<UInt8>, articles: Int, files: Int) {
        self.init(articles: articles, files: files)
        guard bytes.count == bits.count * 8 else { return nil }
        bits.withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
        for place in bits.indices { bits[place] = UInt64(littleEndian: bits[place]) }
    }

    package var bytes: [UInt8] { bits.map(\.littleEndian).withUnsafeBytes { Array($0) } }

    package func contains(_ article: Int, _ file: Int) -> Bool {
        bits[article * width + file / 64] >> UInt64(file % 64) & 1 == 1
    }

    mutating func insert(_ article: Int, _ file: Int) {
        bits[article * width + file / 64] |= 1 << UInt64(file % 64)
    }

    mutating func clear(_ article: Int) {
        for place in article * width..<(article + 1) * width { bits[place] = 0 }
    }

    /// The first `count` articles, with more that have no terms so far.
    package func resized(to count: Int) -> Self {
        var result = self
        result.bits.removeLast(max(0, bits.count - count * width))
        result.bits += [UInt64](repeating: 0, count: count * width - result.bits.count)
        return result
    }
}
