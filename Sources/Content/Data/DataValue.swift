package import Base

/// A value of a file in `Content/data/`, as templates see it.
package indirect enum DataValue: Sendable, Hashable {
    /// An empty cell, or JSON's and YAML's null.
    case nothing
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    case list([DataValue])
    /// Fields in the order in which they stand.
    case record([Field])
    /// An article that a field called `article` names: the words, and where they stand.
    case reference(String, Location)
    /// The place of that article in `Site.articles`.
    case story(Int)

    /// A named part of a record: a column of a table, a key of a mapping.
    package struct Field: Sendable, Hashable {
        package let name: String
        package let value: DataValue

        /// A field's value; that of a field which names an article is a reference to it.
        static func of(_ name: String, _ value: DataValue, at place: @autoclosure () -> Location) -> Field {
            Field(name: name, value: DataValue.articleNames.contains(name) ? value.naming(at: place()) : value)
        }

        /// A field that is a list; those of one which names articles are references to them.
        static func of<Item>(
            _ name: String, _ items: [Item], _ value: (Item) -> DataValue, at place: (Item) -> Location
        ) -> Field {
            let names = DataValue.articlesNames.contains(name)
            return Field(
                name: name,
                value: .list(items.map { names ? value($0).naming(at: place($0)) : value($0) }))
        }
    }

    /// Names of fields that name an article.
    private static let articleNames: Set<String> = ["article", "مقال", "المقال"]
    /// Names of fields that are lists of articles.
    private static let articlesNames: Set<String> = ["articles", "مقالات", "المقالات"]

    /// A text as the name of an article; all else as it is.
    private func naming(at place: @autoclosure () -> Location) -> DataValue {
        guard case .text(let words) = self, !words.isEmpty else { return self }
        return .reference(words, place())
    }

    /// What a word without quotes is in YAML's core schema and in a table (YAML 1.2, section 10.3.2): a number, `true`,
    /// `false`, nothing, or itself. Numbers with zeros in front, such as those of telephones, are words.
    init(plain word: String) {
        switch word {
        case "", "~", "null", "Null", "NULL": self = .nothing
        case "true", "True", "TRUE": self = .flag(true)
        case "false", "False", "FALSE": self = .flag(false)
        default:
            let digits = word.utf8.drop { $0 == UInt8(ascii: "-") }
            let isPadded = digits.count > 1 && digits.first == UInt8(ascii: "0") && !word.contains(".")
            let isNumeric = word.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
            if !isPadded, isNumeric, word.utf8.first != UInt8(ascii: "+"), let number = Int(word) {
                self = .integer(number)
            } else if !isPadded, isNumeric, word.utf8.first != UInt8(ascii: "+"), let number = Double(word),
                number.isFinite
            {
                self = .number(number)
            } else {
                self = .text(word)
            }
        }
    }

    /// The articles that it shows, by their places.
    package var stories: [Int] {
        switch self {
        case .story(let place): [place]
        case .list(let items): items.flatMap(\.stories)
        case .record(let fields): fields.flatMap(\.value.stories)
        default: []
        }
    }

    /// Whether it names an article that was not looked for yet.
    var hasReferences: Bool {
        switch self {
        case .reference: true
        case .list(let items): items.contains(where: \.hasReferences)
        case .record(let fields): fields.contains(where: \.value.hasReferences)
        default: false
        }
    }

    /// The value with the articles that it names, without the records of those that are not to be found.
    ///
    /// - Parameter find: gives an article's place, nil for one that stands in no list; tells what is wrong by itself.
    func resolved(_ find: (String, Location) -> Int?) -> DataValue? {
        switch self {
        case .reference(let words, let place): return find(words, place).map { .story($0) }
        case .list(let items): return .list(items.compactMap { $0.resolved(find) })
        case .record(let fields):
            var found: [Field] = []
            for field in fields {
                guard let value = field.value.resolved(find) else { return nil }
                found.append(Field(name: field.name, value: value))
            }
            return .record(found)
        default: return self
        }
    }
}
