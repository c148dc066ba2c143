private import ArabicText
private import Base
private import CCmark
import Foundation
import Markdown

// Compares the whole way of `Markdown` with libcmark alone, bytes to HTML, in turns: medians of many rounds.
//
//     swift run -c release Compare article.md [rounds]
//     swift run Compare --show article.md              prints the HTML, the text and the remarks
//     swift run -c release Compare --pathological      times the inputs that cost naive parsers most

let arguments = CommandLine.arguments.dropFirst()
let path = arguments.first { !$0.hasPrefix("-") } ?? "article.md"
let body = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
let renderer = Renderer(MarkdownSettings(latinLanguage: "en", quotes: .guillemets))

func microseconds(_ work: () -> Void) -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    work()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1000
}

func median(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.sorted()[values.count / 2] }

if arguments.contains("--show") {
    let document = renderer.render(body, headline: "عنوان")
    print(String(decoding: document.html, as: UTF8.self))
    print("--- text, \(document.words) words, source \(document.source ?? "-")")
    print(String(decoding: document.text, as: UTF8.self))
    for heading in document.outline { print("heading", heading) }
    for link in document.links { print("link", link) }
    for picture in document.pictures { print("picture", picture) }
    for remark in document.remarks {
        let place = remark.diagnostic(path: path, file: body)
        print(
            "\(place.location?.line ?? 0):\(place.location?.column ?? 0) \(remark.severity) \(remark.message.english) [\(remark.id)]"
        )
    }
} else if arguments.contains("--pathological") {
    for (name, make) in PathologicalInputs.all {
        let times = [100_000, 1_000_000].map { size -> Double in
            let body = Array(make(size).utf8)
            return microseconds { _ = renderer.render(body) } / 1000
        }
        let padded = name.padding(toLength: 44, withPad: " ", startingAt: 0)
        print(
            padded, String(format: "100 KB %8.1f ms   1 MB %8.1f ms   ×%.0f", times[0], times[1], times[1] / times[0]))
    }
} else {
    let rounds = arguments.compactMap { Int($0) }.first ?? 2000
    var ours: [Double] = []
    var theirs: [Double] = []
    var size = 0
    for _ in 0..<rounds {
        ours.append(microseconds { size &+= renderer.render(body).html.count })
        if arguments.contains("--ours") { continue }
        theirs.append(
            microseconds {
                body.withUnsafeBufferPointer { bytes in
                    bytes.withMemoryRebound(to: CChar.self) {
                        free(cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_UNSAFE))
                    }
                }
            })
    }
    let (mine, library) = (median(ours), median(theirs))
    let ratio = mine / library
    print(
        String(
            format: "%d bytes: Markdown %.1f µs, libcmark %.1f µs, ratio %.2f", body.count, mine, library, ratio))
}
