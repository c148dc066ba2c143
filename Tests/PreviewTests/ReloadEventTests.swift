import Base
import Content
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

    @Test func aVersionIsSentToAllSubscribersAndTheLastStateToNewOnes() async {
        let shared = ReloadState()
        var early = shared.subscribe().makeAsyncIterator()
        #expect(await early.next()?.version == 0)
        shared.publish { $0.styles = [("/a.css", "/b.css")] }
        #expect(await early.next()?.styles.map(\.new) == ["/b.css"])
        shared.publish { #expect($0.styles.isEmpty) }
        var late = shared.subscribe().makeAsyncIterator()
        #expect(await late.next()?.version == 2)
        shared.sendAgain()
        #expect(await late.next()?.version == 2)
    }

    @Test func theScriptIsReloadJS() {
        let text = String(decoding: InjectedScript.bytes, as: UTF8.self)
        #expect(text.contains("new EventSource(\"\(InjectedScript.channel)\""))
        #expect(text.hasSuffix("})();\n"))
    }
}
