// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// `generateCSR`, `importSignedCertificate` and `export` of a machine's certificate.
enum CertificateRequests {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"
    private static let path = "\(MachineCertificates.path)/{certificate}"

    static let routes: [Route] = [
        Administration.resource(
            "\(path)/generateCSR", "A certificate signing request of its key.", .documented("\(manual)generatecsr")
        ) { deployment, context, index throws(AdminRefusal) in
            let certificate = try completed(&deployment, context, index)
            guard let text = certificate.stored?.request() else {
                throw MachineCertificates.unreadable(
                    certificate.alias, "a certificate with a key: generate one, or import a PKCS #12 file",
                    certificate.kind.rawValue)
            }
            return .json(.object([.init("certificateSigningRequest", .string(text))]))
        },
        Administration.operation(
            "\(path)/importSignedCertificate", "Puts an authority's certificate of the key in the place of its own.",
            .documented("\(manual)importcasignedcertificate")
        ) { deployment, context, index throws(AdminRefusal) in
            let certificate = try completed(&deployment, context, index)
            guard let file = context.parameters.files.first else { throw AdminRefusal.notGiven("caSignedCertificate") }
            let signed: StoredCertificate?
            do throws(StoredCertificate.Unreadable) {
                signed = certificate.stored?.signed(try StoredCertificate(reading: file.bytes))
            } catch {
                throw MachineCertificates.unreadable(certificate.alias, "a certificate in PEM or DER", "\(error)")
            }
            guard let signed else {
                throw AdminRefusal(
                    Administration.ErrorBodies.certificateOtherKey.about(certificate.alias),
                    Administration.Rules.certificateOtherKey, facts: [.init("alias", certificate.alias)],
                    wouldPass: "the certificate that was made of its generateCSR")
            }
            let number = try MachineCertificates.find(deployment, context, index)
            deployment.sites[index].certificates[number].stored = signed
            return .json(Administration.success)
        },
        Administration.resource(
            "\(path)/export", "The certificate as a file.", .documented("\(manual)exportcertificate")
        ) { deployment, context, index throws(AdminRefusal) in
            let certificate = try completed(&deployment, context, index)
            return Outcome(
                body: .bytes(Array((certificate.stored?.pem ?? "").utf8), type: "application/x-x509-ca-cert"),
                fields: [
                    .init("Content-Disposition", "attachment; filename=\"\(certificate.alias).cer\"")
                ])
        },
    ]

    /// Returns the certificate of the path with its key, which the site keeps from now on.
    private static func completed(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> SiteCertificate {
        _ = try AdminMachines.known(deployment, context, index)
        let number = try MachineCertificates.find(deployment, context, index)
        var all = MachineCertificates.all(deployment, index)
        if all[number].lacksKey {
            do throws(KeyFailure) {
                all[number].complete(try context.newKey(SiteCertificate.bits(nil)), at: context.now)
            } catch { throw AdminRefusal(error, for: all[number].alias) }
        }
        deployment.sites[index].certificates = all
        return all[number]
    }
}
