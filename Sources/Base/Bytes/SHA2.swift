/// The functions of SHA-2 (FIPS 180-4) that browsers know a file by, in `integrity` and in a security policy.
package enum SHA2: String, Sendable, CaseIterable {
    case sha256, sha384, sha512

    /// Bytes of a digest.
    package var length: Int {
        switch self {
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// The digest of `bytes`, of `length` bytes.
    package func digest(of bytes: [UInt8]) -> [UInt8] {
        let digest =
            switch self {
            case .sha256:
                // Its constants are the first halves of those of SHA-512.
                Self.digest(
                    of: bytes, Self.roots.prefix(8).map { UInt32($0 >> 32) },
                    constants: Self.constants.prefix(64).map { UInt32($0 >> 32) }, .narrow)
            case .sha384: Self.digest(of: bytes, Array(Self.roots.suffix(8)), constants: Self.constants, .wide)
            case .sha512: Self.digest(of: bytes, Array(Self.roots.prefix(8)), constants: Self.constants, .wide)
            }
        return Array(digest.prefix(length))
    }

    /// How far words are turned and shifted (sections 4.1.2 and 4.1.3).
    private struct Turns {
        let a, e, first, second: (Int, Int, Int)

        static let narrow = Turns(a: (2, 13, 22), e: (6, 11, 25), first: (7, 18, 3), second: (17, 19, 10))
        static let wide = Turns(a: (28, 34, 39), e: (14, 18, 41), first: (1, 8, 7), second: (19, 61, 6))
    }

    private static func digest<Word: FixedWidthInteger & UnsignedInteger>(
        of bytes: [UInt8], _ start: [Word], constants: [Word], _ turns: Turns
    ) -> [UInt8] {
        let (size, block) = (Word.bitWidth / 8, Word.bitWidth * 2)
        var text = bytes + [0x80]
        while text.count % block != block - 2 * size { text.append(0) }
        text += [UInt8](repeating: 0, count: 2 * size - 8)
        for place in stride(from: 56, through: 0, by: -8) {
            text.append(UInt8(truncatingIfNeeded: (bytes.count * 8) >> place))
        }
        var hash = start
        for from in stride(from: 0, to: text.count, by: block) {
            var words = stride(from: from, to: from + block, by: size).map { word in
                text[word..<word + size].reduce(Word(0)) { $0 << 8 | Word($1) }
            }
            for place in 16..<constants.count {
                let (old, new) = (words[place - 15], words[place - 2])
                let first = turned(old, turns.first.0) ^ turned(old, turns.first.1) ^ old >> turns.first.2
                let second = turned(new, turns.second.0) ^ turned(new, turns.second.1) ^ new >> turns.second.2
                words.append(words[place - 16] &+ first &+ words[place - 7] &+ second)
            }
            hash = zip(hash, rounds(over: words, hash, constants, turns)).map { $0 &+ $1 }
        }
        return hash.flatMap { word in (0..<size).reversed().map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }

    private static func rounds<Word: FixedWidthInteger & UnsignedInteger>(
        over words: [Word], _ hash: [Word], _ constants: [Word], _ turns: Turns
    ) -> [Word] {
        var state = hash
        for (word, constant) in zip(words, constants) {
            let (a, b, c, e) = (state[0], state[1], state[2], state[4])
            let choice = (e & state[5]) ^ (~e & state[6])
            let first = state[7] &+ turned(e, turns.e) &+ choice &+ constant &+ word
            let second = turned(a, turns.a) &+ ((a & b) ^ (a & c) ^ (b & c))
            state = [first &+ second, a, b, c, state[3] &+ first, e, state[5], state[6]]
        }
        return state
    }

    private static func turned<Word: FixedWidthInteger>(_ word: Word, _ turns: (Int, Int, Int)) -> Word {
        turned(word, turns.0) ^ turned(word, turns.1) ^ turned(word, turns.2)
    }

    private static func turned<Word: FixedWidthInteger>(_ word: Word, _ bits: Int) -> Word {
        word >> Word(bits) | word << Word(Word.bitWidth - bits)
    }

    /// Fractions of the square roots of the first sixteen primes.
    private static let roots: [UInt64] = [
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
        0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
        0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
    ]

    /// Fractions of the cube roots of the first eighty primes.
    private static let constants: [UInt64] = [
        0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
        0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
        0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
        0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
        0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
        0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
        0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
        0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
        0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
        0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
        0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
        0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
        0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
        0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
        0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
        0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
        0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
        0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
        0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
        0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
    ]
}
