// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What a portal asks of an OpenID Connect provider elsewhere, and what it believes of the answers (OpenID Connect Core 3.1.3).
struct OIDCBackChannel {
    let settings: OIDCSettings
    let errands: [Errand: Errand.Reply]
    let now: Instant

    /// Redeems a code, and returns the claims of a person for whom the provider vouches.
    func claims(code: String, redirect: String, nonce: String?, verifier: String?) throws(OIDCStop) -> [JSON.Member] {
        let tokens = try tokens(code, redirect, verifier)
        guard let token = tokens["id_token"]?.text.flatMap(JSONWebToken.init) else {
            throw refused("wrong-token-url", "no id_token", "an answer of the token endpoint with an ID token")
        }
        let keys = try json(errand("GET", settings.keysURL), "wrong-jwks-url", "the keys")
        guard token.isSigned(by: keys) else {
            throw refused(
                "wrong-jwks-url", "no key of \(settings.keysURL) made the signature by RS256",
                "the keys of the provider that signed the ID token")
        }
        try check(token.claims, nonce)
        var claims = token.claims.members ?? []
        guard let endpoint = settings.userInfoEndpoint else { return claims }
        let access = tokens["access_token"]?.text ?? ""
        let asked =
            settings.sendsTokenInHeader
            ? errand("GET", endpoint, [.init("Authorization", "Bearer \(access)")])
            : errand("GET", RedirectURI.with(query: [("access_token", access)], endpoint))
        let profile = try json(asked, "wrong-user-info-url", "the profile")
        // A profile of somebody else is none (section 5.3.2).
        guard let subject = profile["sub"]?.text, subject == token.claims["sub"]?.text else {
            throw refused(
                "wrong-user-info-url", "sub \(profile["sub"]?.text ?? "none")", "the profile of the ID token's sub")
        }
        for member in profile.members ?? [] {
            claims.removeAll { $0.name == member.name }
            claims.append(member)
        }
        return claims
    }

    private func tokens(_ code: String, _ redirect: String, _ verifier: String?) throws(OIDCStop) -> JSON {
        var form = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("client_id", settings.clientID), ("client_secret", settings.clientSecret),
        ]
        if let verifier { form.append(("code_verifier", verifier)) }
        let asked = errand(
            "POST", settings.tokenEndpoint, [.init("Content-Type", "application/x-www-form-urlencoded")],
            Array(Form.encode(form).utf8))
        return try json(asked, "wrong-token-url", "the tokens")
    }

    /// Checks whose token it is, for whom, for which sign-in and until when (section 3.1.3.7).
    private func check(_ claims: JSON, _ nonce: String?) throws(OIDCStop) {
        let issuer = claims["iss"]?.text ?? "none"
        guard issuer == settings.issuer else {
            throw refused("wrong-issuer", "iss \(issuer)", "issuer: \"\(issuer)\", or tokens of \(settings.issuer)")
        }
        let audiences = claims["aud"]?.elements?.compactMap(\.text) ?? [claims["aud"]?.text].compactMap(\.self)
        guard audiences.contains(settings.clientID),
            audiences.count == 1 || claims["azp"]?.text == settings.clientID
        else {
            throw refused(
                "wrong-audience", "aud \(audiences.joined(separator: " "))", "a token for \(settings.clientID)")
        }
        let seconds = Double(now.milliseconds) / 1000
        let tolerance = Double(EnterpriseLogin.tolerance) / 1000
        guard let end = claims["exp"]?.double, seconds < end + tolerance else {
            throw refused(
                "expired", "exp \(claims["exp"]?.double.map { "\(Int64(within: $0))" } ?? "none")",
                "clocks that agree: it is \(ISO8601.format(now)) here")
        }
        for name in ["nbf", "iat"] {
            if let start = claims[name]?.double, seconds < start - tolerance {
                throw refused(
                    "not-yet", "\(name) \(Int64(within: start))", "clocks that agree: it is \(ISO8601.format(now)) here"
                )
            }
        }
        guard let nonce, claims["nonce"]?.text == nonce else {
            throw refused("wrong-nonce", "nonce \(claims["nonce"]?.text ?? "none")", "the token of this sign-in")
        }
    }

    private func errand(
        _ method: String, _ url: String, _ fields: [Response.Field] = [], _ body: [UInt8] = []
    ) -> BackRequest {
        BackRequest(method: method, url: url, fields: fields, body: body, trust: settings.trust)
    }

    /// Returns what came of an errand as an object; throws to ask for it, or why it is of no use.
    private func json(_ asked: BackRequest, _ cause: String, _ what: String) throws(OIDCStop) -> JSON {
        guard let result = errands[.request(asked)] else { throw .awaits(.request(asked)) }
        switch result {
        case .identity, .refusal, .key: throw refused(cause, "no answer of a server", "\(what) at \(asked.url)")
        case .failure(let reason):
            let isTrust = reason.contains("certificate")
            throw refused(isTrust ? "untrusted-certificate" : cause, reason, "\(what) at \(asked.url)")
        case .answer(let status, let body):
            guard status == 200, let json = try? JSONReader.read(body), json.members != nil else {
                let text = String(decoding: body.prefix(120), as: UTF8.self)
                throw refused(Self.cause(text) ?? cause, "\(status) \(text)", "\(what) at \(asked.url)")
            }
            return json
        }
    }

    /// Returns what an error of RFC 6749 section 5.2 means.
    private static func cause(_ text: String) -> String? {
        if text.contains("invalid_client") || text.contains("unauthorized_client") { return "wrong-secret" }
        return text.contains("invalid_grant") ? "code-or-pkce" : nil
    }

    private func refused(_ cause: String, _ found: String, _ wouldPass: String) -> OIDCStop {
        .refused(cause: cause, found: found, wouldPass: wouldPass)
    }
}
