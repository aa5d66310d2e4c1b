// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `portaladmin/security/sslCertificates`, and `machines/{machine}/sslCertificates` of newer releases: the certificates
/// of a portal's web server by alias. They are not the double's own.
enum PortalCertificates {
    private static let key = "security/sslCertificates"

    static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalAdministrator.answer(&deployment, &context) { deployment, _, index in
            .object(
                settings(deployment.portals[index])
                    + [.init("sslCertificates", .strings(deployment.portals[index].certificateAliases))])
        }
    }

    private static func settings(_ portal: PortalState) -> [JSON.Member] {
        portal.documents[key]?.members ?? [
            .init("webServerCertificateAlias", .string("portal")),
            .init("sslProtocols", .string("TLSv1.2,TLSv1.1,TLSv1")), .init("cipherSuites", .string("")),
        ]
    }

    static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PortalOperation.resource { deployment, context, index throws(PortalRefusal) in
            let alias = try alias(deployment, context, index)
            let subject =
                deployment.portals[index].documents["\(key)/\(alias)"]?["subject"]?.text
                ?? "CN=\(context.host), OU=Self, O=Self, L=Self, ST=Self, C=US"
            return .json(
                .object([
                    .init("aliasName", .string(alias)), .init("issuer", .string(subject)),
                    .init("subject", .string(subject)), .init("subjectAlternativeNames", .array([])),
                    .init("validFrom", .string("Fri Sep 15 07:46:45 EDT 2017")),
                    .init("validUntil", .string("Mon Sep 13 07:46:45 EDT 2027")), .init("keyAlgorithm", .string("RSA")),
                    .init("keySize", .int(2048)), .init("serialNumber", .string("1")), .init("version", .int(3)),
                    .init("signatureAlgorithm", .string("SHA256withRSA")), .init("keyUsage", .array([])),
                ]))
        }(&deployment, &context)
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
            return taken(alias, "Unable to import certificate")
        }
        deployment.portals[index].certificateAliases.append(alias)
        return .json(Administration.success)
    }

    private static func taken(_ alias: String, _ title: String) -> Outcome {
        Outcome(
            body: .page(Page(title: title, body: "<h1>\(title)</h1>\n<p>Error</p>\n<p>Code: 500</p>")),
            verdict: [
                Verdict(
                    Administration.Rules.aliasTaken, facts: [.init("alias", alias)],
                    wouldPass: "an alias that is not in use")
            ])
    }

    /// `generateCertificate`: it answers with a page alone (reported: pypi.org/project/arcgis/2.4.4).
    @Sendable static func generate(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let (alias, name) = (try context.needed("alias"), try context.needed("cn"))
        guard !deployment.portals[index].certificateAliases.contains(alias) else {
            return taken(alias, "Unable to generate certificate")
        }
        let given = context.parameters
        let parts = [
            ("CN", name), ("OU", given.given("orgunit") ?? ""), ("O", given.given("org") ?? ""),
            ("L", given.given("city") ?? ""), ("ST", given.given("state") ?? ""), ("C", given.given("country") ?? ""),
        ]
        let subject = parts.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.joined(separator: ", ")
        deployment.portals[index].certificateAliases.append(alias)
        deployment.portals[index].documents["\(key)/\(alias)"] = .object([.init("subject", .string(subject))])
        return .page(Page(title: "Certificate", body: "<h1>\(Page.text(alias))</h1>\n<p>Success</p>"))
    }

    /// `update`: which certificate the web server shows, with which protocols.
    @Sendable static func update(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let given = context.parameters
        if let alias = given.given("webservercertificatealias") {
            let known = deployment.portals[index].certificateAliases
            guard known.contains(alias) else { throw .missing(alias, known) }
        }
        var members = JSON.object(settings(deployment.portals[index]))
        for name in ["webServerCertificateAlias", "sslProtocols", "cipherSuites"] {
            guard let text = given[name.lowercased()] else { continue }
            members = members.merging([.init(name, .string(text))])
        }
        if let text = given.given("hstsenabled") {
            members = members.merging([.init("HSTSEnabled", .bool(ASCII.equal(text, "true")))])
        }
        deployment.portals[index].documents[key] = members
        return PortalOperation.done()
    }

    /// `generateCSR`: no key is behind it.
    @Sendable static func request(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let text = Base64.encode(Array("MockPortal: \(try alias(deployment, context, index))".utf8))
        let pem = "-----BEGIN CERTIFICATE REQUEST-----\n\(text)\n-----END CERTIFICATE REQUEST-----\n"
        return .json(.object([.init("certificateSigningRequest", .string(pem))]))
    }

    /// `export`: a file that stands for the certificate.
    @Sendable static func export(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let text = Base64.encode(Array("MockPortal: \(try alias(deployment, context, index))".utf8))
        let pem = "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----\n"
        return Outcome(body: .bytes(Array(pem.utf8), type: "application/x-x509-ca-cert"))
    }

    @Sendable static func importSigned(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        _ = try alias(deployment, context, index)
        guard !context.parameters.files.isEmpty else { throw .notGiven("file") }
        return PortalOperation.done()
    }

    /// `delete`: not the one that the web server shows.
    @Sendable static func delete(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let alias = try alias(deployment, context, index)
        let shown = settings(deployment.portals[index]).first { $0.name == "webServerCertificateAlias" }?.value.text
        guard shown != alias else {
            throw PortalRefusal(
                Administration.ErrorBodies.certificateInUse.about(alias), Administration.Rules.certificateInUse,
                [("alias", alias)], "another alias, or an update of webServerCertificateAlias first")
        }
        deployment.portals[index].certificateAliases.removeAll { $0 == alias }
        return PortalOperation.done()
    }

    private static func alias(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(PortalRefusal) -> String {
        let (alias, known) = (context.names["certificate"] ?? "", deployment.portals[index].certificateAliases)
        guard known.contains(alias) else {
            throw PortalRefusal(
                Administration.ErrorBodies.noResource.about(alias), Administration.Rules.certificateMissing,
                [("alias", alias)], "one of \(known.joined(separator: ", "))")
        }
        return alias
    }
}
