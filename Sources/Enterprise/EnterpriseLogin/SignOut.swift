// SPDX-License-Identifier: Apache-2.0

import Formats

/// `oauth2/signout`: removes the cookie, and redirects the browser to a registered URI of the app, if it names one; by way of
/// the identity provider where that is to know.
enum SignOut {
    static let gone = Response.Field("Set-Cookie", "esri_auth=; Path=/; Max-Age=0")

    /// The page at the end.
    static var done: Outcome {
        var outcome = Outcome.page(Page(title: "Signed out", body: "<h1>You are signed out</h1>"))
        outcome.fields = [gone]
        return outcome
    }

    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        guard case .portal(let index) = context.site else { return .ready(.page(Page.notFound)) }
        let clientID = context.parameters.given("client_id") ?? ""
        var next: String?
        if let redirect = context.parameters.given("redirect_uri"),
            let app = deployment.portals[index].apps.firstIndex(where: { $0.clientID == clientID }),
            RedirectURI.isAllowed(redirect, deployment.redirectURIs(portal: index, app: app, context))
        {
            next = redirect
        }
        if let away = SAMLSignOut.begin(&deployment, &context, index, next: next) { return away }
        if let away = OIDCSignOut.begin(&deployment, &context, index) { return .ready(away) }
        return .ready(next.map { Outcome(body: .redirect($0), fields: [gone]) } ?? done)
    }
}
