// SPDX-License-Identifier: Apache-2.0

/// The steps: how a token is had at each login, and what becomes of it.
extension Starter {
    var steps: [String] {
        switch symptom {
        case .tokenRequired: [refused("Without a token", nil, "token.required")] + way
        case .invalidToken: [refused("A forged token", "rubbish", "token.undecipherable")] + way
        case .expired:
            token(for: "x") + [
                accepted("The token is valid", referer: "x"), "{ say: \"A long time passes\", advance: \"P16D\" }",
                refused("The token has expired", "{token}", "token.expired", referer: "x"),
            ]
        case .otherReferer:
            token(for: "https://app.example") + [
                refused(
                    "From another page", "{token}", isBound ? "token.other-referer" : nil,
                    referer: "https://elsewhere.example/"),
                accepted("From the page that it is bound to", referer: "https://app.example/"),
            ]
        case .wrongPassword: [wrong] + way
        }
    }

    private var way: [String] { token(for: "x") + [accepted("With the token", referer: "x")] }

    /// ArcGIS Online does not look at it.
    private var isBound: Bool { version.name != "online" }

    /// Windows' handshake is nothing that steps can speak: the server's administrator stands in.
    private var isAtAdmin: Bool { login == .iwa }

    private func token(for referer: String) -> [String] {
        let binding = "client: \"referer\", referer: \"\(referer)\", f: \"json\""
        func step(_ say: String, _ request: String) -> [String] {
            [
                """
                { say: "\(say)",
                      request: { \(request) },
                      response: { status: 200 }, because: null, save: { token: "/token" } }
                """
            ]
        }
        switch login {
        case .standalone:
            return step(
                "A user of the server gets a token",
                "url: \"{server}/tokens/generateToken\", form: { username: \"siteuser\", password: \"siteuser\", \(binding) }"
            )
        case .iwa:
            return step(
                "The server's administrator gets a token",
                "url: \"{server}/admin/generateToken\", form: { username: \"siteadmin\", password: \"siteadmin\", \(binding) }"
            )
        case .ldap:
            return step(
                "The directory's user gets a token without another password",
                "url: \"{portal}/sharing/generateToken\", query: { \(binding) }, headers: { Authorization: \"Basic ZGlya0BDT05UT1NPOnNlY3JldA==\" }"
            )
        case .pki:
            return step(
                "The certificate's user gets a token",
                "url: \"{portal}/sharing/generateToken\", query: { \(binding) }, certificate: \"dirk@CONTOSO\"")
        case .builtIn, .saml, .oidc:
            return step(
                "A member gets a token",
                "url: \"{portal}/sharing/rest/generateToken\", form: { username: \"viewer\", password: \"viewer\", \(binding) }"
            )
        }
    }

    private var probe: String { isAtAdmin ? "{server}/admin/" : "{server}/rest/services/Airports/MapServer" }

    private func request(_ token: String?, _ referer: String?) -> String {
        let query = token.map { ", token: \"\($0)\"" } ?? ""
        let headers = referer.map { ", headers: { Referer: \"\($0)\" }" } ?? ""
        return "url: \"\(probe)\", query: { f: \"json\"\(query) }\(headers)"
    }

    private func refused(_ say: String, _ token: String?, _ rule: String?, referer: String? = nil) -> String {
        let verdict = rule.map { "\"\($0)\"" } ?? "null"
        return """
            { say: "\(say)",
                  request: { \(request(token, referer)) },
                  response: { status: 200 }, because: \(verdict) }
            """
    }

    private func accepted(_ say: String, referer: String) -> String {
        """
        { say: "\(say)",
              request: { \(request("{token}", referer)) },
              response: { status: 200, json: { error: { $absent: true } } }, because: null }
        """
    }

    private var wrong: String {
        let (request, rule) =
            switch login {
            case .standalone:
                (
                    "url: \"{server}/tokens/generateToken\", form: { username: \"siteuser\", password: \"wrong\", client: \"requestip\", f: \"json\" }",
                    "server-token.invalid-credentials"
                )
            case .ldap:
                (
                    "url: \"{portal}/sharing/rest/portals/self\", query: { f: \"json\" }, headers: { Authorization: \"Basic ZGlya0BDT05UT1NPOndyb25n\" }",
                    "web-tier.wrong-credentials"
                )
            case .iwa:
                ("url: \"{portal}/sharing/rest/portals/self\", query: { f: \"json\" }", "web-tier.unauthenticated")
            case .pki:
                ("url: \"{portal}/sharing/rest/portals/self\", query: { f: \"json\" }", "web-tier.no-certificate")
            case .saml, .oidc:
                (
                    "url: \"{portal}/sharing/rest/generateToken\", form: { username: \"dirk@CONTOSO\", password: \"secret\", referer: \"x\", f: \"json\" }",
                    "generate-token.enterprise-login"
                )
            case .builtIn:
                (
                    "url: \"{portal}/sharing/rest/generateToken\", form: { username: \"viewer\", password: \"wrong\", referer: \"x\", f: \"json\" }",
                    "generate-token.wrong-password"
                )
            }
        return """
            { say: "A wrong password, or the right one at the wrong endpoint",
                  request: { \(request) },
                  because: "\(rule)" }
            """
    }
}
