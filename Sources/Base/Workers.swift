private import Dispatch
private import Synchronization

/// How many tasks may run at once, and the only place that starts any.
///
/// Results keep the order of the items, so that the number of jobs never shows in the output. What is generic is
/// compiled where it is used: otherwise each item would be handled by way of what its type says of itself.
@usableFromInline package struct Workers: Sendable {
    @usableFromInline package let jobs: Int

    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// Places of `count` items, so many at a time: for work that ends in one buffer a slice.
    package static func slices(of count: Int, by size: Int = 512) -> [Range<Int>] {
        stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    }

    /// `work` on each item, in slices that idle workers fetch: small enough to share evenly, large enough to cost
    /// nothing.
    @inlinable package func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @Sendable (Item) -> Result
    ) -> [Result] {
        map(items, state: { () }) { _, item in work(item) }
    }

    /// As `map`, with a value that each worker makes once and reuses, such as a buffer.
    @inlinable package func map<Item: Sendable, State: ~Copyable, Result: Sendable>(
        _ items: [Item], state: @Sendable () -> State, _ work: @Sendable (inout State, Item) -> Result
    ) -> [Result] {
        guard jobs > 1, items.count > 1 else {
            var own = state()
            return items.map { work(&own, $0) }
        }
        let slice = max(1, min(16, items.count / (jobs * 4)))
        return [Result](unsafeUninitializedCapacity: items.count) { buffer, initialized in
            // Each slot is written by exactly one worker, the one that fetched its index, and read after all have
            // ended.
            nonisolated(unsafe) let slots = buffer
            share(items.count, in: slice) { fetch in
                var own = state()
                while let slice = fetch() {
                    for index in slice { slots.initializeElement(at: index, to: work(&own, items[index])) }
                }
            }
            initialized = items.count
        }
    }

    /// Starts as many workers as there are; each fetches one slice after another of `count` places until none is left.
    @usableFromInline func share(_ count: Int, in slice: Int, _ worker: @Sendable (_ fetch: () -> Range<Int>?) -> Void)
    {
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
            worker {
                let start = next.add(slice, ordering: .relaxed).oldValue
                return start < count ? start..<min(start + slice, count) : nil
            }
        }
    }

    /// Both at once where there are workers for it.
    package func both<A: Sendable, B: Sendable>(_ one: @Sendable () -> A, _ other: @Sendable () -> B) -> (A, B) {
        guard jobs > 1 else { return (one(), other()) }
        let results = Mutex<(A?, B?)>((nil, nil))
        DispatchQueue.concurrentPerform(iterations: 2) { number in
            if number == 0 {
                let result = one()
                results.withLock { $0.0 = result }
            } else {
                let result = other()
                results.withLock { $0.1 = result }
            }
        }
        let (a, b) = results.withLock { $0 }
        // Both are there; only the compiler does not know.
        return (a ?? one(), b ?? other())
    }
}
