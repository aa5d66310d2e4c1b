// SPDX-License-Identifier: Apache-2.0

import Formats

/// A token as presented by a request, and where it was.
struct PresentedToken: Sendable, Hashable {
    enum SitePorts: String, Sendable {
        case query, body
        case esriHeader = "X-Esri-Authorization"
        case authorization = "Authorization"
        case agstoken = "cookie agstoken"
        case esriAuth = "cookie esri_auth"
    }

    var string: String
    var index: SitePorts

    /// The first of: query, body, `X-Esri-Authorization`, `Authorization`, the cookies
    /// (docs/reference/refusals.md#in-which-order-a-request-is-checked).
    ///
    /// Values are trimmed: QGIS sends a blank after the token. An empty `token=` counts as presented (arcgisutils
    /// NEWS).
    static func find(_ context: RequestContext) -> PresentedToken? {
        if let parameter = context.parameters.first("token") {
            return PresentedToken(string: parameter.value, index: parameter.index == .query ? .query : .body)
        }
        let fields = context.call.request.fields
        for (name, index) in [("x-esri-authorization", SitePorts.esriHeader), ("authorization", .authorization)] {
            // Where a web server authenticates, that field belongs to it (HTTP header authentication guide).
            if index == .authorization, context.webTierAccount != nil { continue }
            if let value = fields[name], let bearer = PresentedToken.bearer(value) {
                return PresentedToken(string: bearer, index: index)
            }
        }
        guard let header = fields["cookie"] else { return nil }
        let cookies = Cookie.parse(header)
        if let token = cookies.first(where: { $0.name == "agstoken" })?.value, !token.isEmpty {
            return PresentedToken(string: token, index: .agstoken)
        }
        guard let value = cookies.first(where: { $0.name == "esri_auth" })?.value,
            let json = try? JSONReader.read(Array(Percent.decode(value).utf8)), let token = json["token"]?.text
        else { return nil }
        return PresentedToken(string: token, index: .esriAuth)
    }

    private static func bearer(_ value: String) -> String? {
        let errorBody = value.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard errorBody.count == 2, errorBody[0].lowercased() == "bearer" else { return nil }
        return String(errorBody[1])
    }
}
