/// The part of a picture that must stay in sight when it is cut, in hundredths of its sides from the upper left corner.
package struct Focus: Sendable, Hashable {
    package let x: Int
    package let y: Int

    package init(x: Int, y: Int) { (self.x, self.y) = (x, y) }

    /// In the middle, of an upright picture above it, where heads are.
    static func presumed(_ picture: Picture) -> Focus { Focus(x: 50, y: picture.height > picture.width ? 25 : 50) }

    /// A position as CSS has it (`object-position`): `30% 20%`, `top`, `right bottom`; also `أعلى` and `يمين`. Nil for
    /// anything else.
    package init?(_ text: String?) {
        guard let text else { return nil }
        var (x, y): (Int?, Int?) = (nil, nil)
        for word in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," || $0 == "،" }) {
            switch word {
            case "left", "يسار": x = 0
            case "right", "يمين": x = 100
            case "top", "أعلى", "اعلى": y = 0
            case "bottom", "أسفل", "اسفل": y = 100
            case "center", "centre", "وسط": break
            default:
                guard word.last == "%" || word.last == "٪", let number = Double(word.dropLast()), number >= 0,
                    number <= 100
                else { return nil }
                if x == nil { x = Int(number.rounded()) } else { y = Int(number.rounded()) }
            }
        }
        self.init(x: x ?? 50, y: y ?? 50)
    }
}
