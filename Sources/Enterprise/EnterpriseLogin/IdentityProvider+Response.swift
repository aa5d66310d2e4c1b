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
        // What nobody asked for goes to an address of its own, as with Entra ID.
        let consumer =
            deployment.assertionConsumer(portal: asked.portal, context) + (asked.id == nil ? "2" : "")
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
            nameID: nameID, attributes: attributes(of: account),
            at: faults.contains(.clockSkew) ? context.now.advanced(minutes: 10) : context.now)
        let number = faults.contains(.rolledOverCertificate) ? 1 : deployment.idpKey
        let relayState = asked.relayState
        let isEncrypted = faults.contains(.encryptedAssertion)
        let cipher = isEncrypted ? deployment.generator.bytes(256) : []
        return .deferred {
            guard let signed = try? signed(response, provider, number, cipher: isEncrypted ? cipher : nil) else {
                return .page(Page(title: "Error", body: "<h1>Error</h1>"))
            }
            let fields = [("SAMLResponse", Base64.encode(Array(signed.utf8))), ("RelayState", relayState)]
            return .page(PostForm.page("Working...", consumer, fields))
        }
    }

    /// Returns the response signed and encrypted as the provider does it: an assertion is signed before it is encrypted,
    /// and a response afterwards (SAML core section 6.2). `cipher`: what nobody can decrypt.
    private static func signed(
        _ response: SAMLResponse, _ provider: SAMLProvider, _ number: Int, cipher: [UInt8]?
    ) throws(XMLFailure) -> String {
        guard let key = SigningKey.shared(number) else { throw XMLFailure(description: "no key") }
        if let cipher {
            return try XMLSignature.sign(
                response.encrypted(cipher), id: response.id, by: key, usesSHA1: provider.usesSHA1)
        }
        guard provider.encrypts else {
            return try XMLSignature.sign(
                response.xml, id: provider.signsResponse ? response.id : response.assertionID, by: key,
                usesSHA1: provider.usesSHA1)
        }
        guard let portal = SigningKey.shared(SigningKey.portal) else { throw XMLFailure(description: "no key") }
        guard provider.signsResponse else {
            let signed = try XMLSignature.sign(
                response.xml, id: response.assertionID, by: key, usesSHA1: provider.usesSHA1)
            return try XMLSignature.encrypt(signed, for: portal.certificate)
        }
        return try XMLSignature.sign(
            try XMLSignature.encrypt(response.xml, for: portal.certificate), id: response.id, by: key,
            usesSHA1: provider.usesSHA1)
    }

    /// Returns what the provider says of a person, under the names that the portal reads
    /// (docs/reference/enterprise-logins.md#the-portal-as-a-service-provider, 1.7).
    private static func attributes(of account: Account) -> [(String, [String])] {
        let claims = account.claims
        var list = [("givenName", [claims.givenName ?? account.fullName])]
        if let surname = claims.surname { list.append(("surname", [surname])) }
        list.append(("emailaddress", [claims.email ?? account.email]))
        if !claims.groups.isEmpty { list.append(("Group", claims.groups)) }
        return list
    }

    /// Returns a name with uppercase and lowercase letters swapped.
    private static func swapped(_ name: String) -> String {
        String(name.map { $0.isLowercase ? Character($0.uppercased()) : Character($0.lowercased()) })
    }
}
