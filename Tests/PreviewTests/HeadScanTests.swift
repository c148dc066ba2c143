import Testing

@testable import Preview

/// Where a head ends, and what ends the reading of it before.
@Suite struct HeadScanTests {
    /// `whole 18`, `unfinished`, or the status of a refusal.
    private func outcome(_ text: String, limits: Limits = Limits(), by step: Int = .max) -> String {
        var scan = HeadScan(limits)
        let bytes = Array(text.utf8)
        var end = 0
        while true {
            end = step > bytes.count - end ? bytes.count : end + step
            switch scan.scan(Array(bytes[..<end])) {
            case .whole(let count): return "whole \(count)"
            case .refused(let answer): return "\(answer.status)"
            case .unfinished: if end == bytes.count { return "unfinished" }
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, .max]) func anEndIsFoundHoweverTheBytesArrive(_ step: Int) {
        #expect(outcome("GET / HTTP/1.1\r\n\r\n", by: step) == "whole 18")
        #expect(outcome("GET / HTTP/1.1\r\nA: b\r\n\r\nGET /x", by: step) == "whole 24")
        #expect(outcome("GET / HTTP/1.1\r\nA: b\r\n\r", by: step) == "unfinished")
    }

    @Test(arguments: [
        "␤", "␊", "GET / HTTP/1.1␊", "GET / HTTP/1.1␍␤", "GET / HTTP/1.1␍Host", "GET /␀", "␖␃␁",
        "GET / HTTP/1.1␤A: ␡", "GET / HTTP/1.1␤A: b␊B: c␤␤", "GET / HTTP/1.1␤A: ␛[0m",
    ])
    func whatNoHeadMayHoldEndsIt(_ text: String) { #expect(outcome(text.withControls) == "400") }

    @Test func moreThanTheLimitsAllowIsRefusedBeforeItEnds() {
        let line = "GET / HTTP/1.1\r\n"
        let letters = String(repeating: "a", count: 20_000)
        #expect(outcome("GET /" + letters) == "414")
        #expect(outcome(line + "X: " + letters) == "431")
        #expect(outcome(line + letters) == "431")
        #expect(outcome(line + String(repeating: "X: y\r\n", count: 100) + "\r\n").hasPrefix("whole"))
        #expect(outcome(line + String(repeating: "X: y\r\n", count: 101)) == "431")
        var limits = Limits()
        limits.head = 18
        #expect(outcome(line + "\r\n", limits: limits) == "whole 18")
        limits.head = 17
        #expect(outcome(line + "\r\n", limits: limits) == "431")
    }
}
