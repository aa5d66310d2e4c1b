// SPDX-License-Identifier: Apache-2.0

package import Facts

/// The reactions of released clients to a refusal, recorded from the clients themselves or read in their sources.
package enum ClientReactions {
    private static let invalidToken = [
        "arcgis-rest-js 4: ArcGISAuthError 498; one refresh and one more try, none for a token of a server",
        "ArcGIS API for Python 2.4: repeats the request without the token and never sends it to that URL again",
        "JS API: asks to sign in", "esri-leaflet 3: event authenticationrequired, and the request waits",
        "QGIS 3: the layer is invalid, Error 498: Invalid Token",
        "bmi-arcgis-restapi 2.4: RestAPIException with code 498",
    ]
    private static let tokenRequired = [
        "arcgis-rest-js 4: ArcGISAuthError 499; one refresh and one more try",
        "ArcGIS API for Python 2.4: gets a server token, else raises Token Required (Error Code: 499)",
        "JS API: reads rest/info, exchanges the portal's token, else asks to sign in",
        "esri-leaflet 3: event authenticationrequired, and the request waits",
        "QGIS 3: the layer is invalid, Error 499: Token Required", "GDAL 3: does not open it, and shows no message",
    ]
    private static let notAllowed = [
        "arcgis-rest-js 4: ArcGISRequestError with the code or messageCode",
        "JS API: asks to sign in as somebody else, unless messageCode is COM_0056, COM_0057 or SB_0008",
        "ArcGIS API for Python 2.4: raises the message (Error Code: 403)",
    ]
    private static let noToken = [
        "arcgis-rest-js 4: ArcGISTokenRequestError TOKEN_REFRESH_FAILED: 400: Unable to generate token.",
        "ArcGIS API for Python 2.4 (use_gen_token): raises the whole answer, details and all",
        "JS API: the sign-in dialog stays and names an invalid user",
    ]
    private static let directory = [
        "requests-arcgis-auth, Chef and Puppet read status, messages and code; there is no error object",
        "ArcGIS API for Python 2.4: takes it for an answer, and misses the keys it wants (KeyError)",
    ]

    /// Returns the reactions to a rule, one line per client; empty where nothing is known.
    package static func make(of rule: Rule) -> [String] {
        let own = rule.clients.map { [$0] } ?? []
        let slice = rule.id.prefix { $0 != "." }
        switch (rule.id, slice) {
        case (Tokens.Rules.required.id, _): return own + tokenRequired
        case (_, "token"), (_, "federation"): return own + invalidToken
        case (_, "access"), (Administration.Rules.notPortalAdministrator.id, _): return own + notAllowed
        case (_, "generate-token"): return own + noToken
        case (_, "admin"): return own + directory
        default: return own
        }
    }
}
