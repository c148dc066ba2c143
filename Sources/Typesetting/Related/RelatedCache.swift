import Base
import Content
private import Synchronization

/// The related stories as an earlier run found them. Articles count by their age, the oldest is 0: what is published
/// later changes no number, and no later article changes what an older one is related to.
package final class RelatedCache: Sendable {
    struct Lists: Sendable {
        /// Digests of what decides about each article, the oldest first: its section, series, tags, the editor's
        /// choice.
        var facts: [Digest] = []
        /// The ages of the stories that each article leads to.
        var stories: [[Int]] = []
    }

    private struct State: Sendable {
        var lists: Lists
        /// Whether they are others than were read.
        var areNew = false
    }

    private let state: Mutex<State>

    /// - Parameter file: what an earlier run stored, or nothing.
    package init(_ file: [UInt8] = []) {
        state = Mutex(State(lists: (file.isEmpty ? nil : file.withUnsafeBytes { try? Lists(from: $0) }) ?? Lists()))
    }

    /// The lists for a site of these facts, as far as its oldest articles are those of the earlier run.
    func stories(for facts: [Digest]) -> ArraySlice<[Int]> {
        state.withLock { state in
            let shared = zip(facts, state.lists.facts).prefix { $0 == $1 }.count
            // An editor may lead from an old story to a new one, which may be gone by now.
            return state.lists.stories.prefix(shared).prefix { $0.allSatisfy { $0 < facts.count } }
        }
    }

    func put(_ lists: Lists) { state.withLock { $0 = State(lists: lists, areNew: true) } }

    /// For the next build; nil where nothing changed since `init`.
    package func stored() -> [UInt8]? { state.withLock { $0.areNew ? $0.lists.bytes : nil } }
}

extension RelatedCache.Lists {
    fileprivate var bytes: [UInt8] {
        var packer = Packer()
        packer.add(facts.count)
        packer.reserve(facts.count * 32)
        for fact in facts { packer.add(fact) }
        for list in stories { packer.add(list) { $0.add(narrow: $1) } }
        return packer.bytes
    }

    fileprivate init(from bytes: UnsafeRawBufferPointer) throws(Damaged) {
        var unpacker = Unpacker(bytes)
        let count = try unpacker.int()
        guard count >= 0, count <= bytes.count else { throw Damaged() }
        facts.reserveCapacity(count)
        stories.reserveCapacity(count)
        for _ in 0..<count { facts.append(try unpacker.digest()) }
        for _ in 0..<count {
            stories.append(try unpacker.list { (part: inout Unpacker) throws(Damaged) in try part.narrow() })
        }
    }
}
