import Foundation
import Testing

@testable import Content

struct KeyReferenceTests {
    private static let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs")

    @Test(arguments: [false, true]) func `The page of keys is fresh`(_ arabic: Bool) throws {
        let file = Self.docs.appending(path: arabic ? "ar/keys.md" : "keys.md")
        #expect(try String(contentsOf: file, encoding: .utf8) == keyReference(arabic: arabic), "run `make docs`")
    }

    private static var keys: [Vocabulary.Key] {
        KeyedFile.allCases.flatMap { file in
            ([file.vocabulary] + file.nested.values + file.single.values).flatMap(\.keys)
        }
    }

    @Test func `Every key says what it means in Arabic`() {
        for key in Self.keys {
            #expect(ArabicMeanings.meaning(of: key.documentation) != nil, "\(key.name): \(key.documentation)")
        }
    }

    @Test func `No Arabic sentence is left of a key that is gone`() {
        let sentences = Set(Self.keys.map(\.documentation))
        for sentence in ArabicMeanings.sentences { #expect(sentences.contains(sentence), "\(sentence)") }
    }

    @Test func `Every key stands on the page`() {
        let page = keyReference(arabic: true)
        for key in Self.keys { #expect(page.contains("| `\(key.name)` |"), "\(key.name)") }
    }
}
