// SPDX-License-Identifier: Apache-2.0

import Facts

extension Tokens {
    /// The endpoints of this slice.
    static let routes: [Route] = [
        Route(
            .portal, "sharing/rest/generateToken", .sharingRestGenerateToken,
            "A portal token for a name and password; a server token for a portal token and serverUrl.",
            evidence: .documented("developers.arcgis.com/rest/users-groups-and-items/generate-token"),
            handler: PortalGenerateToken.answer),
        Route(
            .portal, "sharing/generateToken", .sharingGenerateToken,
            "The same endpoint without rest; accepts GET for the exchange and for web-tier logins.",
            evidence: .captured("\(Behavior.thread); docs/reference/sources.md#web-appbuilder"),
            handler: PortalGenerateToken.answer),
        Route(
            .server, "tokens/generateToken", .tokensGenerateToken,
            "A server token for a user of the server's own store.",
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/generate-token/"),
            handler: ServerGenerateToken.answer),
        Route(
            .server, "tokens", .tokensGenerateToken, "The HTML form of tokens/generateToken; it issues nothing.",
            evidence: .captured("Esri/esri-leaflet#851"), handler: ServerGenerateToken.form),
        Route(
            .server, "tokens/getToken", .tokensGenerateToken, "The older name of tokens/generateToken.",
            evidence: .documented("docs/reference/sources.md#vertigis-studio"),
            handler: ServerGenerateToken.getToken),
    ]
}
