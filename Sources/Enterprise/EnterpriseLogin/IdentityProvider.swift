// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The identity provider under `/idp`: metadata, a sign-in form, and signed responses, with ADFS's defaults.
enum IdentityProvider {
    /// Returns the metadata. It needs the certificate, so a worker creates it.
    static func metadata(
        _ deployment: inout Deployment, _ context: inout RequestContext
    ) -> Deferrable<Outcome> {
        let (url, number) = (deployment.idpURL(context), deployment.idpKey)
        return .deferred {
            let certificate = SigningKey.shared(number)?.certificate
            let bindings = [SAMLProvider.redirectBinding, SAMLProvider.postBinding]
            let services = bindings.map {
                XMLElement("md:SingleSignOnService", [("Binding", $0), ("Location", "\(url)/sso")])
            }
            let logout = bindings.map {
                XMLElement("md:SingleLogoutService", [("Binding", $0), ("Location", "\(url)/logout")])
            }
            return SAMLMetadata.xml(
                XMLElement(
                    "md:EntityDescriptor",
                    [
                        ("xmlns:md", EnterpriseLogin.metadataNamespace),
                        ("entityID", EnterpriseLogin.builtInEntityID),
                    ],
                    [
                        XMLElement(
                            "md:IDPSSODescriptor",
                            [("protocolSupportEnumeration", EnterpriseLogin.protocolNamespace)],
                            [SAMLMetadata.key("signing", certificate)] + logout
                                + [XMLElement("md:NameIDFormat", text: EnterpriseLogin.persistent)] + services)
                    ]))
        }
    }

    /// `sso`: shows the form, and answers the portal's request after the sign-in.
    static func sso(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        let asked: Asked
        switch read(deployment, context) {
        case .failure(let refusal): return .ready(error(refusal.verdict))
        case .success(let found): asked = found
        }
        guard let provider = deployment.portals[asked.portal].saml else { return .ready(.page(Page.notFound)) }
        if provider.faults.contains(.wantsSignedRequests), let refused = refuseUnsigned(&context) {
            return .ready(refused)
        }
        if provider.faults.contains(.down) {
            var outcome = Outcome.page(
                Page(
                    title: "Service Unavailable",
                    body: "<h1>Service Unavailable</h1><p>HTTP Error 503. The service is unavailable.</p>"))
            outcome.status = 503
            outcome.verdict = [
                Verdict(EnterpriseLogin.Rules.providerDown, wouldPass: "a provider that responds")
            ]
            return .ready(outcome)
        }
        let fields = [
            ("SAMLRequest", asked.string), ("RelayState", asked.relayState), ("deflated", "\(asked.isDeflated)"),
        ]
        guard context.parameters.given("username") != nil else {
            return .ready(.page(form("sso", fields, error: nil)))
        }
        switch check(deployment, &context, asked.portal) {
        case .failure(let refusal): return .ready(wrong("sso", fields, refusal.verdict))
        case .success(let number):
            let account = deployment.portals[asked.portal].accounts[number]
            return respond(&deployment, context, asked, provider, account)
        }
    }

