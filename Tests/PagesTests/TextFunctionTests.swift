import ArabicText
import Templates
import Testing

import Typesetting

@testable import Pages

@Suite struct TextFunctionTests {
    /// A word of `site.yaml` may name any slot.
    @Test func aSlotThatNothingFillsPrintsNothing() throws {
        for slot in ["{-1}", "{-2}", "{7}", "{9223372036854775807}", "{-9223372036854775808}"] {
            let (catalogue, _) = Catalogue.make(
                language: "en", numerals: .latn, words: ["page_number": "[\(slot)] {0}"])
            let body = try textFunction(catalogue).prepare([.string("page_number")])
            let values: [Value] = [.string("page_number"), .int(3)]
            let result = values.withUnsafeBufferPointer { body($0) }
            guard case .markup(let bytes) = result else { continue }
            #expect(String(decoding: bytes, as: UTF8.self) == "[] 3")
        }
    }

    @Test func extremeNumbersHaveTheirDigits() throws {
        let (catalogue, _) = Catalogue.make(language: "ar", numerals: .arab, words: [:])
        for number in [Int.min, .max, -1, 0] {
            let key = Value.string("minutes")
            let calls: [(Function, [Value])] = [
                (numberFilter(catalogue), [.int(number)]), (pluralFilter(catalogue), [.int(number), key]),
                (pluralFunction(catalogue), [key, .int(number)]), (bdiFilter(isRightToLeft: true), [.int(number)]),
            ]
            for (function, values) in calls {
                let body = try function.prepare(values)
                let result = values.withUnsafeBufferPointer { body($0) }
                if case .undefined = result { Issue.record("\(function.name) of \(number) prints nothing") }
            }
        }
    }
}
