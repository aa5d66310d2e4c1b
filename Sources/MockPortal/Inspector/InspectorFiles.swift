// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The inspector's own files: `/_mock/` and what is below `/_mock/inspector/`. They hold no data, and ask for all of it.
enum InspectorFiles {
    /// Nothing of elsewhere is loaded, asked or embedded, and no text of a page is a script.
    static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

    private struct File {
        var bytes: [UInt8]
        var type: String
        var tag: String
    }

    private static let files: [String: File] = Dictionary(
        uniqueKeysWithValues: EmbeddedPages.names.map { name in
            let bytes = EmbeddedPages.read(name) ?? []
            // Weak, for the same file is also sent compressed.
            let tag = "W/\"\(Hex.encode(Digest.sha256(bytes)).prefix(24))\""
            return (name, File(bytes: bytes, type: type(of: name), tag: tag))
        })

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html;charset=utf-8"
        case "css": "text/css;charset=utf-8"
        case "js": "text/javascript;charset=utf-8"
        case "svg": "image/svg+xml"
        case "ico": "image/x-icon"
        default: "application/octet-stream"
        }
    }

    /// Returns the answer to a request for one of the files, or `nil` if it is for something else.
    static func answer(_ request: Request) -> Response? {
        guard request.method == "GET" || request.method == "HEAD" else { return nil }
        switch request.target.path {
        case "/": return isByPerson(request) ? redirect("/_mock/") : nil
        case "/_mock": return redirect("/_mock/")
        case "/_mock/": return file("index.html", request)
        case "/favicon.ico": return file("favicon.ico", request)
        default:
            let segments = request.target.segments
            guard segments.count == 3, segments[0] == "_mock", segments[1] == "inspector", segments[2] != "index.html"
            else { return nil }
            return file(segments[2], request)
        }
    }

    /// A client that asks for `/` wants to know what is there: nothing. A browser's user wants to go on.
    private static func isByPerson(_ request: Request) -> Bool {
        request.fields.all("accept").contains { $0.contains("text/html") }
    }

    private static func redirect(_ path: String) -> Response {
        Response(status: 302, fields: [.init("Location", path), .init("Cache-Control", "no-store")])
    }

    private static func file(_ name: String, _ request: Request) -> Response? {
        guard let file = files[name] else { return nil }
        let isKnown = request.fields.all("if-none-match").contains { $0.contains(file.tag) }
        return Response(
            status: isKnown ? 304 : 200,
            fields: [
                .init("Content-Type", file.type), .init("ETag", file.tag),
                // Another version may be served here at the next start.
                .init("Cache-Control", "no-cache"), .init("Content-Security-Policy", policy),
                .init("X-Content-Type-Options", "nosniff"), .init("Referrer-Policy", "no-referrer"),
                .init("Cross-Origin-Opener-Policy", "same-origin"),
            ], body: file.bytes)
    }
}
