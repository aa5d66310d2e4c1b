// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// An encoder that applies format, callback and header fields to an endpoint's decision: the last step of every answer,
/// including errors.
struct ResponseEncoder: Sendable {
    let kind: SiteKind
    let format: Format
    let callback: String?
    let serverMediaType: Choice
    /// A Boolean value that indicates whether the answer is from the administrator directory.
    var isAdmin = false
    /// A Boolean value that indicates whether the request arrived over TLS.
    var isSecure = false
    /// A Boolean value that indicates whether a server writes an empty Server field.
    var hasServerField = false
    /// The style of the JSON.
    var style = JSONWriter.Style.server
    /// The cookies that the site sets besides those of the endpoint, and what its web server answers to a ticket.
    var cookies: [Response.Field] = []
    let path: String
    /// The query of the request, which links to other formats keep; `nil` of a form that was posted.
    var query: String?
    /// The place of the answer in a services directory, if it can be a page there.
    var location: DirectoryLocation?
    /// A Boolean value that indicates whether it is the sharing API of ArcGIS Online of 2024, whose header fields were
    /// captured whole (docs/reference/sharing.md#g2).
    var isOnlineSharing = false
    /// The value of `Access-Control-Allow-Origin`: the request's Origin if it is allowed.
    let allowedOrigin: String?
    /// A Boolean value that indicates whether a page of that origin may send cookies.
    var allowsCredentials = true
    /// A Boolean value that indicates whether the explaining header is written.
    let explains: Bool
    let quirks: [Behavior]
    /// The Date field.
    let date: String

    static let header = "X-Mock-Portal-Because"

    func encode(_ outcome: Outcome) -> Answer.Sent {
        var fields: [Response.Field] = []
        fields.reserveCapacity(10)
        var status = outcome.status
        var body: [UInt8] = []
        var type = "text/html;charset=utf-8"
        switch outcome.body {
        case .redirect(let location):
            status = 302
            fields.append(.init("Location", location))
        case .page(let page): body = page.html
        case .bytes(let bytes, let given): (body, type) = (bytes, given)
        case .json(let json): (body, type) = written(json, isAlwaysJSON: outcome.isAlwaysJSON)
        case .written(let json): (body, type) = encoded(json, isAlwaysJSON: outcome.isAlwaysJSON)
        }
        fields.append(.init("Content-Type", type))
        fields += outcome.fields
        fields += cookies
        caching(outcome, &fields)
        crossOrigin(&fields)
        fields.append(.init("Date", date))
        // The field is present and empty in captures of ArcGIS Server 10.5.1.
        if hasServerField { fields.append(.init("Server", "")) }
        if explains, !outcome.verdict.isEmpty || !quirks.isEmpty {
            // An answer that is not JSON was not shaped by the media type of JSON.
            let shaping = quirks.filter { $0 != .serverMediaType || type == mediaType }
            let ids = outcome.verdict.map(\.rule.id) + shaping.map { "quirk.\($0.rawValue)" }
            if !ids.isEmpty { fields.append(.init(ResponseEncoder.header, ids.joined(separator: ", "))) }
        }
        return Answer.Sent(
            response: Response(status: status, fields: fields, body: body), verdict: outcome.verdict,
            delay: outcome.delay)
    }

    /// Returns JSON that is already encoded; `f=json` and a callback use it as it is.
    private func encoded(_ json: [UInt8], isAlwaysJSON: Bool) -> ([UInt8], String) {
        if let callback, format != .html, let body = JSONWriter.jsonp(written: json, callback: callback) {
            return (body, ResponseEncoder.script)
        }
        if format == .json || format == .geojson { return (json, mediaType) }
        return written((try? JSONReader.read(json)) ?? .null, isAlwaysJSON: isAlwaysJSON)
    }

    /// Captured at 10.6; earlier releases use a text type.
    private static let script = "application/javascript;charset=utf-8"

    private func written(_ json: JSON, isAlwaysJSON: Bool) -> ([UInt8], String) {
        if let callback, format != .html, let body = JSONWriter.jsonp(json, callback: callback, style: style) {
            return (body, ResponseEncoder.script)
        }
        switch format {
        case .html where isAlwaysJSON, .other where isAlwaysJSON:
            return (JSONWriter.json(json, style: style), mediaType)
        case .html, .other:
            let page =
                location.map { ServicesPage.page(json, at: $0) } ?? Directory.page(json, path: path, query: query)
            return (page.html, "text/html;charset=utf-8")
        case .pjson: return (JSONWriter.pjson(json, style: style), mediaType)
        case .json, .geojson: return (JSONWriter.json(json, style: style), mediaType)
        }
    }

    /// The media type of JSON. A portal sends `text/plain` (Kotlin toolkit's recordings); a server's depends on its
    /// release.
    private var mediaType: String {
        // Captured in uppercase at the administrator directory of 10.5.1.
        if isAdmin { return "text/plain;charset=UTF-8" }
        return isOnlineSharing || kind == .server && serverMediaType == .json
            ? "application/json;charset=utf-8" : "text/plain;charset=utf-8"
    }

    private func caching(_ outcome: Outcome, _ fields: inout [Response.Field]) {
        let isRefusal = !outcome.verdict.isEmpty
        if isOnlineSharing, case .dependsOnToken = outcome.caching {
            fields += [
                .init("Cache-Control", "no-cache"), .init("Pragma", "no-cache"), .init("Expires", "-1"),
                .init("Vary", "Origin"), .init("X-Content-Type-Options", "nosniff"),
            ]
            if isSecure { fields.append(.init("Strict-Transport-Security", "max-age=31536000")) }
            return
        }
        switch (outcome.caching, kind) {
        case (.tokenDispenser, .portal), (.anybody, .portal):
            fields.append(.init("Cache-Control", "no-cache"))
            fields.append(.init("Pragma", "no-cache"))
            fields.append(.init("Expires", "-1"))
        case (.oauth, _):
            fields.append(.init("Cache-Control", "no-cache, no-store, must-revalidate"))
            fields.append(.init("Pragma", "no-cache"))
            fields.append(.init("Expires", "0"))
            if isSecure { fields.append(.init("Strict-Transport-Security", "max-age=31536000")) }
        case (.anybody, _) where !isRefusal:
            fields.append(.init("Cache-Control", "no-cache"))
        default:
            // Not captured. QGIS caches answers by URL alone and would replay a 499 to a request that has a token.
            fields.append(.init("Cache-Control", "no-store"))
        }
        let vary =
            kind == .server
            ? "Origin" : outcome.caching == .anybody ? "Origin, Accept-Encoding" : "X-Esri-Authorization"
        fields.append(.init("Vary", vary))
        if kind == .portal { fields.append(.init("X-Content-Type-Options", "nosniff")) }
    }

    /// Adds the CORS fields to every answer, including errors: browsers hide answers without them.
    private func crossOrigin(_ fields: inout [Response.Field]) {
        guard let allowedOrigin else { return }
        fields.append(.init("Access-Control-Allow-Origin", allowedOrigin))
        if allowsCredentials { fields.append(.init("Access-Control-Allow-Credentials", "true")) }
        fields.append(.init("Access-Control-Expose-Headers", ResponseEncoder.header))
    }
}
