extension String {
    /// The text with the control characters in place of their pictures (␀ ␉ ␊ ␍ ␛ ␡), and line ends in place of ␤: what
    /// is an argument of a test is printed.
    var withControls: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x2400...0x241F: text.append(Unicode.Scalar(UInt8(scalar.value - 0x2400)))
            case 0x2421: text.append("\u{7F}")
            case 0x2424: text.append(contentsOf: "\r\n".unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
