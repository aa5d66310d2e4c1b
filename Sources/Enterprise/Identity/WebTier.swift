// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// Authentication in front of a portal, by its web server: who comes through is known before the portal is asked.
///
/// docs/reference/enterprise-logins.md#the-web-tier and docs/reference/tokens.md#error-bodies.
package enum WebTier: String, Sendable, CaseIterable {
    /// Names and passwords of a directory, by HTTP Basic (RFC 7617).
    case ldap
    /// Integrated Windows authentication with NTLM. Negotiate is announced but not supported.
    case iwa
    /// Client certificates.
    case pki

    enum Rules {
        static let unauthenticated = Rule(
            "web-tier.unauthenticated",
            "The web server in front of the portal requires authentication before the portal does.",
            advice: "Authenticate as WWW-Authenticate says; Authorization: Bearer is ignored.",
            clients: "ArcGIS API for Python chooses its login by the first word of WWW-Authenticate.",
            evidence: .captured("Esri/resource-proxy#325; pypi.org/project/arcgis/1.5.2"))
        static let wrongCredentials = Rule(
            "web-tier.wrong-credentials", "The directory has no user with that name and password.",
            advice: "Check the name and password; built-in users of the portal are not in the directory.",
            evidence: .inferred("HTTP asks again (RFC 9110 section 11.4)"))
        static let noCertificate = Rule(
            "web-tier.no-certificate",
            "The web server in front of the portal requires a client certificate, and none was sent.",
            advice: "Present the certificate of a user who has one, over HTTPS.",
            evidence: .inferred("as IIS: 403.7; no body was ever shown"))
        static let strangeCertificate = Rule(
            "web-tier.strange-certificate", "The client certificate belongs to no user.",
            advice: "Present the certificate that was issued for the user.",
            evidence: .inferred("as IIS: 403.16; no body was ever shown"))
    }

    static let rules: [Rule] = [
        Rules.unauthenticated, Rules.wrongCredentials, Rules.noCertificate, Rules.strangeCertificate,
    ]

    /// Refuses everyone whom the web server does not know, and records the user.
    static func admit(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome? {
        guard case .portal(let index) = context.site, let tier = deployment.portals[index].webTier else { return nil }
        let found: Result<Int, Refused>
        switch tier {
        case .ldap: found = basic(deployment, context, index)
        case .iwa: found = windows(&deployment, context, index)
        case .pki: found = certificate(deployment, context, index)
        }
        switch found {
        case .failure(let refused): return refused.outcome
        case .success(let number):
            context.webTierAccount = number
            context.caller = deployment.portals[index].accounts[number].username
            return nil
        }
    }

    struct Refused: Error {
        var outcome: Outcome

        init(_ status: Int, _ verdict: Verdict, challenges: [String] = []) {
            let title = status == 401 ? "401 Unauthorized" : "403 Forbidden"
            outcome = Outcome(
                body: .page(Page(title: title, body: "<h1>\(title)</h1>")), status: status, verdict: [verdict],
                fields: challenges.map { .init("WWW-Authenticate", $0) })
        }
    }

    /// Returns the enterprise user with one of the names in any case, which directories ignore.
    static func user(_ accounts: Accounts, _ names: [String]) -> Int? {
        names.lazy.compactMap { accounts.number(namedLike: $0) }.first {
            accounts[$0].provider == .enterprise && !accounts[$0].isDisabled
        }
    }
}
