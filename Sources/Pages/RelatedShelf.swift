import Base
import Content
private import Synchronization

/// The related stories as an earlier run found them. Articles count by their age, the oldest is 0: what is published later
/// changes no number, and no later article changes what an older one is related to.
package final class RelatedShelf: Sendable {
    struct Lists: Sendable {
        /// Of all that each article itself gives to the answer.
        var facts: [Digest] = []
        /// The ages of the stories that each article leads to.
        var stories: [[Int]] = []
    }

    private let lists: Mutex<Lists>
    /// Whether another list was put here than was read.
    private let isNew = Mutex(false)

    /// - Parameter file: what an earlier run stored, or nothing.
    package init(_ file: [UInt8] = []) {
        lists = Mutex((file.isEmpty ? nil : file.withUnsafeBytes { try? Lists(from: $0) }) ?? Lists())
    }

    /// The lists for a site of these facts, as far as its oldest articles are those of the earlier run.
    func stories(for facts: [Digest]) -> ArraySlice<[Int]> {
        lists.withLock { lists in
            let shared = zip(facts, lists.facts).prefix { $0 == $1 }.count
            // An editor may lead from an old story to a new one, which may be gone by now.
            let known = lists.stories.prefix(shared)
            return known.prefix { $0.allSatisfy { $0 < facts.count } }
        }
    }

    func put(_ new: Lists) {
        let differs = lists.withLock { lists in
            defer { lists = new }
            return lists.facts != new.facts
        }
        if differs { isNew.withLock { $0 = true } }
    }

    /// For the next build; nil where nothing changed since `init`.
    package func stored() -> [UInt8]? {
        guard isNew.withLock({ $0 }) else { return nil }
        return lists.withLock { $0.bytes }
    }
}

extension RelatedShelf.Lists {
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
