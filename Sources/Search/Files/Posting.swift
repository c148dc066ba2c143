/// An article under a term: its number in its era, and how much the term says about it.
package struct Posting: Sendable, Hashable {
    /// The number, from 0.
    package let number: Int
    /// 3 in headline or kicker; 2 in summary, authors, tags, section; 1 three times or more in the text; 0 once or
    /// twice.
    package let weight: Int

    package init(number: Int, weight: Int) { (self.number, self.weight) = (number, weight) }

    init(packed: UInt32) { self.init(number: Int(packed >> 2), weight: Int(packed & 3)) }

    /// Number and weight in one, which sort as the numbers do.
    var packed: UInt32 { UInt32(truncatingIfNeeded: number) << 2 | UInt32(truncatingIfNeeded: weight) }
}
