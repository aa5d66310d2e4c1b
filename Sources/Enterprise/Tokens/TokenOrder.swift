// SPDX-License-Identifier: Apache-2.0

package import Facts
import Formats
import Trust

/// An order for a token without a login: for whom, from which site, bound to what, and for how long.
package struct TokenOrder: Sendable, Hashable {
    package enum Subject: Sendable, Hashable {
        case user(String)
        /// An app by its client id.
        case app(String)
        /// The primary site administrator of a server.
        case siteAdmin
    }

    package var subject: Subject
    /// `portal`, a portal's name or a server's; `nil` is the first portal, or the first server where there is none.
    package var at: String?
    /// `referer`, `ip` or `requestip`; `nil` follows from the other two.
    package var client: String?
    package var referer: String?
    package var ip: String?
    /// The lifetime from now on, in milliseconds; a negative one is an expired token.
    package var life: Int64 = 3_600_000
    /// A Boolean value that indicates whether it is issued with a key that this deployment does not have, as by another
    /// portal.
    package var isForeign = false
    /// A Boolean value that indicates whether it is issued before the user's tokens were last revoked.
    package var isRevoked = false

    package init(_ subject: Subject) {
        self.subject = subject
    }

    package var minutes: Int64 {
        get { life / 60_000 }
        set { life = newValue * 60_000 }
    }
}

extension Deployment {
    /// Issues a token as a door would, without credentials.
    ///
    /// - Throws: `Event.Impossible` if the subject does not exist, or the site does not issue such tokens.
    package mutating func issue(
        _ order: TokenOrder, at now: Instant
    ) throws(Event.Impossible) -> (string: String, expires: Instant) {
        let binding = try bind(order)
        var maker = try maker(order)
        if order.isRevoked {
            if case .app = order.subject { throw .init(message: "an app's tokens cannot be revoked") }
            maker.epoch &-= 1
        }
        // A token cannot represent times before 1970.
        let expires = max(now.advanced(milliseconds: order.life), Instant(milliseconds: 0))
        let token = Token(
            kind: maker.kind, subject: maker.subject, epoch: maker.epoch, binding: binding, issued: min(now, expires),
            expires: expires)
        var issuer = maker.issuer
        if order.isForeign { issuer = Issuer(issuer.layout, name: "elsewhere", seed: generator.next()) }
        return (issuer.string(token, generator: &generator), token.expires)
    }

    private struct Maker {
        var kind: Token.Kind
        var subject: Int
        var epoch: UInt16 = 0
        var issuer: Issuer
    }

    private func maker(_ order: TokenOrder) throws(Event.Impossible) -> Maker {
        if let name = order.at, let server = servers.firstIndex(where: { $0.name == name }) {
            return try maker(order, server: server)
        }
        if case .siteAdmin = order.subject { return try maker(order, server: try index(server: order.at)) }
        if order.at == nil, portals.isEmpty { return try maker(order, server: try index(server: nil)) }
        let portal = portals.count == 1 && order.at == "portal" ? 0 : try index(portal: order.at ?? portals[0].name)
        let issuer = portals[portal].issuer
        switch order.subject {
        case .user(let name):
            let number = try member(name, of: portal)
            return Maker(
                kind: .member, subject: number, epoch: portals[portal].accounts[number].epoch, issuer: issuer)
        case .app(let id): return Maker(kind: .app, subject: try app(id, of: portal), issuer: issuer)
        case .siteAdmin: throw .init(message: "a portal has no site administrator: name a server")
        }
    }

    /// Returns the issuer: a server's own or, where it is federated, its portal's exchange.
    private func maker(_ order: TokenOrder, server: Int) throws(Event.Impossible) -> Maker {
        let issuer = servers[server].issuer
        switch order.subject {
        case .siteAdmin:
            guard servers[server].siteAdmin != nil else {
                throw .init(message: "server \"\(servers[server].name)\" has no site administrator")
            }
            return Maker(kind: .siteAdmin, subject: 0, epoch: servers[server].siteAdminEpoch, issuer: issuer)
        case .user(let name):
            if let portal = servers[server].federation?.portal {
                let number = try member(name, of: portal)
                return Maker(
                    kind: .exchangedMember, subject: number, epoch: portals[portal].accounts[number].epoch,
                    issuer: issuer)
            }
            guard let number = servers[server].accounts.number(named: name) else {
                throw nobody(name, servers[server].accounts)
            }
            return Maker(
                kind: .storeUser, subject: number, epoch: servers[server].accounts[number].epoch, issuer: issuer)
        case .app(let id):
            guard let portal = servers[server].federation?.portal else {
                throw .init(message: "server \"\(servers[server].name)\" stands alone and knows no apps")
            }
            return Maker(kind: .exchangedApp, subject: try app(id, of: portal), issuer: issuer)
        }
    }

    private func member(_ name: String, of portal: Int) throws(Event.Impossible) -> Int {
        guard let number = portals[portal].accounts.number(named: name) else {
            throw nobody(name, portals[portal].accounts)
        }
        return number
    }

    private func nobody(_ name: String, _ accounts: Accounts) -> Event.Impossible {
        Event.Impossible(
            message: "no user is named \"\(name)\"",
            suggestion: Suggestion.nearest(to: name, among: accounts.list.map(\.username)))
    }

    private func app(_ id: String, of portal: Int) throws(Event.Impossible) -> Int {
        guard let number = portals[portal].apps.firstIndex(where: { $0.clientID == id }) else {
            throw .init(
                message: "there is no app \"\(id)\"",
                suggestion: Suggestion.nearest(to: id, among: portals[portal].apps.map(\.clientID)))
        }
        return number
    }

    private mutating func bind(_ order: TokenOrder) throws(Event.Impossible) -> Binding {
        switch order.client ?? (order.referer != nil ? "referer" : order.ip != nil ? "ip" : nil) {
        case nil: return .none
        case "referer":
            guard let referer = order.referer else { throw .init(message: "client \"referer\" needs \"referer\"") }
            return bindings.bind(.referer, to: referer)
        case "ip":
            guard let ip = order.ip else { throw .init(message: "client \"ip\" needs \"ip\"") }
            return bindings.bind(.address, to: ip)
        case "requestip": return bindings.bind(.requestAddress, to: order.ip ?? "127.0.0.1")
        case let other?:
            throw .init(
                message: "there is no client \"\(other)\"",
                suggestion: Suggestion.nearest(to: other, among: ["referer", "ip", "requestip"]))
        }
    }
}
