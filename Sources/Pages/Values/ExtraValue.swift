import Content
import Templates

/// The fields that site.yaml declares under `extra`.
struct ExtraValue: Sendable {
    let record: Record<[Article.Extra?]>

    init(_ outlet: Outlet) {
        record = Record(
            "extra",
            outlet.extra.enumerated().map { place, declared in
                let type: ValueType = declared.type == .text ? .string : declared.type == .number ? .double : .bool
                return Field(declared.name, .optional(type), "Declared in site.yaml.") { values in
                    switch place < values.count ? values[place] : nil {
                    case .text(let text): .string(text)
                    case .number(let number):
                        number == number.rounded() && abs(number) < 1e15 ? .int(Int(number)) : .double(number)
                    case .flag(let flag): .bool(flag)
                    case nil: .undefined
                    }
                }
            })
    }
}
