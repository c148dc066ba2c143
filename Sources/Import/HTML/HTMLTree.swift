private import CGumbo
import Libc

// Gumbo's pointers live in this file alone: what leaves it are values.

/// HTML read by the algorithm of the WHATWG standard, as browsers read it.
package enum HTMLTree {
    /// How deep the values nest; what lies deeper hangs on the last level.
    private static let deepest = 120

    /// Nodes of a whole page, from `html` on, and what the guard dropped.
    static func document(_ source: [UInt8]) -> (nodes: [HTMLNode], rows: [ReportRow.Finding]) {
        read(source, gumbo_sitegen_document)
    }

    /// Nodes of what stands inside of a `body`, and what the guard dropped.
    static func fragment(_ source: [UInt8]) -> (nodes: [HTMLNode], rows: [ReportRow.Finding]) {
        let (nodes, rows) = read(source, gumbo_sitegen_fragment)
        guard case .element(let root)? = nodes.first, root.tag == "html" else { return (nodes, rows) }
        return (root.children, rows)
    }

    private static func read(
        _ source: [UInt8], _ parse: (UnsafePointer<CChar>?, Int) -> UnsafeMutablePointer<GumboOutput>?
    ) -> (nodes: [HTMLNode], rows: [ReportRow.Finding]) {
        let guarded = HTMLGuard(source)
        let nodes = guarded.html.withUnsafeBytes { bytes -> [HTMLNode] in
            guard let output = parse(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count) else { return [] }
            defer { gumbo_sitegen_destroy(output) }
            return values(of: output.pointee.document)
        }
        return (nodes, guarded.rows)
    }

    /// An element whose children are being read.
    private struct Open {
        let node: UnsafePointer<GumboNode>
        var next = 0
        var children: [HTMLNode] = []
    }

    /// Values of all below the document, without recursion.
    private static func values(of document: UnsafeMutablePointer<GumboNode>?) -> [HTMLNode] {
        guard let document else { return [] }
        var stack = [Open(node: UnsafePointer(document))]
        while true {
            let top = stack.count - 1
            let children = gumbo_sitegen_children(stack[top].node).pointee
            guard stack[top].next < Int(children.length) else {
                let done = stack.removeLast()
                guard let last = stack.indices.last else { return done.children }
                if stack.count > deepest {
                    stack[last].children += done.children
                } else {
                    stack[last].children.append(.element(element(done.node, done.children)))
                }
                continue
            }
            let next = children.data?[stack[top].next]
            stack[top].next += 1
            guard let child = next?.assumingMemoryBound(to: GumboNode.self) else { continue }
            switch child.pointee.type {
            case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: stack.append(Open(node: UnsafePointer(child)))
            case GUMBO_NODE_COMMENT: stack[top].children.append(.comment(string(child.pointee.v.text.text)))
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                stack[top].children.append(.text(string(child.pointee.v.text.text)))
            default: break
            }
        }
    }

    private static func element(_ node: UnsafePointer<GumboNode>, _ children: [HTMLNode]) -> HTMLElement {
        let element = node.pointee.v.element
        var name = string(gumbo_normalized_tagname(element.tag))
        if name.isEmpty {
            var piece = element.original_tag
            gumbo_tag_from_original_text(&piece)
            name = text(piece).lowercased()
        }
        var attributes: [(name: String, value: String)] = []
        for place in 0..<Int(element.attributes.length) {
            guard let attribute = element.attributes.data?[place]?.assumingMemoryBound(to: GumboAttribute.self) else {
                continue
            }
            attributes.append((string(attribute.pointee.name).lowercased(), string(attribute.pointee.value)))
        }
        return HTMLElement(tag: name, attributes: attributes, children: children)
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    private static func text(_ piece: GumboStringPiece) -> String {
        guard let data = piece.data else { return "" }
        return String(
            decoding: UnsafeBufferPointer(start: data, count: piece.length).lazy.map { UInt8(bitPattern: $0) },
            as: UTF8.self)
    }
}
