import Base

/// Filters that take the name of another filter, of a test or of a field.
extension Builtin {
    static let applyingFilters: [Builtin] = [
        Builtin(
            "map",
            [.list, .maybe("filter", literal: true), .named("attribute", literal: true), .named("default"), .further],
            "A field of each item, or each item through a filter",
            example: #"{{ tags|map(attribute="name")|join("، ") }}"#,
            prepare: { call throws(Message) in
                let item = try call.itemType()
                if case .string(let name)? = call.literals[1] {
                    let (prepared, fill) = try call.applied(name, "filter", of: item, from: 4)
                    return Prepared(type: .list(prepared.type)) { arguments throws(Message) in
                        .list(
                            try arguments[0].itemsIfTrue().each { item throws(Message) in
                                try prepared.result(of: fill(item, arguments))
                            })
                    }
                }
                guard call.literals[2]?.isUndefined == false else {
                    throw Message(en: "a filter or an attribute is named", ar: "يُسمّى مرشّح أو حقل")
                }
                let (type, get) = try call.getter(2, of: item)
                return Prepared(type: .list(type)) { arguments throws(Message) in
                    .list(
                        try arguments[0].itemsIfTrue().each { item throws(Message) in
                            let value = try get(item)
                            return value.isUndefined ? arguments[3] : value
                        })
                }
            }),
        choosing(
            "select", "The items for which a test is true", example: #"{{ [1, 2, 3]|select("odd")|list }} → [1, 3]"#,
            true),
        choosing(
            "reject", "The items for which a test is false", example: #"{{ [1, 2, 3]|reject("odd")|list }} → [2]"#,
            false),
        choosing(
            "selectattr", "The items for whose field a test is true", example: #"{{ cards|selectattr("image") }}"#,
            true,
            byField: true),
        choosing(
            "rejectattr", "The items for whose field a test is false",
            example: #"{{ cards|rejectattr("kind", "eq", "opinion") }}"#, false, byField: true),
    ]

    private static func choosing(
        _ name: String, _ documentation: String, example: String, _ wanted: Bool, byField: Bool = false
    ) -> Builtin {
        let field = byField ? [Parameter("attribute", .any, literal: true)] : []
        return Builtin(
            name, [.list] + field + [.maybe("test", literal: true), .further], documentation, example: example,
            prepare: { call throws(Message) in
                let item = try call.itemType()
                let (type, get): (ValueType, Call.Getter) = byField ? try call.getter(1, of: item) : (item, { $0 })
                let position = byField ? 2 : 1
                guard case .string(let test)? = call.literals[position] else {
                    return Prepared(type: .list(item)) { arguments throws(Message) in
                        .list(try chosen(arguments[0]) { item throws(Message) in try get(item).isTrue == wanted })
                    }
                }
                let (prepared, fill) = try call.applied(test, "test", of: type, from: position + 1)
                return Prepared(type: .list(item)) { arguments throws(Message) in
                    .list(
                        try chosen(arguments[0]) { item throws(Message) in
                            try prepared.result(of: fill(try get(item), arguments)).isTrue == wanted
                        })
                }
            })
    }

    private static func chosen(
        _ list: Value, _ isChosen: (Value) throws(Message) -> Bool
    ) throws(Message) -> [Value] {
        var kept: [Value] = []
        for item in try list.itemsIfTrue() where try isChosen(item) { kept.append(item) }
        return kept
    }
}

extension Builtin.Call {
    /// The filter or test called `name`, ready for items of type `item`, and what puts an item and the arguments from
    /// number `first` on in its order.
    func applied(
        _ name: String, _ kind: String, of item: ValueType, from first: Int
    ) throws(Message) -> (Builtin.Prepared, @Sendable (Value, Arguments) -> [Value]) {
        let table = kind == "filter" ? Builtin.filters.merging(filters) { $1 } : Builtin.tests
        guard let builtin = table[name] else {
            let near = suggestion(for: name, among: table.keys.sorted())
            let arabic = kind == "filter" ? "مرشّح مجهول" : "اختبار مجهول"
            throw Message(
                en: "unknown \(kind) “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? ""),
                ar: "\(arabic) «\(name)»" + (near.map { "؛ أتقصد «\($0)»؟" } ?? ""))
        }
        if checked, builtin.parameters.first?.isText == true, let record = item.unprintable {
            throw item.unprintableMessage(record)
        }
        let given = types.count - first
        let positional = builtin.parameters.filter { !$0.rest && !$0.isNamed }.count - 1
        guard given <= positional || builtin.parameters.last?.rest == true else {
            throw Message(en: "“\(name)” takes \(positional) arguments", ar: "عدد وسائط «\(name)» \(positional)")
        }
        let fixed = builtin.parameters.filter { !$0.rest }
        var fallbacks: [Value] = []
        for parameter in fixed.dropFirst(1 + given) {
            let absent: Value? = parameter.type.isOptional ? .undefined : nil
            guard let fallback = parameter.fallback ?? absent else {
                throw Message(
                    en: "“\(name)” needs “\(parameter.name)”", ar: "يلزم «\(name)» الوسيط «\(parameter.name)»")
            }
            fallbacks.append(fallback)
        }
        let own = Array(types[first...])
        for (parameter, type) in zip(fixed, [item] + own) where checked && !type.fits(parameter.type) {
            throw parameter.misfit(type)
        }
        let known: [Value?] = [nil] + literals[first...] + fallbacks.map { $0 }
        let prepared = try builtin.prepare(
            .init(
                types: [item] + own + fallbacks.map(\.type), literals: known, filters: filters,
                checked: checked, reads: reads))
        let rest = fallbacks
        return (prepared, { item, arguments in [item] + arguments[first...] + rest })
    }
}
