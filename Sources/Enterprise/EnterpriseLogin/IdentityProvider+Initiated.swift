// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension IdentityProvider {
    /// `initiated`: sign-in at the provider first. `loginToRp` is the portal's entity id, as at ADFS; the response answers no
    /// request of the portal's, and goes to `saml/signin2`.
    static func initiated(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        let entityID = context.parameters.given("loginToRp".lowercased()) ?? ""
        guard let portal = portal(of: entityID, deployment, context), let provider = deployment.portals[portal].saml
        else {
            return .ready(
                error(
                    Verdict(
                        EnterpriseLogin.Rules.badRequest, facts: [.init("loginToRp", entityID)],
                        wouldPass: "loginToRp with the entity id of a portal here")))
        }
        let relayState = context.parameters.given("relaystate") ?? ""
        let fields = [("loginToRp", entityID), ("RelayState", relayState)]
        guard context.parameters.given("username") != nil else {
            return .ready(.page(form("initiated", fields, error: nil)))
        }
        switch check(deployment, &context, portal) {
        case .failure(let refusal): return .ready(wrong("initiated", fields, refusal.verdict))
        case .success(let number):
            let account = deployment.portals[portal].accounts[number]
            let asked = Asked(portal: portal, id: nil, string: "", relayState: relayState, isDeflated: false)
            return respond(&deployment, context, asked, provider, account)
        }
    }
}
