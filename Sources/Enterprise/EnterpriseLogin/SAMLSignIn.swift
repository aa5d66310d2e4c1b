// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// `oauth2/saml/signin`: receives the identity provider's response and trusts only what is signed.
enum SAMLSignIn {
    static func answer(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        guard let provider = deployment.portals[index].saml, !context.isGet else { return SignInDoor.unknown("") }
        let key = context.parameters.given("relaystate") ?? ""
        guard let signIn = deployment.portals[index].oauth.signIn(key, at: context.now) else {
            return SignInDoor.unknown(key)
        }
        let assertion: SAMLAssertion
        switch read(deployment, &context, index, provider) {
        case .failure(let refusal): return refused(refusal.verdict)
        case .success(let found): assertion = found
        }
        let audience = deployment.entityID(portal: index, context)
        let consumer = deployment.assertionConsumer(portal: index, context)
        let issuer = provider.external?.entityID ?? EnterpriseLogin.builtInEntityID
        if let verdict = assertion.refuse(
            issuer: issuer, audience: audience, recipient: consumer, inResponseTo: signIn.requestID, at: context.now)
        {
            return refused(verdict)
        }
        // After the checks of the assertion: an invalid one does not count as used.
        guard deployment.portals[index].consumed.insert(assertion.id).inserted else {
            return refused(
                Verdict(
                    EnterpriseLogin.Rules.replayed, facts: [.init("assertion", assertion.id)],
                    wouldPass: "a new response from the provider"))
        }
        let username = username(of: assertion.nameID) + provider.usernameSuffix
        context.caller = username
        switch member(&deployment, index, assertion.nameID, username, provider) {
        case .failure(let refusal): return refused(refusal.verdict, nameID: assertion.nameID, username: username)
        case .success(let account):
            context.caller = deployment.portals[index].accounts[account].username
            // Only a successful sign-in ends the attempt, so that a refused one can be repeated.
            deployment.portals[index].oauth.end(key)
            return Authorize.finish(&deployment, context, index, signIn, account)
        }
    }

    /// Returns the user name made of a NameID: letters, digits, `_`, `.` and `@` stay, anything else becomes `_`
    /// (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.5).
    private static func username(of nameID: String) -> String {
        String(nameID.map { $0.isLetter || $0.isNumber || "_.@".contains($0) ? $0 : "_" })
    }

