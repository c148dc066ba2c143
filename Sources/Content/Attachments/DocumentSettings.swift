/// What site.yaml settles about documents beside articles.
package struct DocumentSettings: Sendable, Hashable {
    /// Endings of the files that are published where a text links to them.
    package var types: Set<String> = ["pdf", "csv"]
    /// Whether documents that name who made them are published all the same.
    package var allowsMetadata = false

    package init() {}

    /// What runs on a reader's machine, or in his browser under the outlet's name.
    static let refused: Set<String> = [
        "html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "svg", "xml", "xsl", "xslt", "js", "mjs", "cjs", "css",
        "wasm", "swf", "jar", "exe", "msi", "msix", "com", "bat", "cmd", "scr", "pif", "ps1", "psm1", "vbs", "vbe",
        "wsf", "hta", "lnk", "url", "reg", "cpl", "dll", "sys", "apk", "ipa", "app", "dmg", "pkg", "deb", "rpm",
        "appimage", "run", "sh", "bash", "zsh", "command", "desktop", "php", "phtml", "phar", "cgi", "pl", "py", "rb",
        "asp", "aspx", "jsp", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm", "potm", "iso", "img", "vhd",
    ]

    /// RFC 6838, by ending; `application/octet-stream` is what is downloaded and not shown.
    static func mediaType(_ ending: String) -> String { mediaTypes[ending] ?? "application/octet-stream" }

    private static let mediaTypes: [String: String] = [
        "pdf": "application/pdf", "csv": "text/csv", "tsv": "text/tab-separated-values", "txt": "text/plain",
        "json": "application/json", "geojson": "application/geo+json", "zip": "application/zip",
        "rtf": "application/rtf", "epub": "application/epub+zip", "ics": "text/calendar",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation",
        "mp3": "audio/mpeg", "m4a": "audio/mp4", "mp4": "video/mp4", "webm": "video/webm", "vtt": "text/vtt",
    ]
}
