import Base

/// Names, fields, items and slices: where a value is to be found.
extension Compiler {
    func named(_ name: String, at offset: Int) -> Typed {
        switch scope.find(name) {
        case .variable(let variable):
            if let type = variable.type { return Typed(place: variable.place, type: type) }
        case .macro, .module, .loop:
            report(
                .wrongType, at: offset, en: "“\(name)” is no value; use what it gives",
                ar: "«\(name)» ليست قيمة؛ استعمل ما تعطيه")
            return .undefined
        case .unsettled:
            reportUnsettled(name, at: offset)
            return .undefined
        case nil: break
        }
        if ["varargs", "kwargs", "caller"].contains(name), let item = LeftOut.construct(name) {
            report(.leftOut, at: offset, LeftOut.message(item))
        } else if checked, name == "loop" {
            report(
                .unknownVariable, at: offset,
                en:
                    "“loop” is seen in its loop alone, not in a template that is included there; set what is "
                    + "needed before it: "
                    + "“{% set number = loop.index %}”",
                ar:
                    "لا تُرى «loop» إلا في حلقتها، لا في قالب مضمّن فيها؛ عيّن ما يلزم قبل التضمين: «{% set number "
                    + "= loop.index %}»"
            )
        } else if checked {
            let isFunction = library.functions[name] != nil
            reportUnknown(
                .unknownVariable, name, "variable", "متغير مجهول", among: scope.visible.filter { $0 != name },
                at: offset,
                hint: isFunction
                    ? Message(en: "it is a function: “\(name)(…)”", ar: "هي دالة: «\(name)(…)»")
                    : Message(
                        en: "where it may be missing, ask “\(name) is defined”",
                        ar: "حيث قد يغيب اسأل «\(name) is defined»"))
        }
        return .undefined
    }

    /// Whether there is what `expression` names, which `is defined` and `default` may ask also of a name that stands
    /// for nothing here, of a macro and of a module; nil for a value, which a page has or has not.
    func isDefined(_ expression: Expression) -> Bool? {
        let binding: Binding?
        switch expression.node {
        case .name(let name):
            binding = scope.find(name)
            if binding == nil, (library.functions[name] ?? Builtin.functions[name]) != nil { return true }
        case .field(let base, let name):
            guard case .name(let word) = base.node, case .module(let module)? = scope.find(word) else { return nil }
            binding = module.names[name]
        default: return nil
        }
        switch binding {
        case nil: return false
        case .variable(let variable)?: return variable.type == nil ? false : nil
        case .macro?, .module?, .loop?: return true
        case .unsettled?: return nil
        }
    }

    func field(_ base: Expression, _ name: String, at offset: Int) -> Typed {
        if case .name(let word) = base.node {
            switch scope.find(word) {
            case .loop(let loop): return loopField(loop, name, at: offset)
            case .module(let module): return member(module, word, name, at: offset)
            default: break
            }
        }
        return field(value(base), name, at: offset)
    }

    func member(_ module: Scope, _ word: String, _ name: String, at offset: Int) -> Typed {
        if case .variable(let variable)? = module.names[name], let type = variable.type {
            return Typed(place: variable.place, type: type)
        }
        switch module.names[name] {
        case .macro?, .module?:
            report(
                .wrongType, at: offset, en: "“\(word).\(name)” is no value; use what it gives",
                ar: "«\(word).\(name)» ليست قيمة؛ استعمل ما تعطيه")
            return .undefined
        case .unsettled?:
            reportUnsettled(name, at: offset)
            return .undefined
        default: break
        }
        reportUnknown(
            .unknownName, name, "name in “\(word)”", "اسم مجهول في «\(word)»", among: module.names.keys.sorted(),
            at: offset)
        return .undefined
    }

    func loopField(_ loop: LoopBinding, _ name: String, at offset: Int) -> Typed {
        guard let field = LoopField.named(name) else {
            if let item = LeftOut.construct("loop.\(name)") {
                report(.leftOut, at: offset, LeftOut.message(item))
                return .undefined
            }
            reportUnknown(
                .unknownField, name, "field of “loop”", "حقل مجهول في «loop»",
                among: LoopField.allCases.map { "\($0)" } + ["cycle"], at: offset)
            return .undefined
        }
        let type: ValueType =
            switch field {
            case .first, .last: .bool
            case .previtem, .nextitem: .optional(loop.element.present)
            default: .int
            }
        let slot = reserve()
        emit(.loop, slot, loop.base, Int(field.rawValue))
        return .slot(slot, type)
    }