    /// Returns the enterprise user with that name and password. Directories ignore the case of names.
    static func check(_ deployment: Deployment, _ context: inout RequestContext, _ portal: Int) -> Result<Int, Refusal>
    {
        let username = context.parameters.given("username") ?? ""
        context.caller = username
        let accounts = deployment.portals[portal].accounts
        // The provider's own name for the user, or the portal's.
        let named = accounts.list.firstIndex { $0.nameID?.lowercased() == username.lowercased() }
        guard let number = named ?? accounts.number(namedLike: username), accounts[number].provider == .enterprise,
            accounts[number].password == context.parameters.given("password")
        else {
            return .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.wrongCredentials, facts: [.init("username", username)],
                        wouldPass: "an enterprise user with the password in the scenario")))
        }
        return .success(number)
    }

    static func error(_ verdict: Verdict) -> Outcome {
        let message = "An error occurred. Contact your administrator for more information."
        var outcome = Outcome.page(Page(title: "Error", body: "<h1>Error</h1>\n<p class=\"error\">\(message)</p>"))
        outcome.status = 400
        outcome.verdict = [verdict]
        return outcome
    }

    static func wrong(_ action: String, _ fields: [(String, String)], _ verdict: Verdict) -> Outcome {
        let message = "Incorrect user ID or password. Type the correct user ID and password, and try again."
        var outcome = Outcome.page(form(action, fields, error: message))
        outcome.verdict = [verdict]
        return outcome
    }

    /// Refuses a request that the portal's key has not signed (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider,
    /// 1.12). What comes back with the form was checked when the form was shown.
    private static func refuseUnsigned(_ context: inout RequestContext) -> Outcome? {
        guard context.parameters["deflated"] == nil else { return nil }
        let certificate = SigningKey.made(SigningKey.portal)?.certificate
        let message = SAMLMessage("SAMLRequest", context)
        guard
            (try? message?.verified(by: [certificate].compactMap(\.self), allowsSHA1: true)) == nil
        else { return nil }
        return error(
            Verdict(
                EnterpriseLogin.Rules.unsignedRequest,
                facts: [.init("signed", "\(context.parameters["signature"] != nil)")],
                wouldPass: "supportSignedRequest, and the portal's metadata of now at the provider"))
    }

    /// A request of a portal.
    struct Asked {
        var portal: Int
        /// `nil`: the portal has not asked.
        var id: String?
        var string: String
        var relayState: String
        var isDeflated: Bool
    }

    private static func read(_ deployment: Deployment, _ context: RequestContext) -> Result<Asked, Refusal> {
        let string = context.parameters.given("samlrequest") ?? ""
        let isDeflated =
            context.parameters.first("samlrequest")?.source == .query || context.parameters["deflated"] == "true"
        func failure(_ what: String) -> Result<Asked, Refusal> {
            .failure(
                Refusal(
                    Verdict(
                        EnterpriseLogin.Rules.badRequest, facts: [.init("found", what)],
                        wouldPass: "the request that oauth2/saml/authorize of a portal here sends")))
        }
        guard let bytes = Base64.decode(string),
            let plain = isDeflated ? Compression.deflate.expand(bytes, limit: 65_536) : bytes,
            let request = try? XMLSignature.read(plain), request.name == "AuthnRequest", let id = request["ID"]
        else { return failure("no AuthnRequest") }
        let issuer = request.first("Issuer")?.text ?? ""
        guard let portal = portal(of: issuer, deployment, context) else { return failure("issuer \(issuer)") }
        return .success(
            Asked(
                portal: portal, id: id, string: string, relayState: context.parameters.given("relaystate") ?? "",
                isDeflated: isDeflated))
    }

    /// Returns the portal of that entity id, if this is its provider.
    static func portal(of entityID: String, _ deployment: Deployment, _ context: RequestContext) -> Int? {
        deployment.portals.indices.first { index in
            guard let saml = deployment.portals[index].saml, saml.external == nil else { return false }
            return deployment.entityID(portal: index, context) == entityID
        }
    }

    static func form(_ action: String, _ fields: [(String, String)], error: String?) -> Page {
        let told = error.map { "<p class=\"error\" id=\"errorText\">\($0)</p>\n" } ?? ""
        let hidden = fields.map { name, value in
            "<input type=\"hidden\" name=\"\(Page.escape(name))\" value=\"\(Page.escape(value))\">"
        }
        return Page(
            title: "Sign In",
            body: """
                <h1>Sign in with your organizational account</h1>
                \(told)<form method="post" action="\(action)" id="loginForm">
                \(hidden.joined(separator: "\n"))
                <label for="username">User name</label><input id="username" name="username" autocomplete="username">
                <label for="password">Password</label>\
                <input id="password" name="password" type="password" autocomplete="current-password">
                <br><button type="submit">Sign in</button>
                </form>
                """)
    }
}
