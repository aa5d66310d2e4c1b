// SPDX-License-Identifier: Apache-2.0

/// Events that change tokens and signing keys.
extension Event {
    static let tokenEvents: [Kind] = [.revokeTokens, .rolloverIdPCertificate]

    /// Revokes every token of a user.
    public static func revokeTokens(ofUser user: String) -> Event { Event(.revokeTokens, user: user) }

    /// Revokes every token that a portal issued.
    public static func revokeTokens(ofPortal portal: String) -> Event { Event(.revokeTokens, portal: portal) }

    /// Revokes every token that a server issued.
    public static func revokeTokens(ofServer server: String) -> Event { Event(.revokeTokens, server: server) }

    /// Changes the certificate with which the identity provider signs; portals keep trusting the old one.
    public static var rollOverIdentityProviderCertificate: Event { Event(.rolloverIdPCertificate) }
}

extension Event.Kind {
    package static let revokeTokens = Self(
        "revoke-tokens", of: .personOrSite,
        told: { "the tokens of \($0.user == nil ? $0.itsSite : $0.itsUser) are revoked" }
    ) { deployment, event throws(Event.Impossible) in try deployment.revoke(event) }

    package static let rolloverIdPCertificate = Self(
        "rollover-idp-certificate", of: .nothing, told: { _ in "the identity provider has a new certificate" }
    ) { deployment, _ throws(Event.Impossible) in deployment.idpKey = deployment.idpKey == 0 ? 1 : 0 }
}

extension Deployment {
    /// Revokes all tokens of a person, or all that a site has issued.
    fileprivate mutating func revoke(_ event: Event) throws(Event.Impossible) {
        if event.user != nil { return try endTokens(of: try knownNames.person(event)) }
        try rotateKey(event)
    }

    /// Invalidates a person's tokens by raising the count that they carry. When the count overflows, the site's key
    /// changes instead.
    mutating func endTokens(of person: KnownNames.Person) throws(Event.Impossible) {
        switch person {
        case .member(let index, let number):
            portals[index].accounts[number].epoch &+= 1
            if portals[index].accounts[number].epoch == 0 { portals[index].issuer.rotate() }
        case .storeUser(let index, let number):
            servers[index].accounts[number].epoch &+= 1
            if servers[index].accounts[number].epoch == 0 { servers[index].issuer.rotate() }
        case .siteAdmin(let index):
            servers[index].siteAdminEpoch &+= 1
            if servers[index].siteAdminEpoch == 0 { servers[index].issuer.rotate() }
        }
    }
}
