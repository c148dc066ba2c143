import Content

/// Two files for nginx: maps for its `http` block, all else for its `server` block.
extension ServerRules {
    var nginxMaps: String {
        var text = "# In the http block, in front of the server block.\n"
        text += nginxRedirects
        text += "map $uri $sitegen_cache {\n    default \"\(headers.otherwise)\";\n"
        for (scope, value) in headers.caching {
            switch scope {
            case .file(let path): text += "    \"\(path)\" \"\(value)\";\n"
            case .folder(let path): text += "    \"~^\(path)\" \"\(value)\";\n"
            }
        }
        return text + "}\n"
    }

    var nginxServer: String {
        var text =
            "# In the server block. Its root holds this site" + (base == "/" ? ".\n" : " in the folder \(base)\n")
        for header in headers.everywhere { text += "add_header \(header.name) \"\(header.quotable)\" always;\n" }
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
        for status in [301, 302] {
            text += "    if ($sitegen_rule ~ \"^\(status) (?<sitegen_to>.+)$\") { return \(status) $sitegen_to; }\n"
        }
        text += "    if ($sitegen_rule = 410) { return 410; }\n}\n"
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
