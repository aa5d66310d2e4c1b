// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// `admin/machines/…/sslcertificates`: the certificates of a machine, by alias, with their keys.
enum MachineCertificates {
    /// The alias of the certificate that a machine makes itself.
    static let own = "SelfSignedCertificate"

    static let path = "machines/{machine}/sslcertificates"
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    static let routes: [Route] = [
        Administration.resource(path, "The machine's certificates.", .reported("docs/reference/admin.md#a23")) {
            deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            return .json(.object([.init("certificates", .strings(names(deployment, index)))]))
        },
        Administration.operation(
            "\(path)/generate", "Makes a certificate signed by itself.", .documented("\(manual)generatecertificate")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            let (alias, name) = (try context.required("alias"), try context.required("commonName"))
            guard !names(deployment, index).contains(alias) else { return taken(deployment, index, alias) }
            let given = context.parameters
            let parts = [("OU", "organizationalunit"), ("O", "organization"), ("L", "city"), ("ST", "state")]
            let subject =
                [("CN", name)] + parts.map { ($0.0, given.given($0.1) ?? "") }
                + [("C", given.given("country") ?? "")]
            let number = { (name: String) in given.given(name).flatMap { Int($0) } }
            let key: String
            do throws(KeyFailure) {
                key = try context.newKey(SiteCertificate.bits(number("keysize")))
            } catch { throw AdminRefusal(error, for: alias) }
            do throws(OpenSSLFailure) {
                let made = try SiteCertificate.made(
                    alias, subject, key: key, days: Int64(number("validity") ?? 90),
                    names: given.given("san") ?? "", at: context.now)
                deployment.sites[index].certificates.append(made)
            } catch { throw unreadable(alias, "a subject and names of a certificate", error.description) }
            return .json(Administration.success)
        },
        imports("importExistingServerCertificate", "certFile", .key, "docs/reference/admin.md#a25"),
        imports("importRootOrIntermediate", "rootCACertificate", .trusted, "docs/reference/admin.md#a26"),
        Administration.resource(
            "\(path)/{certificate}", "A certificate.", .reported("docs/reference/admin.md#a24")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            let certificate = all(deployment, index)[try find(deployment, context, index)]
            let members = certificate.members
            return .json(
                .object(
                    [members[0], .init("entryType", .string(certificate.kind.rawValue))] + members.dropFirst()))
        },
        Administration.operation(
            "\(path)/{certificate}/delete", "Deletes a certificate.", .documented("\(manual)deletecertificate")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            let number = try find(deployment, context, index)
            deployment.sites[index].certificates = all(deployment, index)
            deployment.sites[index].certificates.remove(at: number)
            deployment.sites[index].ownsCertificates = true
            return .json(Administration.success)
        },
    ]

    static func names(_ deployment: Deployment, _ index: Int) -> [String] { all(deployment, index).map(\.alias) }

    /// Returns the machine's certificates: its own, until that is deleted, and those that administrators added.
    static func all(_ deployment: Deployment, _ index: Int) -> [SiteCertificate] {
        let known = deployment.sites[index].certificates
        guard !deployment.sites[index].ownsCertificates, !known.contains(where: { $0.alias == own }) else {
            return known
        }
        let subject = "CN=\(deployment.servers[index].machine), OU=Self Signed Certificate"
        return [SiteCertificate(alias: own, kind: .key, stored: nil, subject: subject)] + known
    }

    /// Returns where the certificate of the path is among all.
    static func find(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Int {
        let asked = context.names["certificate"] ?? ""
        let names = names(deployment, index)
        guard let number = names.firstIndex(where: { ASCII.equal($0, asked) }) else {
            throw AdminRefusal.missing(asked, among: names)
        }
        return number
    }

    private static func imports(
        _ operation: String, _ file: String, _ kind: SiteCertificate.Kind, _ reference: String
    ) -> Route {
        Administration.operation(
            "\(path)/\(operation)",
            kind == .key
                ? "Adds the key and the certificate of a PKCS #12 file under an alias."
                : "Adds a certificate under an alias, to be trusted.", .reported(reference)
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            let alias = try context.required("alias")
            let sent =
                context.parameters.files.first { $0.name == file.lowercased() }?.bytes
                ?? context.parameters.given(file.lowercased()).map { Array($0.utf8) }
            guard let sent else { throw AdminRefusal.notGiven(file) }
            guard !names(deployment, index).contains(alias) else { return taken(deployment, index, alias) }
            do throws(StoredCertificate.Unreadable) {
                deployment.sites[index].certificates.append(
                    try SiteCertificate.read(
                        alias, kind, sent, password: context.parameters["certpassword"] ?? ""))
            } catch { throw unreadable(alias, kind, error) }
            return .json(Administration.success)
        }
    }

    private static func unreadable(
        _ alias: String, _ kind: SiteCertificate.Kind, _ reason: StoredCertificate.Unreadable
    ) -> AdminRefusal {
        let wanted =
            switch (kind, reason) {
            case (.key, .otherPassword): "the password of the file"
            case (.key, .notCertificate): "a PKCS #12 file (.pfx, .p12)"
            case (.trusted, _): "a certificate in PEM or DER"
            }
        return unreadable(alias, wanted, "\(reason)")
    }

    static func unreadable(_ alias: String, _ wanted: String, _ reason: String) -> AdminRefusal {
        AdminRefusal(
            Administration.ErrorBodies.certificateUnreadable.about(alias), Administration.Rules.certificateUnreadable,
            facts: [.init("alias", alias), .init("reason", reason)], wouldPass: wanted)
    }

    /// An alias that is taken gets a page, whatever was asked for, as at a portal.
    private static func taken(_ deployment: Deployment, _ index: Int, _ alias: String) -> Outcome {
        let body = "<h1>Error</h1>\n<p>Unable to import certificate</p>\n<p>Code: 500</p>"
        return Outcome(
            body: .page(Page(title: "Error", body: body)),
            verdict: [
                Verdict(
                    Administration.Rules.certificateTaken, facts: [.init("alias", alias)],
                    wouldPass: "an alias that is not one of \(names(deployment, index).joined(separator: ", "))")
            ])
    }
}
