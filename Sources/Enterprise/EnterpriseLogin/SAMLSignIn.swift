import Facts
import Formats
import Trust

/// `oauth2/saml/signin`: the response of the identity provider, believed only as far as it is signed.
enum SAMLSignIn {
    static func answer(_ deployment: inout Deployment, _ visit: inout Visit) -> Outcome {
        guard case .portal(let place) = visit.site else { return .page(Page.notFound) }
        guard let provider = deployment.portals[place].saml, !visit.isGet else { return SignInDoor.unknown("") }
        let key = visit.parameters.given("relaystate") ?? ""
        guard let signIn = deployment.portals[place].oauth.signIn(key, at: visit.now) else {
            return SignInDoor.unknown(key)
        }
        let assertion: SAMLAssertion
        switch read(deployment, visit, place, provider) {
        case .failure(let refusal): return refused(refusal.because)
        case .success(let found): assertion = found
        }
        let audience = deployment.entityID(portal: place, visit)
        let consumer = deployment.assertionConsumer(portal: place, visit)
        let issuer = provider.external?.entityID ?? EnterpriseLogin.builtInEntityID
        if let because = assertion.refuse(
            issuer: issuer, audience: audience, recipient: consumer, inResponseTo: signIn.requestID, at: visit.now)
        {
            return refused(because)
        }
        guard deployment.portals[place].consumed.insert(assertion.id).inserted else {
            return refused(
                Because(
                    EnterpriseLogin.Rules.replayed, facts: [.init("assertion", assertion.id)],
                    wouldPass: "a new response of the provider"))
        }
        let username = assertion.nameID + provider.usernameSuffix
        visit.caller = username
        switch member(&deployment, place, username, provider) {
        case .failure(let refusal): return refused(refusal.because, invitation: true)
        case .success(let account):
            deployment.portals[place].oauth.end(key)
            return Authorize.finish(&deployment, visit, place, signIn, account)
        }
    }

    private static func read(
        _ deployment: Deployment, _ visit: Visit, _ place: Int, _ provider: SAMLProvider
    ) -> Result<SAMLAssertion, Refusal> {
        func failure(_ rule: Rule, _ what: String) -> Result<SAMLAssertion, Refusal> {
            .failure(
                Refusal(
                    Because(rule, facts: [.init("found", what)], wouldPass: "the response as the provider signed it")))
        }
        // Browsers may fold the letters.
        let letters = (visit.parameters.given("samlresponse") ?? "").utf8.filter { $0 > 32 }
        guard letters.count <= 400_000 else { return failure(EnterpriseLogin.Rules.unreadable, "too much") }
        guard let bytes = Base64.decode(String(decoding: letters, as: UTF8.self)), !bytes.isEmpty else {
            return failure(EnterpriseLogin.Rules.unreadable, "no base64")
        }
        let certificates = deployment.certificates(of: provider)
        let valid = certificates.filter { SigningKey.isValid($0, at: visit.now.milliseconds) }
        if valid.isEmpty, !certificates.isEmpty {
            return .failure(
                Refusal(
                    Because(
                        EnterpriseLogin.Rules.certificateExpired, facts: [.init("now", ISO8601.format(visit.now))],
                        wouldPass: "the provider's new certificate in the portal's settings")))
        }
        do throws(XMLFailure) {
            let root = try XMLSignature.read(bytes)
            guard root.name == "Response", root.namespace == EnterpriseLogin.protocolNamespace else {
                return failure(EnterpriseLogin.Rules.unreadable, root.name)
            }
            let status = root.first("Status")?.first("StatusCode")?["Value"] ?? "none"
            guard status == EnterpriseLogin.success else { return failure(EnterpriseLogin.Rules.status, status) }
            let verified = try XMLSignature.verify(bytes, certificates: valid)
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

    /// The member of that name, in that very case; where the portal is open, one who is new.
    private static func member(
        _ deployment: inout Deployment, _ place: Int, _ username: String, _ provider: SAMLProvider
    ) -> Result<Int, Refusal> {
        let accounts = deployment.portals[place].accounts
        if let number = accounts.number(named: username) {
            guard accounts[number].provider == .enterprise else {
                return .failure(
                    Refusal(
                        Because(
                            EnterpriseLogin.Rules.invitationOnly,
                            facts: [.init("username", username), .init("provider", "arcgis")],
                            wouldPass: "a member whose provider is enterprise")))
            }
            guard !accounts[number].isDisabled else {
                return .failure(
                    Refusal(
                        Because(
                            Tokens.Rules.disabledUser, facts: [.init("username", username)],
                            wouldPass: "the user enabled again")))
            }
            return .success(number)
        }
        guard provider.isOpen, !username.isEmpty else {
            var facts: [Because.Fact] = [.init("nameId", username)]
            if let like = accounts.number(namedLike: username) { facts.append(.init("spelt", accounts[like].username)) }
            return .failure(
                Refusal(
                    Because(
                        EnterpriseLogin.Rules.invitationOnly, facts: facts,
                        wouldPass: "a member of that very name, or signUpMode: \"automatic\"")))
        }
        deployment.portals[place].accounts.append(
            Account(
                username: username, password: "", provider: .enterprise, role: "org_user", fullName: username,
                email: "\(username.prefix { $0 != "@" })@example.com", isDisabled: false))
        return .success(deployment.portals[place].accounts.list.count - 1)
    }

    private static func refused(_ because: Because, invitation: Bool = false) -> Outcome {
        let words =
            invitation
            ? "Unable to sign in, logins are by invitation only. Please contact the administrator."
            : "Unable to sign you in to ArcGIS Enterprise"
        var outcome = Outcome.page(
            Page(title: "Error: \(words)", body: "<h1>Error</h1>\n<p class=\"error\">\(words)</p>"))
        outcome.because = [because]
        return outcome
    }
}

extension Deployment {
    /// The certificates that the portal knows of its provider, in PEM. A key that was never made has signed nothing.
    func certificates(of provider: SAMLProvider) -> [String] {
        if let external = provider.external { return external.certificates }
        guard let key = SigningKey.made(0) else { return [] }
        return [provider.faults.contains(.expiredCertificate) ? key.expiredCertificate : key.certificate]
    }
}
