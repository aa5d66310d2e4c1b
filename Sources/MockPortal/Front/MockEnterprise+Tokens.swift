// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Trust

extension MockEnterprise {
    /// What a token is bound to.
    public enum Binding: Sendable, Hashable {
        /// Nothing.
        case none
        /// The Referer of the requests that use it.
        case referer(String)
        /// A client's address, in figures.
        case address(String)
    }

    /// What is wrong with a token that should be refused.
    public enum Flaw: Sendable, Hashable {
        /// Its life is over: it ended a minute ago, by the deployment's clock.
        case expired
        /// Another deployment made it.
        case foreign
        /// It was revoked.
        case revoked
    }

    /// A token without the dance, as a door would have made it: for a user.
    ///
    /// - Parameters:
    ///   - user: The user name.
    ///   - site: The portal or the server that makes it, by name; `nil`: the first portal, or the first server where there
    ///     is none. Of a federated server: what its portal gives in exchange.
    ///   - binding: What it is bound to.
    ///   - minutes: How long it lives from now on, by the deployment's clock.
    ///   - flaw: What is wrong with it; `nil`: nothing.
    /// - Returns: The token.
    /// - Throws: ``Impossible`` if nobody is of that name, or the site makes no such tokens.
    public func token(
        for user: String, at site: String? = nil, bound binding: Binding = .none, minutes: Int = 60, flaw: Flaw? = nil
    ) throws(Impossible) -> String {
        try token(.user(user), site, binding, minutes, flaw)
    }

    /// The same for an app, by its client id, as `client_credentials` would give.
    ///
    /// - Parameters:
    ///   - clientID: The app.
    ///   - site: The portal or the server that makes it; `nil`: the first portal.
    ///   - minutes: How long it lives from now on, by the deployment's clock.
    ///   - flaw: What is wrong with it; `nil`: nothing. An app's tokens cannot be revoked.
    /// - Returns: The token.
    /// - Throws: ``Impossible`` if there is no such app.
    public func token(
        forApp clientID: String, at site: String? = nil, minutes: Int = 60, flaw: Flaw? = nil
    ) throws(Impossible) -> String {
        try token(.app(clientID), site, .none, minutes, flaw)
    }

    /// The same for the primary site administrator of a server.
    ///
    /// - Parameters:
    ///   - server: The server; `nil`: the only one.
    ///   - binding: What it is bound to.
    ///   - minutes: How long it lives from now on, by the deployment's clock.
    ///   - flaw: What is wrong with it; `nil`: nothing.
    /// - Returns: The token.
    /// - Throws: ``Impossible`` if the server has no site administrator.
    public func token(
        forSiteAdministratorOf server: String? = nil, bound binding: Binding = .none, minutes: Int = 60,
        flaw: Flaw? = nil
    ) throws(Impossible) -> String {
        try token(.siteAdmin, server, binding, minutes, flaw)
    }

    private func token(
        _ subject: TokenOrder.Subject, _ site: String?, _ binding: Binding, _ minutes: Int, _ flaw: Flaw?
    ) throws(Impossible) -> String {
        var order = TokenOrder(subject)
        order.at = site
        switch binding {
        case .none: break
        case .referer(let referer): order.referer = referer
        case .address(let address): order.ip = address
        }
        order.minutes = flaw == .expired ? -1 : Int64(clamping: minutes)
        order.isForeign = flaw == .foreign
        order.isRevoked = flaw == .revoked
        do throws(Event.Impossible) {
            return try instance.edit(.token) { state throws(Event.Impossible) in
                let string = try state.deployment.issue(order, at: state.clock.now).string
                return (string, order.told(string))
            }
        } catch {
            throw Impossible(error)
        }
    }
}
