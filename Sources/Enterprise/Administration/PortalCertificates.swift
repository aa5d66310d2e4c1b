// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

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
            .json(.object(known(try alias(deployment, context, index), deployment, context, index).members))
        }(&deployment, &context)
    }

    private static func known(
        _ alias: String, _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> SiteCertificate {
        deployment.portals[index].webCertificates[alias]
            ?? SiteCertificate(
                alias: alias, kind: .key, stored: nil,
                subject: "CN=\(context.host), OU=Self, O=Self, L=Self, ST=Self, C=US")
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
        // A name alone is kept too, for scripts that are tested without a file.
        if let file = context.parameters.files.first {
            let isRoot = context.route.path.hasSuffix("importRootOrIntermediate")
            do throws(StoredCertificate.Unreadable) {
                deployment.portals[index].webCertificates[alias] = try SiteCertificate.read(
                    alias, isRoot ? .trusted : .key, file.bytes, password: context.parameters["password"] ?? "")
            } catch {
                let refusal = unreadable(
                    alias, isRoot ? "a certificate in PEM or DER" : "a PKCS #12 file, and its password", "\(error)")
                return .refused(refusal.errorBody, refusal.verdict)
            }
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
        let number = { (name: String) in given.given(name).flatMap { Int($0) } }
        let key: String
        do throws(KeyFailure) {
            key = try context.newKey(SiteCertificate.bits(number("keysize")))
        } catch { throw refused(error, alias) }
        do throws(OpenSSLFailure) {
            deployment.portals[index].webCertificates[alias] = try SiteCertificate.made(
                alias, parts, key: key, days: Int64(number("validity") ?? 90),
                names: given.given("san") ?? "", at: context.now)
        } catch { throw unreadable(alias, "a subject and names of a certificate", error.description) }
        deployment.portals[index].certificateAliases.append(alias)
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

    /// `generateCSR`: of the key, which is made when it is needed first.
    @Sendable static func request(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let certificate = try completed(&deployment, context, index)
        guard let text = certificate.stored?.request() else {
            throw unreadable(certificate.alias, "a certificate with a key", certificate.kind.rawValue)
        }
        return .json(.object([.init("certificateSigningRequest", .string(text))]))
    }

    /// `export`: the certificate in PEM.
    @Sendable static func export(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let pem = try completed(&deployment, context, index).stored?.pem ?? ""
        return Outcome(body: .bytes(Array(pem.utf8), type: "application/x-x509-ca-cert"))
    }

    /// `importSignedCertificate`: what an authority made of the request.
    @Sendable static func importSigned(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(PortalRefusal) -> Outcome {
        let alias = try alias(deployment, context, index)
        guard let file = context.parameters.files.first else { throw .notGiven("file") }
        let certificate = try completed(&deployment, context, index)
        let signed: StoredCertificate?
        do throws(StoredCertificate.Unreadable) {
            signed = certificate.stored?.signed(try StoredCertificate(reading: file.bytes))
        } catch { throw unreadable(alias, "a certificate in PEM or DER", "\(error)") }
        guard let signed else {
            throw PortalRefusal(
                Administration.ErrorBodies.portalCertificateOtherKey, Administration.Rules.portalCertificateOtherKey,
                [("alias", alias)], "the certificate that was made of its generateCSR")
        }
        deployment.portals[index].webCertificates[alias]?.stored = signed
        return PortalOperation.done()
    }

    private static func completed(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) throws(PortalRefusal) -> SiteCertificate {
        let alias = try alias(deployment, context, index)
        var certificate = known(alias, deployment, context, index)
        if certificate.lacksKey {
            do throws(KeyFailure) {
                certificate.complete(try context.newKey(SiteCertificate.bits(nil)), at: context.now)
            } catch { throw refused(error, alias) }
        }
        deployment.portals[index].webCertificates[alias] = certificate
        return certificate
    }

    /// A key is still to be made, or cannot be.
    private static func refused(_ failure: KeyFailure, _ alias: String) -> PortalRefusal {
        var refusal = unreadable(alias, "a key", failure.reason)
        refusal.awaited = failure.outcome
        return refusal
    }

    private static func unreadable(_ alias: String, _ wanted: String, _ reason: String) -> PortalRefusal {
        PortalRefusal(
            Administration.ErrorBodies.portalCertificateUnreadable.about(alias),
            Administration.Rules.portalCertificateUnreadable, [("alias", alias), ("reason", reason)], wanted)
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
        deployment.portals[index].webCertificates[alias] = nil
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
