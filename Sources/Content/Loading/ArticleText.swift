package import Base

/// The text of an article's, an author's or a page's file, in which `bodyStart` and all offsets count.
package func articleText(_ path: String, in tree: some FileTree) throws(Diagnostic) -> [UInt8] {
    try SourceText(try tree.read(path), path: path).bytes
}

/// Text of an article's file whose digest is still the article's. A file with front matter was found to be UTF-8 when
/// that was read, so that it is not checked again.
package func articleText(of article: Article, unchanged file: [UInt8]) throws(Diagnostic) -> [UInt8] {
    article.bodyStart > 0 ? SourceText(valid: file).bytes : try SourceText(file, path: article.path).bytes
}
