// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/machines/…/sslcertificates`: the certificates of a machine, by alias. Nothing is read of those imported.
enum MachineCertificates {
    /// The alias of the certificate that a machine makes itself.
    static let own = "SelfSignedCertificate"

    private static let path = "machines/{machine}/sslcertificates"
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let key = "sslcertificates"

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
            let parts = [("OU", "organizationalunit"), ("O", "organization"), ("L", "city"), ("ST", "state")]
            let subject =
                (["CN=\(name)"]
                + parts.compactMap { key, parameter in
                    context.parameters.given(parameter).map { "\(key)=\($0)" }
                }).joined(separator: ", ")
            let size = context.parameters.given("keysize").flatMap { Int($0) } ?? 2048
            return add(
                &deployment, index, alias,
                certificate(
                    alias, "PrivateKeyEntry", subject: subject, issuer: subject,
                    algorithm: context.parameters.given("keyalg") ?? "RSA", size: size))
        },
        imports("importExistingServerCertificate", "certFile", "PrivateKeyEntry", "docs/reference/admin.md#a25"),
        imports("importRootOrIntermediate", "rootCACertificate", "trustedCertEntry", "docs/reference/admin.md#a26"),
        Administration.resource(
            "\(path)/{certificate}", "A certificate.", .reported("docs/reference/admin.md#a24")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            let entries = entries(deployment, index)
            return .json(entries[try find(entries, context)])
        },
        Administration.operation(
            "\(path)/{certificate}/delete", "Deletes a certificate.", .documented("\(manual)deletecertificate")
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            var entries = entries(deployment, index)
            entries.remove(at: try find(entries, context))
            deployment.sites[index].lists[key] = entries
            return .json(Administration.success)
        },
    ]

    static func names(_ deployment: Deployment, _ index: Int) -> [String] {
        entries(deployment, index).compactMap { $0["aliasName"]?.text }
    }

    private static func entries(_ deployment: Deployment, _ index: Int) -> [JSON] {
        let subject = "CN=\(deployment.servers[index].machine), OU=Self Signed Certificate"
        return deployment.entries(
            key, server: index,
            else: [certificate(own, "PrivateKeyEntry", subject: subject, issuer: subject)])
    }

    private static func find(_ entries: [JSON], _ context: RequestContext) throws(AdminRefusal) -> Int {
        let asked = context.names["certificate"] ?? ""
        guard let number = entries.firstIndex(where: { $0["aliasName"]?.text == asked }) else {
            throw AdminRefusal.missing(asked, among: entries.compactMap { $0["aliasName"]?.text })
        }
        return number
    }

    private static func certificate(
        _ alias: String, _ type: String, subject: String, issuer: String, algorithm: String = "RSA", size: Int = 2048
    ) -> JSON {
        .object([
            .init("aliasName", .string(alias)), .init("entryType", .string(type)), .init("issuer", .string(issuer)),
            .init("subject", .string(subject)), .init("keyAlgorithm", .string(algorithm)), .init("keySize", .int(size)),
            .init("signatureAlgorithm", .string("SHA256with\(algorithm)")),
        ])
    }

    private static func imports(_ operation: String, _ file: String, _ type: String, _ reference: String) -> Route {
        Administration.operation(
            "\(path)/\(operation)", "Adds a certificate under an alias; nothing is read of it.", .reported(reference)
        ) { deployment, context, index throws(AdminRefusal) in
            _ = try AdminMachines.known(deployment, context, index)
            let alias = try context.required("alias")
            guard
                context.parameters.files.contains(where: { $0.name == file.lowercased() })
                    || context.parameters.given(file.lowercased()) != nil
            else { throw AdminRefusal.notGiven(file) }
            return add(
                &deployment, index, alias,
                certificate(alias, type, subject: "CN=\(alias)", issuer: "CN=\(alias)"))
        }
    }

    /// An alias that is taken gets a page, whatever was asked for, as at a portal.
    private static func add(_ deployment: inout Deployment, _ index: Int, _ alias: String, _ entry: JSON) -> Outcome {
        var entries = entries(deployment, index)
        guard !entries.contains(where: { $0["aliasName"]?.text == alias }) else {
            let body = "<h1>Error</h1>\n<p>Unable to import certificate</p>\n<p>Code: 500</p>"
            return Outcome(
                body: .page(Page(title: "Error", body: body)),
                verdict: [
                    Verdict(
                        Administration.Rules.certificateTaken, facts: [.init("alias", alias)],
                        wouldPass: "an alias that is not one of \(names(deployment, index).joined(separator: ", "))")
                ])
        }
        entries.append(entry)
        deployment.sites[index].lists[key] = entries
        return .json(Administration.success)
    }
}
