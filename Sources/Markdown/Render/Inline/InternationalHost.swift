import Base

/// Hosts in other scripts than Latin, as DNS knows them: `http://مثال.إختبار` leads to `xn--mgbh0fb.xn--kgbechtv`.
enum InternationalHost {
    /// The URL with its host in ASCII; unchanged where it already is, or where there is none.
    static func encoded(_ url: String) -> String {
        guard !isASCII(url) else { return url }
        let bytes = Array(url.utf8)
        guard let host = hostRange(bytes) else { return url }
        guard bytes[host].contains(where: { $0 >= 0x80 }) else { return url }
        let labels = String(decoding: bytes[host], as: UTF8.self).lowercased().unicodeScalars
            .split(omittingEmptySubsequences: false) { $0 == "." || $0 == "。" || $0 == "．" || $0 == "｡" }
        let ascii = labels.map { label(Array($0)) }.joined(separator: ".")
        return String(decoding: bytes[..<host.lowerBound], as: UTF8.self) + ascii
            + String(decoding: bytes[host.upperBound...], as: UTF8.self)
    }

    private static func isASCII(_ url: String) -> Bool {
        url.utf8.allSatisfy { $0 < 0x80 }
    }

    /// Between `//` (and a user's name) and the port or path.
    private static func hostRange(_ bytes: [UInt8]) -> Range<Int>? {
        guard let slashes = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2F && bytes[$0 + 1] == 0x2F }),
            slashes == 0 || (bytes[slashes - 1] == 0x3A && slashes <= 8)
        else { return nil }
        var start = slashes + 2
        var end = start
        while end < bytes.count, !"/?#\\".utf8.contains(bytes[end]) { end += 1 }
        if let user = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = user + 1 }
        if let port = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) { end = port }
        return start < end ? start..<end : nil
    }

    private static func label(_ scalars: [Unicode.Scalar]) -> String {
        // Vowel marks and tatweel are no letters of a name; joiners stay (IDNA 2008, UTS 46 without transition).
        let letters = scalars.filter { !(0x64B...0x65F).contains($0.value) && $0.value != 0x640 }
        // DNS knows no label longer than 63 bytes.
        guard letters.count <= 63, letters.contains(where: { $0.value >= 0x80 }) else {
            return String(String.UnicodeScalarView(letters))
        }
        return "xn--" + punycode(letters)
    }

    /// RFC 3492, section 6.3, with its parameters.
    static func punycode(_ input: [Unicode.Scalar]) -> String {
        var output = input.filter { $0.value < 0x80 }.map { UInt8($0.value) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (n, delta, bias, handled) = (0x80, 0, 72, basicCount)
        while handled < input.count {
            guard let next = input.lazy.map({ Int($0.value) }).filter({ $0 >= n }).min() else { break }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in input {
                if scalar.value < n { delta += 1 }
                guard scalar.value == n else { continue }
                var q = delta
                var k = 36
                while true {
                    let threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
                    if q < threshold { break }
                    output.append(digit(threshold + (q - threshold) % (36 - threshold)))
                    q = (q - threshold) / (36 - threshold)
                    k += 36
                }
                output.append(digit(q))
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var k = 0
        while delta > 455 {
            delta /= 35
            k += 36
        }
        return k + 36 * delta / (delta + 38)
    }

    private static func digit(_ value: Int) -> UInt8 { value < 26 ? 0x61 + UInt8(value) : 0x30 + UInt8(value - 26) }
}
