import Base

/// Memory that rendering reuses from body to body. One for each thread at work; nothing of an article stays in it.
package final class MarkdownWorkspace {
    let memory = ParserMemory()
    var run = InlineRun()
    var html = ByteBuffer()

    /// Memory for the blocks of an ordinary article.
    package init() { run.reserve() }
}
