private import Dispatch
private import Synchronization

/// Runs work on several threads at once; nothing else in the program starts any.
///
/// Results keep the order of the items, so that the number of jobs never shows in the output. The generic functions are
/// `@inlinable`, so that callers get a specialised copy instead of witness-table calls per item.
@usableFromInline package struct Workers: Sendable {
    /// How many threads work at once, 1 at least.
    @usableFromInline package let jobs: Int

    /// Workers for `jobs` threads; fewer than 1 count as 1.
    package init(jobs: Int) { self.jobs = max(1, jobs) }

    /// The results of `work` on each item. Idle workers fetch slices of at most 16 items: small enough to share the
    /// work evenly, large enough that fetching costs nothing.
    @inlinable package func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @Sendable (Item) -> Result
    ) -> [Result] {
        map(items, state: { () }) { _, item in work(item) }
    }

    /// As `map`, with a value that each worker makes once and passes to all its work, such as a buffer.
    @inlinable package func map<Item: Sendable, State: ~Copyable, Result: Sendable>(
        _ items: [Item], state: @Sendable () -> State, _ work: @Sendable (inout State, Item) -> Result
    ) -> [Result] {
        guard jobs > 1, items.count > 1 else {
            var own = state()
            return items.map { work(&own, $0) }
        }
        let slice = max(1, min(16, items.count / (jobs * 4)))
        return [Result](unsafeUninitializedCapacity: items.count) { buffer, initialized in
            // Unsafe for the compiler alone: each slot is written by one worker, who fetched its index, and read after all
            // have ended.
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

    /// Starts `jobs` workers, `count` at most; each fetches one slice after another of `count` indices until none is
    /// left.
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

    /// The results of both, made at once where there is more than one worker.
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
        // Neither is nil here; the compiler cannot know.
        return (a ?? one(), b ?? other())
    }
}
