import ArabicText
import Base

/// `Content/redirects.tsv` after reading: an old address, a new one and a status on each line.
///
///     # from                  to                         status
///     /?p=1234                /2024/01/rain/
///     /wp-content/uploads/*   /media/articles/uploads/*  301
///     /old/                   410
///
/// Columns are separated by tabs, or by spaces in a line without a tab; `#` begins a comment. The status is 301 where
/// none is given.
package struct RedirectFile: Sendable {
    package static let path = "Content/redirects.tsv"

    private(set) var rules: [RedirectRule] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let site: SiteAddress

    /// - Parameter site: address whose paths the file may spell out whole.
    init(_ file: [UInt8], of site: SiteAddress) {
        self.site = site
        let bytes: [UInt8]
        do throws(Diagnostic) {
            bytes = try SourceText(file, path: Self.path).settings(path: Self.path)
        } catch {
            diagnostics = [error]
            return
        }
        var number = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let columns = Self.columns(of: line, number: number)
            if !columns.isEmpty, !(rules.isEmpty && Self.isHeader(columns)) { read(columns) }
        }
    }

    /// Text of a column without what nobody sees at its ends, and where it begins.
    struct Column {
        let text: String
        let place: Location
    }

    private static func columns(of line: ArraySlice<UInt8>, number: Int) -> [Column] {
        let hasTab = line.contains(UInt8(ascii: "\t"))
        var columns: [Column] = []
        // Columns in scalars, counted along with the bytes.
        var (start, column, scalars) = (line.startIndex, 1, 1)
        func end(at index: Int) {
            guard start < index else { return }
            let written = String(decoding: line[start..<index], as: UTF8.self)
            let text = bare(written)
            guard !text.isEmpty else { return }
            let padding = written.unicodeScalars.prefix(while: isPadding).count
            columns.append(Column(text: text, place: Location(path: path, line: number, column: column + padding)))
        }
        for index in line.indices {
            let byte = line[index]
            if byte == UInt8(ascii: "\t") || !hasTab && byte == UInt8(ascii: " ") {
                end(at: index)
                (start, column) = (index + 1, scalars + 1)
            }
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
        end(at: line.endIndex)
        return Array(columns.prefix { !$0.text.hasPrefix("#") })
    }

    /// The names of the columns, as spreadsheets put them out.
    private static func isHeader(_ columns: [Column]) -> Bool {
        columns.count > 1 && ["from", "من"].contains(columns[0].text.lowercased())
            && ["to", "إلى", "الى"].contains(columns[1].text.lowercased())
    }

    private mutating func read(_ columns: [Column]) {
        guard let from = address(columns[0]) else { return }
        var rest = columns[1...]
        // A line may end with its status, and one that is gone leads nowhere.
        let status = rest.last.flatMap { Int($0.text) == nil ? nil : rest.removeLast() }
        if let status, !["301", "302", "410"].contains(status.text) {
            return diagnostics.append(.redirectStatus(status.text, at: status.place))
        }
        let isGone = status?.text == "410"
        if isGone, rest.first?.text == "-" { rest.removeFirst() }
        guard rest.count == (isGone ? 0 : 1), let to = isGone ? columns.first : rest.first else {
            return diagnostics.append(
                .redirectColumns(isGone: isGone, at: (rest.dropFirst(isGone ? 0 : 1).first ?? columns[0]).place))
        }
        if isGone {
            rules.append(RedirectRule(from: from, answer: .gone, place: columns[0].place))
        } else if let target = target(to, hasStar: from.hasStar) {
            rules.append(
                RedirectRule(
                    from: from, answer: .moved(to: target, isPermanent: status?.text != "302"), place: columns[0].place)
            )
        }
    }

    // MARK: Addresses

    private mutating func address(_ column: Column) -> RedirectRule.Address? {
        guard let text = ownPath(column) else { return nil }
        if let mark = text.utf8.firstIndex(of: UInt8(ascii: "?")) {
            let query = text[text.utf8.index(after: mark)...]
            guard !text.has("*"), !query.has("/"), !query.has("#") else { return starOrQuery(column) }
            guard let parameters = parameters(query, column), let path = path(String(text[..<mark]), column) else {
                return nil
            }
            return .init(path: path, query: parameters)
        }
        let (written, hasStar) = Self.withoutStar(text)
        guard !written.has("*") else { return starOrQuery(column) }
        return path(written, column).map { .init(path: $0, hasStar: hasStar) }
    }

    private mutating func target(_ column: Column, hasStar: Bool) -> RedirectRule.Target? {
        guard let text = ownPath(column) else { return nil }
        let (written, carriesRest) = Self.withoutStar(text)
        guard hasStar || !carriesRest, !written.has("*"), !written.has("?"), !written.has("#") else {
            diagnostics.append(.redirectTarget(column.text, at: column.place))
            return nil
        }
        return path(written, column).map { .init(path: $0, carriesRest: carriesRest, place: column.place) }
    }

    private static func withoutStar(_ text: String) -> (path: String, hadStar: Bool) {
        text.utf8.suffix(2).elementsEqual("/*".utf8) ? (String(text.utf8.dropLast()) ?? text, true) : (text, false)
    }

    private mutating func starOrQuery(_ column: Column) -> RedirectRule.Address? {
        diagnostics.append(.redirectStar(column.text, at: column.place))
        return nil
    }

    /// The column's path, counted from the site's own address, which may stand before it.
    private mutating func ownPath(_ column: Column) -> String? {
        let text = column.text
        guard text.namesHost || text.utf8.starts(with: "//".utf8) else { return text }
        let own = site.origin.split(separator: "/").last.map(String.init) ?? ""
        let schemes = ["https://", "http://", "//"]
        guard !own.isEmpty, let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }),
            case let whole = text.dropFirst(scheme.count), case let host = whole.prefix(while: { !"/?#".contains($0) }),
            host.lowercased() == own.lowercased()
        else {
            diagnostics.append(.redirectHost(text, at: column.place))
            return nil
        }
        var path = String(whole.dropFirst(host.count))
        if !path.hasPrefix("/") { path = "/" + path }
        guard (path + "/").hasPrefix(site.base) else {
            diagnostics.append(.redirectHost(text, at: column.place))
            return nil
        }
        return "/" + path.dropFirst(site.base.count)
    }

    private mutating func path(_ written: String, _ column: Column) -> URLPath? {
        if let path = URLPath(plain: written) { return path }
        do throws(URLPath.Problem) {
            return try URLPath(written: written)
        } catch {
            diagnostics.append(.redirectPath(column.text, at: column.place))
            return nil
        }
    }

    /// The values of a query, each with its name: what every server can ask for.
    private mutating func parameters(_ query: Substring, _ column: Column) -> [RedirectRule.Parameter]? {
        var parameters: [RedirectRule.Parameter] = []
        for part in query.split(separator: "&", omittingEmptySubsequences: false) {
            let sign = part.firstIndex(of: "=") ?? part.endIndex
            let name = String(part[..<sign])
            let written = String(part[sign...].dropFirst()).replacing("+", with: "%20")
            guard !name.isEmpty, name.utf8.allSatisfy(Self.isNameByte),
                !parameters.contains(where: { $0.name == name }),
                let value = percentDecoded(written), !value.isEmpty,
                value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
            else {
                diagnostics.append(.redirectQuery(column.text, at: column.place))
                return nil
            }
            parameters.append(.init(name: name, value: CanonicalForm.nfc(value)))
        }
        return parameters.sorted { bytesPrecede($0.name, $1.name) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
    }
}

extension StringProtocol {
    fileprivate func has(_ sign: Unicode.Scalar) -> Bool { utf8.contains(UInt8(ascii: sign)) }
}
