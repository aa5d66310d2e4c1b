// SPDX-License-Identifier: Apache-2.0

package import Facts

/// What a token says, and what has become of it: what only its issuer can read.
package struct TokenReport: Sendable, Hashable {
    /// Whether a door would accept it by itself, whatever it is bound to.
    package enum State: String, Sendable, CaseIterable {
        case good
        case expired
        /// It was revoked by itself.
        case revoked
        /// Its user is gone or disabled, or has a new password; its app or site administrator is no more.
        case ended
    }

    /// In the words of this double: `member`, `app`, `exchangedMember`, …
    package var kind: String
    /// The kind of site that issued it, and its name.
    package var issuer: (kind: SiteKind, name: String) {
        get { (issuerKind, issuerName) }
        set { (issuerKind, issuerName) = newValue }
    }
    private var issuerKind: SiteKind
    private var issuerName: String
    /// The user's name, or an app's client id; `nil`: there is none any more.
    package var subject: String?
    /// `none`, `referer`, `address`, …
    package var bindingKind: String
    /// The referer or address that it is bound to.
    package var boundTo: String?
    /// In whole minutes.
    package var issued: Instant
    package var expires: Instant
    package var state: State

    fileprivate init(
        _ token: Token, _ issuer: (SiteKind, String), subject: String?, boundTo: String?, state: State
    ) {
        kind = "\(token.kind)"
        (issuerKind, issuerName) = issuer
        self.subject = subject
        bindingKind = "\(token.binding.kind)"
        self.boundTo = boundTo
        issued = Instant(milliseconds: Int64(token.issuedMinute) * 60_000)
        expires = token.expires
        self.state = state
    }
}

extension Deployment {
    /// Returns what a token says, or `nil` if no site here can read it.
    package func report(onToken string: String, at now: Instant) -> TokenReport? {
        for (index, portal) in portals.enumerated() {
            guard let token = portal.issuer.open(string) else { continue }
            let isRevoked = portal.issuer.isRevoked(string)
            return report(
                token, .portal(index), by: (.portal, portal.name), at: now, isRevoked: isRevoked)
        }
        for (index, server) in servers.enumerated() {
            guard let token = server.issuer.open(string) else { continue }
            // The server's key seals what a portal exchanged, and the subject is the portal's.
            let isExchanged = token.kind == .exchangedMember || token.kind == .exchangedApp
            let site = isExchanged ? server.federation.map { Site.portal($0.portal) } ?? .server(index) : .server(index)
            return report(
                token, site, by: (.server, server.name), at: now, isRevoked: server.issuer.isRevoked(string))
        }
        return nil
    }

    private func report(
        _ token: Token, _ site: Site, by issuer: (SiteKind, String), at now: Instant, isRevoked: Bool
    ) -> TokenReport {
        let caller = try? TokenFilter.caller(self, TokenFilter.Opened(token: token, site: site))
        let state: TokenReport.State =
            if isRevoked {
                .revoked
            } else if caller == nil, token.kind != .exchangedElsewhere {
                .ended
            } else {
                now < token.expires ? .good : .expired
            }
        let bound = bindings.text(token.binding)
        return TokenReport(
            token, issuer, subject: caller.flatMap(name(of:)) ?? subject(of: token, site),
            boundTo: token.binding.kind == .none || bound.isEmpty ? nil : bound, state: state)
    }

    /// Returns whose token it was that has ended.
    private func subject(of token: Token, _ site: Site) -> String? {
        let number = Int(token.subject)
        switch (token.kind, site) {
        case (.siteAdmin, .server(let server)): return servers[server].siteAdmin?.username
        case (.member, .portal(let portal)), (.exchangedMember, .portal(let portal)):
            return portals[portal].accounts.indices.contains(number)
                ? portals[portal].accounts[number].username : nil
        case (.storeUser, .server(let server)):
            return servers[server].accounts.indices.contains(number)
                ? servers[server].accounts[number].username : nil
        default: return nil
        }
    }
}