    func field(_ base: Typed, _ name: String, at offset: Int) -> Typed {
        guard case .record(let record) = base.type.unwrapped else { return dynamicField(base, name, at: offset) }
        guard let index = record.slot(of: name) else {
            if checked || !record.isMap {
                reportUnknown(
                    .unknownField, name, "field of \(record.name)", "حقل مجهول في \(record.name)",
                    among: record.fields.map(\.name), at: offset)
            }
            return .undefined
        }
        reads.note(name, of: record)
        var type = record.fields[index].type
        if base.type.isOptional, !type.isOptional { type = .optional(type) }
        if record.isMap { return Typed(place: dynamicField(base, name, at: offset).place, type: type) }
        switch base.place {
        case .constant(.record(let fields)) where index < fields.count:
            return Typed(place: .constant(fields[index]), type: type)
        case .constant: return .undefined
        case .slot(let slot, let path): return Typed(place: .slot(slot, path: path + [index]), type: type)
        }
    }

    func dynamicField(_ base: Typed, _ name: String, at offset: Int) -> Typed {
        let type = base.type.unwrapped
        let isMap = if case .record(let record) = type { record.isMap } else { false }
        if checked, !isSpeculative, !isMap, base.type != .nothing {
            let filter = library.filters[name] != nil || Builtin.filters[name] != nil
            report(
                .unknownField, at: offset,
                en: "\(type) has no field “\(name)”" + (filter ? "; did you mean “| \(name)”?" : ""),
                ar: "ليس لـ\(type.arabicName) حقل «\(name)»" + (filter ? "؛ أتقصد «| \(name)»؟" : ""))
            return .undefined
        }
        if let value = base.constant, let result = try? value.field(name) {
            return Typed(place: .constant(result), type: result.type)
        }
        let base = operand(base)
        let slot = reserve()
        emit(.field, slot, base, constant(.string(name)))
        return .slot(slot, .any)
    }

    func item(_ base: Expression, _ index: Expression, at offset: Int) -> Typed {
        if case .literal(.string(let name)) = index.node, case .name(let word) = base.node {
            if case .loop(let loop)? = scope.find(word) { return loopField(loop, name, at: offset) }
        }
        let (base, index) = (value(base), value(index))
        // An index is compared with the keys of a map.
        reads.note(whole: index.type)
        if case .string(let name)? = index.constant {
            if case .record = base.type.unwrapped { return field(base, name, at: offset) }
            if checked, case .mixed = base.type.present { return dynamicField(base, name, at: offset) }
        }
        guard let type = itemType(of: base, index, at: offset) else { return .undefined }
        if let a = base.constant, let b = index.constant, let result = try? a.item(b) {
            return Typed(place: .constant(result), type: type)
        }
        let (a, b) = (operand(base), operand(index))
        let slot = reserve()
        emit(.item, slot, a, b)
        return .slot(slot, type)
    }

    /// The type of `base[index]`; nil for what has no items.
    private func itemType(of base: Typed, _ index: Typed, at offset: Int) -> ValueType? {
        switch base.type.unwrapped {
        case .record(let record):
            if record.isTuple, case .int(let position)? = index.constant {
                let position = position < 0 ? position + record.fields.count : position
                return record.fields.indices.contains(position) ? record.fields[position].type : .nothing
            }
            if checked, !record.isMap, !record.isTuple {
                report(
                    .wrongType, at: offset, en: "a field of \(record.name) is asked by its name",
                    ar: "يُطلب حقل \(record.name) باسمه")
            }
            reads.note(itemsOf: base.type)
            return base.type.something
        case .list(let element):
            expect(index, .int, "an index", "الفهرس", at: offset)
            return .optional(element.present)
        case .string, .markup:
            expect(index, .int, "an index", "الفهرس", at: offset)
            return .optional(base.type.unwrapped)
        case .any, .mixed, .optional:
            reads.note(itemsOf: base.type)
            return base.type.something
        case .int, .double, .bool:
            if checked {
                report(
                    .wrongType, at: offset, en: "\(base.type) has no items", ar: "ليس لـ\(base.type.arabicName) عناصر"
                )
            }
            return nil
        }
    }

    func slice(_ base: Expression, _ parts: [Expression?]) -> Typed {
        let base = value(base)
        reads.note(itemsOf: base.type)
        switch base.type.unwrapped {
        case .list, .string, .markup, .any, .optional: break
        case .record(let record) where record.isTuple: break
        default:
            if checked {
                report(
                    .wrongType, at: offset, en: "\(base.type) has no items", ar: "ليس لـ\(base.type.arabicName) عناصر"
                )
            }
        }
        let bounds = parts.map { part in
            guard let part else { return Typed(place: .constant(.none), type: .nothing) }
            let bound = value(part)
            expect(bound, .int, "an index", "الفهرس", at: part.offset)
            return bound
        }
        let operands = [base.constant] + bounds.map(\.constant)
        _ = folded(operands, at: parts.compactMap(\.self).last?.offset ?? offset) { () throws(Message) in
            let known = operands.map { $0 ?? .undefined }
            return try known[0].slice(known[1], known[2], known[3])
        }
        let source = operand(base)
        let start = gather(bounds)
        let slot = reserve()
        emit(.slice, slot, source, start)
        let isTuple = if case .record = base.type.unwrapped { true } else { false }
        return .slot(slot, isTuple ? base.type.something : base.type)
    }
}
