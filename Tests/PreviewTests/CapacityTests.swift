import Testing

@testable import Preview

/// What all connections may take together.
@Suite struct CapacityTests {
    @Test func bodiesUnderWayFitTheMemory() {
        var limits = Limits()
        limits.bodies = 100
        let capacity = Capacity(limits)
        #expect(capacity.hold(60))
        #expect(!capacity.hold(41))
        #expect(capacity.hold(40))
        capacity.release(100)
        #expect(capacity.hold(1000), "one is always sent, or it never would be")
        #expect(!capacity.hold(1))
    }

    @Test func streamsAreCounted() {
        var limits = Limits()
        limits.streams = 1
        let capacity = Capacity(limits)
        #expect(capacity.takeStream())
        #expect(!capacity.takeStream())
        capacity.leaveStream()
        #expect(capacity.takeStream())
    }
}
