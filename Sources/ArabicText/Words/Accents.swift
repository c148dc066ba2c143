/// A folded letter without its accents: é is e, æ is ae. For languages in which those are typed or left out at will.
package func withoutAccent(_ value: UInt32) -> [UInt32] {
    switch value {
    case 0xE6: return [0x61, 0x65]
    case 0xF8: return [0x6F]
    case 0x153: return [0x6F, 0x65]
    case 0xDF: return [0x73, 0x73]
    case 0x111: return [0x64]
    case 0x142: return [0x6C]
    case 0x131: return [0x69]
    case 0xC0...0x24F, 0x1E00...0x1EFF:
        var parts: [UInt32] = []
        CanonicalForm.decompose(value, into: &parts)
        return parts.filter { !(0x300...0x36F).contains($0) }
    default: return [value]
    }
}
