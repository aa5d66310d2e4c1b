// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/security/sslCertificates`, and `machines/{machine}/sslCertificates` of newer releases: the certificates
/// of a portal's web server by alias. They are not the double's own.
enum PortalCertificates {
    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalAdministrator.answer(&deployment, &context) { deployment, _, index in
            .object([
                .init("webServerCertificateAlias", .string("portal")),
                .init("sslProtocols", .string("TLSv1.2,TLSv1.1,TLSv1")), .init("cipherSuites", .string("")),
                .init("sslCertificates", .strings(deployment.portals[index].certificateAliases)),
            ])
        }
    }

    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        let (alias, known) = (context.names["certificate"] ?? "", deployment.portals[index].certificateAliases)
        guard known.contains(alias) else {
            return .refused(
                Administration.ErrorBodies.noResource.about(alias),
                Verdict(
                    Administration.Rules.certificateMissing, facts: [.init("alias", alias)],
                    wouldPass: "one of \(known.joined(separator: ", "))"))
        }
        let subject = "CN=\(context.host), OU=Self, O=Self, L=Self, ST=Self, C=US"
        return .json(
            .object([
                .init("aliasName", .string(alias)), .init("issuer", .string(subject)),
                .init("subject", .string(subject)), .init("subjectAlternativeNames", .array([])),
                .init("validFrom", .string("Fri Sep 15 07:46:45 EDT 2017")),
                .init("validUntil", .string("Mon Sep 13 07:46:45 EDT 2027")), .init("keyAlgorithm", .string("RSA")),
                .init("keySize", .int(2048)), .init("serialNumber", .string("1")), .init("version", .int(3)),
                .init("signatureAlgorithm", .string("SHA256withRSA")), .init("keyUsage", .array([])),
            ]))
    }

    /// Adds a certificate. A used alias is refused by a page, whatever `f` is, in a 200
    /// (reported: Esri/arcgis-python-api#262).
    static func importOne(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .portal(let index) = context.site else { return .page(Page.notFound) }
        if let refused = PortalAdministrator.enter(&deployment, &context) { return refused }
        if context.isGet { return .json(Administration.success) }
        if let missing = PortalMembers.notGiven(["alias"], context) { return missing }
        let alias = context.parameters.given("alias") ?? ""
        guard !deployment.portals[index].certificateAliases.contains(alias) else {
            let page = Page(
                title: "Unable to import certificate",
                body: "<h1>Unable to import certificate</h1>\n<p>Error</p>\n<p>Code: 500</p>")
            return Outcome(
                body: .page(page),
                verdict: [
                    Verdict(
                        Administration.Rules.aliasTaken, facts: [.init("alias", alias)],
                        wouldPass: "an alias that is not in use")
                ])
        }
        deployment.portals[index].certificateAliases.append(alias)
        return .json(Administration.success)
    }
}
