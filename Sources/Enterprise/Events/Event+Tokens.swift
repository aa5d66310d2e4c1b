// SPDX-License-Identifier: Apache-2.0

/// What happens to tokens, and to the keys that things are signed with.
extension Event {
    static let tokenEvents: [Kind] = [.revokeTokens, .rolloverIdPCertificate]

    /// Every token of a user ends.
    public static func revokeTokens(user: String) -> Event { Event(.revokeTokens, user: user) }

    /// Every token ends that a portal made.
    public static func revokeTokens(portal: String) -> Event { Event(.revokeTokens, portal: portal) }

    /// Every token ends that a server made.
    public static func revokeTokens(server: String? = nil) -> Event { Event(.revokeTokens, server: server) }

    /// The identity provider signs with another certificate, and portals keep trusting the old one.
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
    /// All of one person, or all that a site has made.
    fileprivate mutating func revoke(_ event: Event) throws(Event.Impossible) {
        if event.user != nil { return try endTokens(of: try knownNames.person(event)) }
        try rotateKey(event)
    }

    /// A token carries its person's count; when the count comes round, the site's key changes instead.
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
