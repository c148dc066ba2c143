import ArabicText
import Base

@testable import Markdown

/// A text is set with the settings that outlets have: its HTML is UTF-8 without a mark of ours, every element ends,
/// and nothing of it leads to a script.
func faultInMarkdown(_ bytes: [UInt8]) -> String? {
    let body = Array(String(decoding: bytes, as: UTF8.self).utf8)
    for (number, settings) in manySettings.enumerated() {
        if let fault = fault(in: set(body, settings), of: body, settings) { return "settings \(number): \(fault)" }
    }
    return nil
}

private let manySettings = [
    MarkdownSettings(), MarkdownSettings(latinLanguage: "en", quotes: .guillemets, numerals: .arab),
    MarkdownSettings(language: "en", direction: .ltr, quotes: .curly), MarkdownSettings(html: .allow), .plain,
]

private func set(_ body: [UInt8], _ settings: MarkdownSettings) -> Document {
    Renderer(settings).render(
        body, headline: "نص",
        picture: { $0.hasSuffix(".png") ? ResolvedPicture(source: "/media/" + $0, width: 4, height: 3) : nil },
        link: { $0.hasSuffix(".md") ? .to("/" + $0) : .asWritten })
}

private func fault(in document: Document, of body: [UInt8], _ settings: MarkdownSettings) -> String? {
    if document.html.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) == nil {
        return "the HTML is no UTF-8"
    }
    if document.text.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) == nil {
        return "the words are no UTF-8"
    }
    guard document.remarks.allSatisfy({ (0...body.count).contains($0.offset) }) else {
        return "a remark stands outside of the text"
    }
    if settings.isPlain { return nil }
    let marks: ClosedRange<UInt8> = 0x00...0x1F
    if (document.html + document.text).contains(where: { marks.contains($0) && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })
    {
        return "a mark is printed"
    }
    if settings.html == .allow { return nil }
    let html = String(decoding: document.html, as: UTF8.self)
    return forbidden.first { html.contains($0) }.map { "it holds \($0)" } ?? unbalanced(html)
}

private let forbidden =
    ["javascript:", "data:", "vbscript:"].flatMap { ["href=\"\($0)", "src=\"\($0)"] } + [
        "<script", "<style", "<iframe",
    ]

/// The first tag that closes nothing or is not closed.
private func unbalanced(_ html: String) -> String? {
    var open: [Substring.UTF8View.SubSequence] = []
    for part in html.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst() {
        guard let end = part.firstIndex(of: UInt8(ascii: ">")) else { return "a tag has no end" }
        let name = part[..<end].prefix { $0 > 0x20 }
        if name.first == UInt8(ascii: "/") {
            guard let last = open.popLast(), last.elementsEqual(name.dropFirst()) else {
                return "<\(Substring(name))> closes nothing"
            }
        } else if !["br", "hr", "img", "wbr"].contains(where: { name.elementsEqual($0.utf8) }) {
            open.append(name)
        }
    }
    return open.isEmpty ? nil : "<\(Substring(open[0]))> is not closed"
}
