import Base

extension Builtin {
    static let listFilters: [Builtin] = [
        Builtin(
            "length", aliases: ["count"], [.handedOn], .int, "How many items, or characters",
            example: "{{ [1, 2]|length }} → 2",
            body: { arguments throws(Message) in .int(try arguments[0].length()) }),
        Builtin(
            "first", [.list], "The first item", example: "{{ [1, 2]|first }} → 1",
            prepare: { call throws(Message) in
                Prepared(type: .optional(try call.itemType().present)) { arguments throws(Message) in
                    try arguments[0].items().first ?? .undefined
                }
            }),
        Builtin(
            "last", [.list], "The last item", example: "{{ [1, 2]|last }} → 2",
            prepare: { call throws(Message) in
                Prepared(type: .optional(try call.itemType().present)) { arguments throws(Message) in
                    try arguments[0].items().last ?? .undefined
                }
            }),
        Builtin(
            "list", [.list], "As a list; a text becomes its characters", example: #"{{ "ab"|list|length }} → 2"#,
            prepare: { call throws(Message) in
                Prepared(type: .list(try call.itemType())) { arguments throws(Message) in
                    .list(try arguments[0].items())
                }
            }),
        Builtin(
            "reverse", [.list], "The other way round", example: "{{ [1, 2]|reverse|list }} → [2, 1]",
            prepare: { call throws(Message) in
                let type = call.types[0].unwrapped
                let item = try call.itemType()
                let isText = type == .string || type == .markup
                return Prepared(type: isText ? .string : type == .any ? item : .list(item)) {
                    arguments throws(Message) in
                    switch arguments[0] {
                    case .string, .markup:
                        arguments[0].text(
                            String(String.UnicodeScalarView(arguments[0].string.unicodeScalars.reversed())))
                    default: .list(try arguments[0].items().reversed())
                    }
                }
            }),
        Builtin(
            "join", [.list, .string("d", ""), .maybe("attribute", literal: true)],
            "The items, or a field of each, with `d` between them",
            example: #"{{ tags|join("، ", attribute="name") }}"#,
            prepare: { call throws(Message) in
                let (type, get) = try call.getter(2, of: try call.itemType())
                if call.checked, let record = type.unprintable { throw ValueType.list(type).unprintableMessage(record) }
                call.reads.note(whole: type)
                let isMarkup = type.unwrapped == .markup || call.types[1].unwrapped == .markup
                let isKnown = type.unwrapped != .any && call.types[1].unwrapped != .any
                return Prepared(type: isMarkup ? .markup : isKnown ? .string : .any) { arguments throws(Message) in
                    joined(try arguments[0].items().each(get), arguments[1])
                }
            }),
        Builtin(
            "sort", [.list, .flag("reverse"), .flag("case_sensitive"), .maybe("attribute", literal: true)],
            "Sorted, by a field or by several (`\"year,title\"`)", example: #"{{ [3, 1]|sort }} → [1, 3]"#,
            prepare: { call throws(Message) in
                let keys = try call.sortKeys(3)
                return Prepared(type: .list(try call.itemType())) { arguments throws(Message) in
                    let items = try arguments[0].items()
                    return .list(try sorted(items, keys, arguments[2].isTrue, reverse: arguments[1].isTrue))
                }
            }),
        Builtin(
            "unique", [.list, .flag("case_sensitive"), .maybe("attribute", literal: true)],
            "Each item once, by a field if one is given", example: "{{ [1, 2, 1]|unique|list }} → [1, 2]",
            prepare: { call throws(Message) in
                let item = try call.itemType()
                let get = try call.compared(2, of: item)
                return Prepared(type: .list(item)) { arguments throws(Message) in
                    var seen: [Value] = []
                    var kept: [Value] = []
                    for item in try arguments[0].items() {
                        let key = folded(try get(item), arguments[1].isTrue)
                        if seen.contains(where: { $0.equals(key) }) { continue }
                        seen.append(key)
                        kept.append(item)
                    }
                    return .list(kept)
                }
            }),
        extreme("min", "The smallest item", example: "{{ [2, 1]|min }} → 1", isLess: true),
        extreme("max", "The largest item", example: "{{ [2, 1]|max }} → 2", isLess: false),
        Builtin(
            "sum", [.list, .maybe("attribute", literal: true), Parameter("start", .any, fallback: .int(0))],
            "The items, or a field of each, added to `start`", example: "{{ [1, 2]|sum }} → 3",
            prepare: { call throws(Message) in
                let (type, get) = try call.getter(1, of: try call.itemType())
                call.reads.note(whole: type)
                let isNumber = type.unwrapped == .int || type.unwrapped == .double
                return Prepared(type: isNumber ? type.unwrapped : type.something) {
                    arguments throws(Message) in
                    var total = arguments[2]
                    for item in try arguments[0].items() { total = try total.applying(.add, try get(item)) }
                    return total
                }
            }),
        Builtin(
            "batch", [.list, .number("linecount"), .maybe("fill_with")],
            "In rows of `linecount`, the last one filled up",
            example: "{{ [1, 2, 3]|batch(2)|list }} → [[1, 2], [3]]",
            prepare: { call throws(Message) in
                Prepared(type: .list(.list(try call.itemType()))) { arguments throws(Message) in
                    .list(batches(try arguments[0].items(), arguments[1].integer ?? 1, arguments[2]))
                }
            }),
        Builtin(
            "slice", [.list, .number("slices"), .maybe("fill_with")], "In `slices` columns of nearly equal length",
            example: "{{ [1, 2, 3]|slice(2)|list }} → [[1, 2], [3]]",
            prepare: { call throws(Message) in
                Prepared(type: .list(.list(try call.itemType()))) { arguments throws(Message) in
                    .list(columns(try arguments[0].items(), arguments[1].integer ?? 1, arguments[2]))
                }
            }),
        Builtin(
            "groupby",
            [.list, .string("attribute", literal: true), .maybe("default"), .flag("case_sensitive")],
            "Groups of items with an equal field, sorted by it: each has `grouper` and `list`",
            example: #"{% for g in articles|groupby("section.name") %}{{ g.grouper }}{% endfor %}"#,
            prepare: { call throws(Message) in
                let item = try call.itemType()
                let (type, get) = try call.getter(1, of: item)
                call.reads.note(whole: type)
                let group = RecordType(
                    name: "group",
                    fields: [
                        FieldType(name: "grouper", type: type, documentation: "The field’s value"),
                        FieldType(name: "list", type: .list(item), documentation: "The items that have it"),
                    ], shape: .tuple)
                return Prepared(type: .list(.record(group))) { arguments throws(Message) in
                    .list(try groups(try arguments[0].items(), get, arguments[2], arguments[3].isTrue))
                }
            }),
        Builtin(
            "items", [.value], "A map’s keys and values in pairs", example: "{% for key, value in map|items %}",
            prepare: { call in
                Prepared(type: .list(.record(.tuple([.any, call.mapValueType])))) { arguments throws(Message) in
                    .list(try pairs(arguments[0]))
                }
            }),
        Builtin(
            "dictsort", [.value, .flag("case_sensitive"), .string("by", "key"), .flag("reverse")],
            "A map’s keys and values in pairs, sorted by `key` or by `value`",
            example: "{% for key, value in map|dictsort %}",
            prepare: { call in
                Prepared(type: .list(.record(.tuple([.any, call.mapValueType])))) { arguments throws(Message) in
                    let position = arguments[2].string == "value" ? 1 : 0
                    let key: Call.Getter = { pair throws(Message) in try pair.item(.int(position)) }
                    return .list(
                        try sorted(try pairs(arguments[0]), [key], arguments[1].isTrue, reverse: arguments[3].isTrue))
                }
            }),
        Builtin(
            "default", aliases: ["d"],
            [.handedOn, Parameter("default_value", .any, fallback: .string("")).asHandedOn, .flag("boolean")],
            "What is there, else `default_value`; with `boolean` also in place of what is false",
            example: #"{{ missing|default("—") }} → —"#,
            prepare: { call in
                let type =
                    call.types[0] == .nothing ? call.types[1] : call.types[0].present.joined(with: call.types[1])
                return Prepared(type: type) { arguments in
                    arguments[0].isUndefined || (arguments[2].isTrue && !arguments[0].isTrue)
                        ? arguments[1] : arguments[0]
                }
            }),
    ]

    private static func extreme(_ name: String, _ documentation: String, example: String, isLess: Bool) -> Builtin {
        Builtin(
            name, [.list, .flag("case_sensitive"), .maybe("attribute", literal: true)], documentation, example: example,
            prepare: { call throws(Message) in
                let item = try call.itemType()
                let get = try call.compared(2, of: item)
                return Prepared(type: .optional(item.present)) { arguments throws(Message) in
                    var best: (item: Value, key: Value)?
                    for item in try arguments[0].items() {
                        let key = folded(try get(item), arguments[1].isTrue)
                        if let current = best {
                            let order = try key.order(current.key)
                            if isLess ? order < 0 : order > 0 { best = (item, key) }
                        } else {
                            best = (item, key)
                        }
                    }
                    return best?.item ?? .undefined
                }
            })
    }
}
