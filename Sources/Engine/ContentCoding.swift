// SPDX-License-Identifier: Apache-2.0

internal import Formats

/// The gzip content coding (RFC 9110 section 8.4.1.3), applied when a client accepts it.
package enum ContentCoding {
    /// Applies a false content coding to a response of any length.
    static func code(_ response: inout Response, as misencoding: Misencoding) {
        response.fields.removeAll { ASCII.equal($0.name, "content-encoding") }
        if misencoding != .undeclared { response.fields.append(.init("Content-Encoding", "gzip")) }
        guard misencoding != .pretended else { return }
        response.body = Compression.gzip.compress(response.body)
    }

    /// The smallest body worth compressing, in bytes.
    static let worthwhile = 512

    /// Compresses the body of a textual response if the request accepts gzip and the result is smaller.
    static func code(_ response: inout Response, for request: Request) {
        guard response.body.count >= worthwhile, accepts(request), isText(response) else { return }
        guard let coded = Compression.gzip.compress(response.body, within: response.body.count) else { return }
        response.body = coded
        response.fields.append(.init("Content-Encoding", "gzip"))
        response.fields.append(.init("Vary", "Accept-Encoding"))
    }

    private static func isText(_ response: Response) -> Bool {
        guard let type = response.fields.first(where: { ASCII.equal($0.name, "content-type") })?.value else {
            return false
        }
        return type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("application/javascript")
            || type.hasPrefix("application/geo+json")
    }

    /// What curl, Python, node, browsers and Java send: every request does, and reading a list takes as long as the rest
    /// of the head.
    private static let usual: Set = [
        "gzip", "gzip, deflate", "deflate, gzip", "gzip,deflate", "gzip, deflate, br", "gzip, deflate, br, zstd",
        "deflate, gzip, br, zstd", "br, gzip, deflate",
    ]

    /// Returns whether a request accepts gzip: `gzip` or `*` with a weight other than 0 (RFC 9110 section 12.5.3).
    static func accepts(_ request: Request) -> Bool {
        guard let first = request.fields["accept-encoding"] else { return false }
        if usual.contains(first) { return true }
        var any: Bool?
        for header in request.fields.all("accept-encoding") {
            for item in header.split(separator: ",") {
                let parts = item.split(separator: ";").map { ASCII.trimmed($0).lowercased() }
                guard let coding = parts.first else { continue }
                let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
                if coding == "gzip" || coding == "x-gzip" { return weight > 0 }
                if coding == "*" { any = weight > 0 }
            }
        }
        return any ?? false
    }
}
