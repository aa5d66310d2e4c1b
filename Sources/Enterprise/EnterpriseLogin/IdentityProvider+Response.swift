// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

extension IdentityProvider {
    /// Returns the response: its content is decided here, and a worker signs it.
    static func respond(
        _ deployment: inout Deployment, _ context: RequestContext, _ asked: Asked, _ provider: SAMLProvider,
        _ account: Account
    ) -> Deferrable<Outcome> {
        let consumer = deployment.assertionConsumer(portal: asked.portal, context)
        let faults = provider.faults
        let name = account.nameID ?? account.username
        let nameID =
            faults.contains(.missingClaim)
            ? "_" + Hex.encode(deployment.generator.bytes(16)) : faults.contains(.nameIDCase) ? swapped(name) : name
        let response = SAMLResponse(
            id: "_" + Hex.encode(deployment.generator.bytes(16)),
            assertionID: "_" + Hex.encode(deployment.generator.bytes(16)), requestID: asked.id, consumer: consumer,
            audience: faults.contains(.wrongAudience)
                ? "https://somebody-else.example" : deployment.entityID(portal: asked.portal, context),
            nameID: nameID, fullName: account.fullName, email: account.email,
            at: faults.contains(.clockSkew) ? context.now.advanced(minutes: 10) : context.now)
        let number = faults.contains(.rolledOverCertificate) ? 1 : deployment.idpKey
        let relayState = asked.relayState
        let isEncrypted = faults.contains(.encryptedAssertion)
        let cipher = isEncrypted ? deployment.generator.bytes(256) : []
        return .deferred {
            guard let key = SigningKey.shared(number),
                let signed = try? XMLSignature.sign(
                    isEncrypted ? response.encrypted(cipher) : response.xml,
                    id: isEncrypted || provider.signsResponse ? response.id : response.assertionID, by: key,
                    usesSHA1: provider.usesSHA1)
            else { return .page(Page(title: "Error", body: "<h1>Error</h1>")) }
            let fields = [("SAMLResponse", Base64.encode(Array(signed.utf8))), ("RelayState", relayState)]
            return .page(PostForm.page("Working...", consumer, fields))
        }
    }

    /// Returns a name with uppercase and lowercase letters swapped.
    private static func swapped(_ name: String) -> String {
        String(name.map { $0.isLowercase ? Character($0.uppercased()) : Character($0.lowercased()) })
    }
}
