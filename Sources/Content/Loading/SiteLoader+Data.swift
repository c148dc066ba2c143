import Base

/// The files of `Content/data/`.
extension SiteLoader {
    mutating func readData(_ entries: [FileEntry]) {
        var paths: [String: String] = [:]
        for entry in entries {
            guard let format = DataFile.format(of: entry.path), let name = DataFile.name(of: entry.path) else {
                diagnostics.append(.dataName(entry.path))
                continue
            }
            if let other = paths.updateValue(entry.path, forKey: name) {
                diagnostics.append(.dataName(entry.path, besides: other))
                continue
            }
            do throws(Diagnostic) {
                data.append(try DataFile(entry, format, named: name, in: tree))
            } catch {
                diagnostics.append(error)
            }
        }
    }

    /// The names under which an article is looked for that a cell names: an export of visits has addresses, whole or from
    /// the site's top on, with what was asked for behind them.
    private func names(of words: String) -> [String] {
        let path = String((outlet.address.ownPath(of: words) ?? words).prefix { $0 != "?" && $0 != "#" })
        return path.hasPrefix("/") && !path.hasSuffix("/") ? [path, path + "/"] : [path]
    }

    /// The data with the articles that they name. A row that names one which stands in no list is left out whole, and
    /// that is told.
    mutating func resolvedData(_ targets: ArticleTargets) -> [DataFile] {
        data.map { file in
            guard file.value.hasReferences else { return file }
            var resolved = file
            resolved.value =
                file.value.resolved { words, place in
                    let names = names(of: words)
                    if let index = names.lazy.compactMap({ targets.index(of: $0) }).first { return index }
                    diagnostics.append(targets.problem(withRow: names[0], at: place))
                    return nil
                } ?? .nothing
            return resolved
        }
    }
}
