import Content

/// `.htaccess`, for Apache and the shared hosts that run it.
extension ServerRules {
    var apache: String {
        var text = """
            Options -Indexes
            DirectoryIndex \(Self.indexes.joined(separator: " "))
            ErrorDocument 404 \(href(FixedPaths.notFound))
            AddDefaultCharset utf-8
            AddCharset utf-8 .css .js .json .xml .txt
            AddType application/manifest+json .webmanifest

            """
        if hasGone { text += "ErrorDocument 410 \(href(FixedPaths.gone))\n" }
        text += apacheHeaders
        text += """
            <IfModule mod_deflate.c>
            AddOutputFilterByType DEFLATE text/html text/css text/plain text/xml application/xml application/javascript text/javascript application/json application/manifest+json image/svg+xml
            </IfModule>

            """
        return text + apacheRewrites
    }

    private var apacheHeaders: String {
        var text = "<IfModule mod_headers.c>\n"
        // A `%` begins what Apache itself puts there.
        for header in headers.everywhere {
            text += "Header always set \(header.name) \"\(header.quotable.replacing("%", with: "%%"))\"\n"
        }
        text += "Header always set Cache-Control \"\(headers.otherwise)\"\n"
        for (scope, value) in headers.caching.reversed() {
            let pattern =
                switch scope {
                case .file(let path): "^\(escaped(path))$"
                case .folder(let path): "^\(escaped(path))"
                }
            text += "<If \"%{REQUEST_URI} =~ m#\(pattern)#\">\nHeader always set Cache-Control \"\(value)\"\n</If>\n"
        }
        return text + "</IfModule>\n"
    }

    /// Apache matches a path that is decoded already, so both cases of its escapes are one; the bytes that are no ASCII
    /// stand here as `\xD8`.
    private var apacheRewrites: String {
        var text = "<IfModule mod_rewrite.c>\nRewriteEngine On\n"
        text += "RewriteRule ^_servers/ - [R=404,L]\n"
        text += "RewriteRule ^(_headers|_redirects|\\.htaccess|\\.sitegen-manifest)$ - [R=404,L]\n"
        for rule in redirects.queries {
            for parameter in rule.from.query {
                let value = parameter.value.utf8.map(either).joined()
                text += "RewriteCond %{QUERY_STRING} \"(?:^|&)\(parameter.name)=\(value)(?:&|$)\"\n"
            }
            text += "RewriteRule \"^\(pattern(rule.from.path.text))$\" \(apacheAnswer(rule.answer))\n"
        }
        for rule in redirects.whole {
            text += "RewriteRule \"^\(pattern(rule.from.path.text))$\" \(apacheAnswer(rule.answer))\n"
        }
        for (depth, rules) in starsByDepth {
            // The rest as it was sent, which is encoded already, and never with a slash before it.
            let condition =
                "RewriteCond %{THE_REQUEST} \"^[^ ]+ (?:/+[^/? ]+){\(depth)}(?:/+([^/?\\x5C ][^? ]*))?\"\n"
            for rule in rules {
                if rule.answer.carriesRest { text += condition }
                let folder = escaped(String(rule.from.path.text.dropLast()))
                text += "RewriteRule \"^\(folder)(?:/|$)\" \(apacheAnswer(rule.answer, rest: "%1"))\n"
            }
        }
        // A folder without a page is nothing to readers, and no secret.
        text += "RewriteCond %{REQUEST_FILENAME} -d\n"
        for index in Self.indexes { text += "RewriteCond %{REQUEST_FILENAME}/\(index) !-f\n" }
        text += "RewriteRule ^ - [R=404,L]\n"
        return text + "</IfModule>\n"
    }

    private func apacheAnswer(_ answer: Redirects.Answer, rest: String = "") -> String {
        guard let target = answer.target else { return "- [G,L]" }
        return "\"\(literal(href(target)))\(answer.carriesRest ? rest : "")\" [R=\(answer.status),L,NE,QSD]"
    }

    /// A byte of a query as a regular expression, bare or encoded.
    private func either(_ byte: UInt8) -> String {
        let hex = String(byte, radix: 16, uppercase: true)
        let digits = (hex.utf8.count < 2 ? "0" + hex : hex).map { $0.isLetter ? "[\($0)\($0.lowercased())]" : "\($0)" }
        let sent = byte == UInt8(ascii: " ") ? "|\\+" : byte < 0x80 ? "|\(escaped(String(Unicode.Scalar(byte))))" : ""
        return "(?:%\(digits.joined())\(sent))"
    }

    private func pattern(_ path: String) -> String {
        path.hasSuffix("/") ? escaped(String(path.dropLast())) + "/?" : escaped(path)
    }

    /// A regular expression of ASCII that matches the bytes of `text`.
    private func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(4 * text.utf8.count)
        let hex = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                output.append(byte)
            default:
                output += [UInt8(ascii: "\\"), UInt8(ascii: "x"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// In a substitution `%` would name a part of a condition.
    private func literal(_ path: String) -> String {
        var output: [UInt8] = []
        for byte in path.utf8 {
            if byte == UInt8(ascii: "%") { output.append(UInt8(ascii: "\\")) }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }
}
