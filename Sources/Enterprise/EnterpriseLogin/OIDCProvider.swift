// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// OpenID Connect at the built-in identity provider: discovery, authorization code flow, tokens signed with RS256.
enum OIDCProvider {
    /// Returns the client id of a portal at the provider.
    static func clientID(_ portal: PortalState) -> String { "mock-portal/\(portal.name)" }

    static func discovery(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let url = deployment.idpURL(context)
        func list(_ texts: String...) -> JSON { .array(texts.map(JSON.string)) }
        return always(
            .object([
                .init("issuer", .string(url)), .init("authorization_endpoint", .string("\(url)/oidc/authorize")),
                .init("token_endpoint", .string("\(url)/oidc/token")),
                .init("jwks_uri", .string("\(url)/oidc/jwks")), .init("response_types_supported", list("code")),
                .init("subject_types_supported", list("public")),
                .init("id_token_signing_alg_values_supported", list("RS256")),
                .init("scopes_supported", list("openid", "profile", "email")),
                .init("token_endpoint_auth_methods_supported", list("none")),
                .init("code_challenge_methods_supported", list("S256", "plain")),
                .init("claims_supported", list("sub", "preferred_username", "name", "email", "nonce")),
            ]))
    }

    /// Returns the public key. A worker creates it if nothing has been signed yet.
    static func keys(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        let number = deployment.idpKey
        return .deferred {
            guard let key = SigningKey.shared(number) else { return .page(Page.notFound) }
            let jwk = JSON.object([
                .init("kty", .string("RSA")), .init("use", .string("sig")), .init("alg", .string("RS256")),
                .init("kid", .string("\(number)")), .init("n", .string(base64URL(key.modulus))),
                .init("e", .string(base64URL(key.exponent))),
            ])
            return always(.object([.init("keys", .array([jwk]))]))
        }
    }

    /// Shows the form, and redirects with a code after the sign-in.
    static func authorize(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        let parameters = context.parameters
        let clientID = parameters.given("client_id") ?? ""
        let portal = deployment.portals.indices.first { index in
            deployment.portals[index].hasOIDCLogins && Self.clientID(deployment.portals[index]) == clientID
        }
        guard let portal, parameters.given("response_type") == "code",
            let redirect = parameters.given("redirect_uri"),
            redirect == deployment.oidcCallback(portal: portal, context)
        else {
            return IdentityProvider.error(
                Verdict(
                    EnterpriseLogin.Rules.badRequest,
                    facts: [
                        .init("client_id", clientID), .init("redirect_uri", parameters.given("redirect_uri") ?? "none"),
                    ], wouldPass: "the request that oauth2/oidc/authorize of a portal here sends"))
        }
        let names = [
            "client_id", "response_type", "redirect_uri", "state", "nonce", "scope", "code_challenge",
            "code_challenge_method",
        ]
        let fields = names.compactMap { name in parameters[name].map { (name, $0) } }
        guard parameters.given("username") != nil else {
            return .page(IdentityProvider.form("authorize", fields, error: nil))
        }
        let account: Int
        switch IdentityProvider.check(deployment, &context, portal) {
        case .failure(let refusal): return IdentityProvider.wrong("authorize", fields, refusal.verdict)
        case .success(let found): account = found
        }
        let string = OAuthState.string(24, &deployment.generator)
        let challenge = parameters.given("code_challenge").map {
            OAuthState.Challenge(value: $0, isPlain: parameters.given("code_challenge_method") != "S256")
        }
        deployment.oidcCodes[string] = OIDCCode(
            portal: portal, account: account, clientID: clientID, redirectURI: redirect, nonce: parameters["nonce"],
            challenge: challenge, made: context.now)
        var query = [("code", string)]
        if let state = parameters["state"] { query.append(("state", state)) }
        return Outcome(body: .redirect(RedirectURI.with(query: query, redirect)))
    }

    /// Exchanges a code, once, for an ID token.
    static func token(_ deployment: inout Deployment, _ context: inout RequestContext) -> Deferrable<Outcome> {
        let parameters = context.parameters
        guard let string = parameters.given("code"), let code = deployment.oidcCodes.removeValue(forKey: string),
            code.clientID == parameters.given("client_id"), code.redirectURI == parameters.given("redirect_uri"),
            context.now < code.made.advanced(minutes: OAuthState.codeMinutes),
            code.challenge.map({ $0.isMet(by: parameters.given("code_verifier") ?? "") }) ?? true
        else {
            var outcome = always(.object([.init("error", .string("invalid_grant"))]))
            outcome.status = 400
            outcome.verdict = [
                Verdict(
                    EnterpriseLogin.Rules.badGrant,
                    facts: [.init("client_id", parameters.given("client_id") ?? "none")],
                    wouldPass: "an unused code with its client_id, redirect_uri and code_verifier")
            ]
            return .ready(outcome)
        }
        let account = deployment.portals[code.portal].accounts[code.account]
        context.caller = account.username
        let seconds = context.now.milliseconds / 1000
        var claims: [JSON.Member] = [
            .init("iss", .string(deployment.idpURL(context))),
            .init("sub", .string(account.nameID ?? account.username)),
            .init("aud", .string(code.clientID)), .init("iat", .number(String(seconds))),
            .init("exp", .number(String(seconds + 3600))), .init("preferred_username", .string(account.username)),
            .init("name", .string(account.fullName)), .init("email", .string(account.email)),
        ]
        if let nonce = code.nonce { claims.append(.init("nonce", .string(nonce))) }
        let access = OAuthState.string(24, &deployment.generator)
        let number = deployment.idpKey
        let payload = JSON.object(claims)
        return .deferred {
            always(
                .object([
                    .init("access_token", .string(access)), .init("token_type", .string("Bearer")),
                    .init("expires_in", .number("3600")), .init("id_token", .string(jws(payload, number))),
                ]))
        }
    }

    private static func always(_ json: JSON) -> Outcome {
        var outcome = Outcome.json(json)
        outcome.isAlwaysJSON = true
        return outcome
    }

    /// Returns a compact JWS (RFC 7515).
    private static func jws(_ payload: JSON, _ number: Int) -> String {
        let head = JSON.object([
            .init("alg", .string("RS256")), .init("typ", .string("JWT")), .init("kid", .string("\(number)")),
        ])
        let text = "\(base64URL(JSONWriter.json(head))).\(base64URL(JSONWriter.json(payload)))"
        return "\(text).\(base64URL(SigningKey.shared(number)?.sign(Array(text.utf8)) ?? []))"
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        String(EsriAlphabet.encode(bytes).prefix { $0 != "." })
    }
}
