import ArabicText
import Base

/// A colour of CSS (CSS Color Level 4), held to forms that no style sheet can be broken with.
extension Fields {
    /// `#rgb` to `#rrggbbaa`, a name such as `teal`, or a function of numbers such as `oklch(60% 0.1 200)`; reports what
    /// is none.
    mutating func readColor(_ name: String) -> String? {
        let wanted = Message(
            en: "a colour such as \"#0b5d4e\", between quotes, or teal",
            ar: "لونًا مثل ‎\"#0b5d4e\"‎ بين علامتي اقتباس، أو teal")
        guard let text = text(name) else {
            // Without quotes YAML takes what begins with a hash for a comment.
            if isWritten(name) { wrongType(name, place(of: name), wanted) }
            return nil
        }
        if isColor(text) { return text }
        wrongType(name, place(of: name), wanted)
        return nil
    }
}

private func isColor(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    if first == UInt8(ascii: "#") {
        return [4, 5, 7, 9].contains(bytes.count) && bytes.dropFirst().allSatisfy(isHexDigit)
    }
    guard let open = bytes.firstIndex(of: UInt8(ascii: "(")) else {
        return colorNames.contains(String(decoding: bytes, as: UTF8.self))
    }
    let function = String(decoding: bytes[..<open], as: UTF8.self)
    let arguments = bytes[(open + 1)...].dropLast()
    return ["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch"].contains(function)
        && bytes.last == UInt8(ascii: ")") && arguments.contains { (0x30...0x39).contains($0) }
        && String(decoding: arguments, as: UTF8.self).split(whereSeparator: { " ,/".contains($0) }).allSatisfy(isNumber)
}

/// A number with or without one of the units that colours are given in.
private func isNumber(_ word: Substring) -> Bool {
    if word == "none" { return true }
    let unit = word.drop { "+-.0123456789".contains($0) }
    return ["", "%", "deg", "rad", "grad", "turn"].contains(unit) && Double(word.dropLast(unit.count)) != nil
}

private func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
}

/// CSS Color Level 4, section 6.1.
private let colorNames = Set(
    """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
    chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey
    darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
    darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
    fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender
    lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
    lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen
    mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange
    orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
    rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
    slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
