import Content

/// Two files for nginx: maps for its `http` block, all else for its `server` block.
extension ServerRules {
    /// Matched against the request as it was sent: nginx compares a map's keys without regard to case, so that `%d8`
    /// and `%D8` are one.
    var nginxMaps: String {
        var text = "# In the http block, in front of the server block.\n"
        let longest = (redirects.moves.map(\.from) + redirects.gone).map { href($0).utf8.count }.max() ?? 0
        var bucket = 128
        while bucket < longest + 64 { bucket *= 2 }
        let count = 2 * (redirects.moves.count + redirects.gone.count)
        var size = 2048
        while size < 2 * count { size *= 2 }
        text += "map_hash_bucket_size \(bucket);\nmap_hash_max_size \(size);\n"
        text += "map $request_uri $sitegen_path {\n    \"~^(?<sitegen_bare>[^?]*)\" $sitegen_bare;\n}\n"
        text += "map $sitegen_path $sitegen_redirect {\n    default \"\";\n"
        for move in redirects.moves {
            for key in nginxKeys(href(move.from)) { text += "    \"\(key)\" \"\(href(move.to))\";\n" }
        }
        text += "}\nmap $sitegen_path $sitegen_gone {\n    default \"\";\n"
        for path in redirects.gone {
            for key in nginxKeys(href(path)) { text += "    \"\(key)\" 1;\n" }
        }
        text += "}\nmap $uri $sitegen_cache {\n    default \"\(headers.otherwise)\";\n"
        for (scope, value) in headers.caching {
            switch scope {
            case .file(let path): text += "    \"\(path)\" \"\(value)\";\n"
            case .folder(let path): text += "    \"~^\(path)\" \"\(value)\";\n"
            }
        }
        return text + "}\n"
    }

    /// With and without the slash at its end.
    private func nginxKeys(_ path: String) -> [String] {
        path.hasSuffix("/") && path != "/" ? [path, String(path.dropLast())] : [path]
    }

    var nginxServer: String {
        var text =
            "# In the server block. Its root holds this site" + (base == "/" ? ".\n" : " in the folder \(base)\n")
        for header in headers.everywhere { text += "add_header \(header.name) \"\(header.value)\" always;\n" }
        text += """
            add_header Cache-Control $sitegen_cache always;
            index \(Self.indexes.joined(separator: " "));
            absolute_redirect off;
            charset utf-8;
            charset_types text/xml text/plain text/css application/javascript application/json;
            gzip on;
            gzip_vary on;
            gzip_min_length 512;
            gzip_types text/css text/xml text/plain application/javascript application/json application/manifest+json image/svg+xml;
            error_page 404 \(href(FixedPaths.notFound));
            error_page 403 =404 \(href(FixedPaths.notFound));

            """
        if hasGone { text += "error_page 410 \(href(FixedPaths.gone));\n" }
        text += "location \(base) {\n"
        text += "    if ($sitegen_redirect != \"\") { return 301 $sitegen_redirect; }\n"
        text += "    if ($sitegen_gone != \"\") { return 410; }\n}\n"
        text += "location = \(href(FixedPaths.notFound)) { }\n"
        if hasGone { text += "location = \(href(FixedPaths.gone)) { }\n" }
        text += "location = \(href(FixedPaths.webManifest)) { types { } default_type application/manifest+json; }\n"
        text += "location ^~ \(base)\(Self.folder) { return 404; }\n"
        for path in Self.hidden { text += "location = \(base)\(path) { return 404; }\n" }
        return text
    }

    /// What hosts read and readers do not.
    static let hidden = ["_headers", "_redirects", ".htaccess", ".sitegen-manifest"]
}
