// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension OIDCLogin {
    /// Redeems the code of a provider elsewhere, and signs in the member for whom it vouches.
    static func redeem(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int, _ settings: OIDCSettings,
        _ key: String, _ signIn: OAuthState.SignIn
    ) -> Outcome {
        guard let code = context.parameters.given("code") else {
            let error = context.parameters.given("error") ?? "none"
            return noProfile("no-code", "error \(error)", "a code of the provider")
        }
        let channel = OIDCBackChannel(settings: settings, errands: context.call.errands, now: context.now)
        let claims: JSON
        do throws(OIDCStop) {
            claims = .object(
                try channel.claims(
                    code: code, redirect: deployment.oidcCallback(portal: index, context), nonce: signIn.requestID,
                    verifier: signIn.verifier))
        } catch {
            switch error {
            case .awaits(let errand):
                var outcome = noProfile("no-answer", "none yet", "an answer of the provider")
                outcome.errand = errand
                return outcome
            case .refused(let cause, let found, let wouldPass): return noProfile(cause, found, wouldPass)
            }
        }
        guard let name = claims[settings.usernameClaim]?.text, !name.isEmpty,
            let identifier = claims[settings.identifierClaim]?.text, !identifier.isEmpty
        else {
            return noProfile(
                "missing-claim", "claims \((claims.members ?? []).map(\.name).joined(separator: " "))",
                "\(settings.usernameClaim) and \(settings.identifierClaim)")
        }
        let username = SAMLSignIn.username(of: name)
        context.caller = username
        switch member(&deployment, index, settings, claims, identifier, username) {
        case .failure(let refusal):
            let isInvitation = refusal.verdict.rule.id == EnterpriseLogin.Rules.invitationOnly.id
            return SAMLSignIn.refused(
                refusal.verdict,
                isInvitation
                    ? [
                        EnterpriseLogin.ErrorBodies.invitation,
                        EnterpriseLogin.ErrorBodies.names(identifier, username),
                    ] : [EnterpriseLogin.ErrorBodies.unable])
        case .success(let account):
            context.caller = deployment.portals[index].accounts[account].username
            deployment.portals[index].oauth.end(key)
            var outcome = Authorize.finish(&deployment, context, index, signIn, account)
            // By the cookie the portal knows at the end whose session it is.
            if settings.logoutEndpoint?.isEmpty == false {
                deployment.portals[index].oidcSessions.insert(account)
                outcome.fields.append(WebTier.esriAuth(&deployment, context, index, account, tier: "oidc"))
            }
            return outcome
        }
    }

    /// Returns the member whom the provider's own id names (4.9), or who has the name; or a new one where the portal is open.
    private static func member(
        _ deployment: inout Deployment, _ index: Int, _ settings: OIDCSettings, _ claims: JSON, _ identifier: String,
        _ username: String
    ) -> Result<Int, Refusal> {
        let accounts = deployment.portals[index].accounts
        let named = accounts.list.firstIndex {
            $0.provider == .enterprise && $0.nameID == identifier && !$0.isGone
        }
        if let number = named ?? accounts.number(named: username) {
            guard accounts[number].provider == .enterprise else {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.nameTaken,
                            facts: [.init("username", username), .init("provider", "arcgis")],
                            wouldPass: "a member whose provider is enterprise")))
            }
            // A member of one identifier is not another's, whatever name the provider gives.
            if let known = accounts[number].nameID, known != identifier {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.nameTaken,
                            facts: [.init("username", username), .init("idpUsername", known)],
                            wouldPass: "\(settings.identifierClaim) \(known)")))
            }
            guard !accounts[number].isDisabled else {
                return .failure(
                    Refusal(
                        Verdict(
                            Identity.Rules.disabledUser, facts: [.init("username", username)],
                            wouldPass: "the user after being enabled again")))
            }
            return .success(number)
        }
        guard settings.isOpen, !username.isEmpty else {
            return .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.invitationOnly,
                        facts: [.init("nameId", identifier), .init("username", username)],
                        wouldPass: "a member with that nameId or name, or signUpMode: \"automatic\"")))
        }
        let (role, type) = deployment.portals[index].standing(role: nil, licenseType: nil)
        deployment.portals[index].accounts.append(
            Account(
                username: username, password: "", provider: .enterprise, role: role,
                fullName: claims["name"]?.text ?? username,
                email: claims["email"]?.text ?? "\(username.prefix { $0 != "@" })@example.com", isDisabled: false,
                nameID: identifier, licenseType: type))
        return .success(deployment.portals[index].accounts.list.count - 1)
    }

    private static func noProfile(_ cause: String, _ found: String, _ wouldPass: String) -> Outcome {
        SAMLSignIn.refused(
            Verdict(
                EnterpriseLogin.Rules.noProfile, facts: [.init("fault", cause), .init("found", found)],
                wouldPass: wouldPass), [EnterpriseLogin.ErrorBodies.noProfile])
    }
}
