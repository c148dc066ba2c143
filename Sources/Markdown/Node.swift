private import Base
private import CCmark
import Libc

// libcmark's pointers live in this file alone. A `Node` is valid while the `Tree` that gave it is, and no
// longer.

/// The version of the libcmark in use, such as `0.30.2`.
package var libraryVersion: String { String(cString: cmark_version_string()) }

/// A body as libcmark understands it. All its nodes are gone when it is.
struct Tree: ~Copyable {
    private let document: OpaquePointer?
    private let arena: UnsafeMutablePointer<cmark_arena_block>?

    init(parsing body: UnsafeBufferPointer<UInt8>) {
        var arena: UnsafeMutablePointer<cmark_arena_block>?
        document = body.withMemoryRebound(to: CChar.self) { cmark_arena_parse($0.baseAddress, $0.count, &arena) }
        self.arena = arena
    }

    deinit { cmark_arena_free(arena) }

    /// The tree lives as long as `use` runs, and its nodes no longer.
    borrowing func withRoot(_ use: (Node) -> Void) {
        if let document { use(Node(document)) }
    }
}

struct Node: Equatable {
    /// The numbers are those of libcmark's `cmark_node_type`.
    enum Kind: UInt32 {
        case none, document, blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading,
            thematicBreak
        case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
    }

    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) { self.pointer = pointer }

    var kind: Kind { Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .none }
    var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
    var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
    var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init) }
    var previous: Node? { cmark_node_previous(pointer).map(Node.init) }
    var next: Node? { cmark_node_next(pointer).map(Node.init) }

    /// The content of text, code and HTML; empty for others.
    var literal: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_literal(pointer)) }
    /// Where links and images lead, with entities and escapes decoded; empty for others.
    var destination: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_url(pointer)) }
    var title: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_title(pointer)) }
    /// What follows the opening fence of a code block.
    var fenceInfo: UnsafeBufferPointer<UInt8> { Self.bytes(cmark_node_get_fence_info(pointer)) }

    /// 1–6.
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// The number of the first line, from 1, in the text that was parsed; known for blocks.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
    }
}