    private static func read(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int, _ provider: SAMLProvider
    ) -> Result<SAMLAssertion, Refusal> {
        let allowsSHA1 = context.choice(.samlSHA1) == .pass
        func failure(_ rule: Rule, _ what: String) -> Result<SAMLAssertion, Refusal> {
            .failure(
                Refusal(
                    Verdict(rule, facts: [.init("found", what)], wouldPass: "the response as the provider signed it")))
        }
        // Browsers may break the text into lines.
        let string = (context.parameters.given("samlresponse") ?? "").utf8.filter { $0 > 32 }
        guard string.count <= 400_000 else { return failure(EnterpriseLogin.Rules.unreadable, "too much") }
        guard let bytes = Base64.decode(String(decoding: string, as: UTF8.self)), !bytes.isEmpty else {
            return failure(EnterpriseLogin.Rules.unreadable, "no base64")
        }
        let certificates = deployment.certificates(of: provider)
        let valid = certificates.filter { SigningKey.isValid($0, at: context.now.milliseconds) }
        if valid.isEmpty, !certificates.isEmpty {
            return .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.certificateExpired, facts: [.init("now", ISO8601.format(context.now))],
                        wouldPass: "the provider's new certificate in the portal's settings")))
        }
        do throws(XMLFailure) {
            let root = try XMLSignature.read(bytes)
            guard root.name == "Response", root.namespace == EnterpriseLogin.protocolNamespace else {
                return failure(EnterpriseLogin.Rules.unreadable, root.name)
            }
            let status = root.first("Status")?.first("StatusCode")?["Value"] ?? "none"
            guard status == EnterpriseLogin.success else { return failure(EnterpriseLogin.Rules.status, status) }
            if root.first("EncryptedAssertion") != nil {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.encrypted,
                            facts: [.init("encryptionSupported", "\(provider.wantsEncryption)")],
                            wouldPass: "an assertion that is not encrypted")))
            }
            if provider.wantsEncryption {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.unencrypted, facts: [.init("encryptionSupported", "true")],
                            wouldPass: "an encrypted assertion, or encryption turned off in the portal")))
            }
            let verified = try XMLSignature.verify(bytes, certificates: valid, allowsSHA1: allowsSHA1)
            guard let assertion = SAMLAssertion(verified) else {
                return failure(EnterpriseLogin.Rules.unreadable, "an assertion without id, subject or conditions")
            }
            return .success(assertion)
        } catch {
            let isRead = (try? XMLSignature.read(bytes)) != nil
            return failure(
                isRead ? EnterpriseLogin.Rules.signature : EnterpriseLogin.Rules.unreadable, error.description)
        }
    }

    /// Returns the member whom the provider knows by exactly that name, or a new one where the portal is open.
    private static func member(
        _ deployment: inout Deployment, _ index: Int, _ nameID: String, _ username: String, _ provider: SAMLProvider
    ) -> Result<Int, Refusal> {
        let accounts = deployment.portals[index].accounts
        let named = accounts.list.firstIndex { $0.provider == .enterprise && $0.nameID == nameID && !$0.isGone }
        if let named, !accounts[named].isDisabled { return .success(named) }
        if let number = accounts.number(named: username) {
            guard accounts[number].provider == .enterprise else {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.nameTaken,
                            facts: [.init("username", username), .init("provider", "arcgis")],
                            wouldPass: "a member whose provider is enterprise")))
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
        guard provider.isOpen, !username.isEmpty else {
            if let like = accounts.number(namedLike: username) {
                return .failure(
                    Refusal(
                        Verdict(
                            EnterpriseLogin.Rules.nameCase,
                            facts: [.init("nameId", nameID), .init("spelt", accounts[like].username)],
                            wouldPass: "the NameID \(accounts[like].username)")))
            }
            return .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.invitationOnly,
                        facts: [.init("nameId", nameID), .init("username", username)],
                        wouldPass: "a member with exactly that name, or signUpMode: \"automatic\"")))
        }
        deployment.portals[index].accounts.append(
            Account(
                username: username, password: "", provider: .enterprise, role: "org_user", fullName: username,
                email: "\(username.prefix { $0 != "@" })@example.com", isDisabled: false, nameID: nameID))
        return .success(deployment.portals[index].accounts.list.count - 1)
    }

    private static func refused(_ verdict: Verdict, nameID: String = "", username: String = "") -> Outcome {
        let messages =
            switch verdict.rule.id {
            case EnterpriseLogin.Rules.invitationOnly.id:
                [EnterpriseLogin.ErrorBodies.invitation, EnterpriseLogin.ErrorBodies.names(nameID, username)]
            case EnterpriseLogin.Rules.encrypted.id: [EnterpriseLogin.ErrorBodies.encrypted]
            case EnterpriseLogin.Rules.unencrypted.id: [EnterpriseLogin.ErrorBodies.unencrypted]
            default: [EnterpriseLogin.ErrorBodies.unable]
            }
        return refused(verdict, messages)
    }

    /// Returns the portal's page with what it says of a failed sign-in.
    static func refused(_ verdict: Verdict, _ messages: [String]) -> Outcome {
        let lines = messages.map { "<p class=\"error\">\(Page.text($0))</p>" }
        var outcome = Outcome.page(
            Page(title: "Error: \(messages.first ?? "")", body: "<h1>Error</h1>\n\(lines.joined(separator: "\n"))"))
        outcome.verdict = [verdict]
        return outcome
    }
}

extension Deployment {
    /// Returns the provider's certificates known to the portal, in PEM. A key that was never created has signed
    /// nothing.
    func certificates(of provider: SAMLProvider) -> [String] {
        if let external = provider.external { return Array(external.certificates.prefix(1)) }
        // The provider's metadata name another key first, and only the first counts (Esri/idp, guide for Shibboleth).
        if provider.faults.contains(.otherKeyFirst) {
            return [SigningKey.made(2)?.certificate].compactMap(\.self)
        }
        guard let key = SigningKey.made(0) else { return [] }
        return [provider.faults.contains(.expiredCertificate) ? key.expiredCertificate : key.certificate]
    }
}
