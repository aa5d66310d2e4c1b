// SPDX-License-Identifier: Apache-2.0

import Formats

/// A token as presented by a request, and where it was.
struct PresentedToken: Sendable, Hashable {
    enum Source: String, Sendable {
        case query, body
        case esriHeader = "X-Esri-Authorization"
        case authorization = "Authorization"
        case agstoken = "cookie agstoken"
        case esriAuth = "cookie esri_auth"
    }

    var string: String
    var source: Source

    /// The first of: query, body, `X-Esri-Authorization`, `Authorization`, the cookies
    /// (docs/reference/refusals.md#in-which-order-a-request-is-checked).
    ///
    /// Values are trimmed: QGIS sends a blank after the token. An empty `token=` counts as presented (arcgisutils
    /// NEWS).
    static func find(_ context: RequestContext) -> PresentedToken? {
        if let parameter = context.parameters.first("token") {
            return PresentedToken(string: parameter.value, source: parameter.source == .query ? .query : .body)
        }
        let fields = context.call.request.fields
        for (name, source) in [("x-esri-authorization", Source.esriHeader), ("authorization", .authorization)] {
            // Where a web server authenticates, that field belongs to it (HTTP header authentication guide).
            if source == .authorization, context.webTierAccount != nil { continue }
            if let value = fields[name], let bearer = PresentedToken.bearer(value) {
                return PresentedToken(string: bearer, source: source)
            }
        }
        guard let header = fields["cookie"] else { return nil }
        let cookies = Cookie.parse(header)
        if let token = cookies.first(where: { $0.name == "agstoken" })?.value, !token.isEmpty {
            return PresentedToken(string: token, source: .agstoken)
        }
        guard let value = cookies.first(where: { $0.name == "esri_auth" })?.value,
            let json = try? JSONReader.read(Array(Percent.decode(value).utf8)), let token = json["token"]?.text
        else { return nil }
        return PresentedToken(string: token, source: .esriAuth)
    }

    private static func bearer(_ value: String) -> String? {
        let words = value.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
