// SPDX-License-Identifier: Apache-2.0

import Formats

/// `oauth2/signout`: removes the cookie, and redirects the browser to a registered URI of the app, if it names one.
enum SignOut {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        let gone = Response.Field("Set-Cookie", "esri_auth=; Path=/; Max-Age=0")
        let clientID = context.parameters.given("client_id") ?? ""
        if let redirect = context.parameters.given("redirect_uri"),
            let app = deployment.portals[index].apps.firstIndex(where: { $0.clientID == clientID }),
            RedirectURI.isAllowed(redirect, deployment.redirectURIs(portal: index, app: app, context))
        {
            return Outcome(body: .redirect(redirect), fields: [gone])
        }
        var outcome = Outcome.page(Page(title: "Signed out", body: "<h1>You are signed out</h1>"))
        outcome.fields = [gone]
        return outcome
    }
}
