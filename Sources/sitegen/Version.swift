import Markdown

/// What `--version` prints; caches and manifests name it, so that another version takes nothing over.
let programVersion = "sitegen 1.0.0 (libcmark \(Markdown.libraryVersion))"
