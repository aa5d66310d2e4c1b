// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// What a web server in front of a portal does with a request.
extension WebTier {
    /// Refuses everyone whom the web server does not know, and records the user.
    static func admit(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome? {
        guard case .portal(let index) = context.site else { return nil }
        // The machine's own address leads past the web server (support.esri.com 000023415).
        guard deployment.address(ofPortal: index, context) == .adaptor else { return nil }
        if deployment.portals[index].acceptsCertificates, let refused = refuseCertificate(deployment, context, index) {
            return refused
        }
        guard let tier = deployment.portals[index].webTier else { return nil }
        let found: Result<Int, Refused>
        switch tier {
        case .ldap: found = basic(deployment, context, index)
        case .iwa: found = windows(&deployment, &context, index)
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

    /// Refuses a certificate that the web server does not know, which browsers show unasked where it accepts any
    /// (Esri/arcgis-cookbook#31).
    private static func refuseCertificate(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> Outcome? {
        guard let der = context.call.connection.tls?.clientCertificate else { return nil }
        guard
            deployment.portals[index].webTier != .pki
                || deployment.portals[index].certificates[Digest.sha256(der)] == nil
        else { return nil }
        return Refused(
            403,
            Verdict(
                Identity.Rules.anyCertificate, facts: [.init("clientCertificates", "accept")],
                wouldPass: "a request without a certificate, or a web server that ignores them")
        ).outcome
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
