/// The values that a call is given. They are borrowed: nothing of them outlives the call but what it copies.
package typealias Arguments = UnsafeBufferPointer<Value>

extension Arguments {
    /// Gives the UTF-8 of the text at `place` to `body`; nil where it is no text.
    package func withText<Result>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard let start = baseAddress, place < count else { return nil }
        if let text = (start + place).longText { return body(text) }
        guard case .string(var text) = self[place] else { return nil }
        return text.withUTF8(body)
    }
}
