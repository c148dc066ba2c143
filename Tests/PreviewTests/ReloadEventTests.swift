import Base
import Content
import Synchronization
import Testing

@testable import Preview

/// What an open page is told of a new version.
@Suite struct ReloadEventTests {
    private func event(_ state: ReloadState.State, digest: String = "0f") -> String {
        ReloadEvent(state, .init(file: "index.html", digest: digest, version: 1)).json
    }

    @Test func withoutASiteThePageStaysAndTheProblemsAreTold() {
        var state = ReloadState.State()
        state.version = 3
        state.speaksArabic = false
        state.problems = [
            Diagnostic(
                id: KeyRule.missingKey, Message(en: "a “<title>” is\nneeded", ar: "العنوان مطلوب"),
                at: Location(path: "Content/a.md", line: 2))
        ]
        let start = #"{"version":3,"reload":false,"digest":"0f","styles":[],"problems":[{"place":"Content/a.md:2:1","#
        #expect(
            event(state)
                == start
                + #""severity":"error","id":"missing-key","message":"a “\u003ctitle>” is\u000aneeded"}]}"#)
        state.speaksArabic = true
        #expect(event(state).contains(#""message":"العنوان مطلوب""#))
    }

    @Test func aNewVersionIsAnEventAndTheKnownOneAComment() {
        var events = ReloadEvents(for: .init(file: "index.html", digest: "0f", version: 1))
        let shared = ReloadState()
        func next() -> String { String(decoding: events.next(shared.current), as: UTF8.self) }
        #expect(next().hasPrefix("retry: 500\ndata: {\"version\":0,"))
        #expect(next() == ": \n\n")
        shared.publish { $0.styles = [("/a.css", "/b.css")] }
        #expect(shared.current.styles.map(\.new) == ["/b.css"])
        #expect(next().hasPrefix("data: {\"version\":1,"))
        shared.publish { #expect($0.styles.isEmpty) }
        #expect(next().hasPrefix("data: {\"version\":2,"))
    }

    @Test func allSubscribersAreToldUntilTheyLeave() {
        let shared = ReloadState()
        let told = Mutex<[String]>([])
        let first = shared.subscribe { told.withLock { $0.append("first") } }
        shared.publish { _ in }
        let second = shared.subscribe { told.withLock { $0.append("second") } }
        shared.unsubscribe(first)
        shared.tellAgain()
        shared.unsubscribe(second)
        shared.publish { _ in }
        #expect(told.withLock { $0 } == ["first", "second"])
    }

    @Test func theScriptIsReloadJS() {
        let text = String(decoding: InjectedScript.bytes, as: UTF8.self)
        #expect(text.contains("new EventSource(\"\(InjectedScript.channel)\""))
        #expect(text.hasSuffix("})();\n"))
    }
}
