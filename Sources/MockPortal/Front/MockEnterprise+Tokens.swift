// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Trust

extension MockEnterprise {
    /// Makes a token as a door would have, without the dance.
    ///
    /// ```swift
    /// import MockPortal
    ///
    /// func tokens(_ mock: MockEnterprise) throws -> [String] {
    ///     [
    ///         try mock.token(for: "viewer"),
    ///         try mock.token(for: .app("mockapp"), lifetime: .seconds(90)),
    ///         try mock.token(for: "viewer", boundTo: .referer("https://app.example")),
    ///         try mock.token(for: .siteAdministrator, at: "gis", flaw: .expired),
    ///     ]
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - subject: Whose token it is; a literal names a user.
    ///   - site: The portal or the server that makes it, by name; `nil`: the first portal, or the first server where there
    ///     is none. Of a federated server: what its portal gives in exchange.
    ///   - binding: What it is bound to; `nil`: nothing.
    ///   - lifetime: How long it lives from now on, by the deployment's clock, in whole milliseconds; an hour unless given.
    ///   - flaw: What is wrong with it; `nil`: nothing. An app's tokens cannot be revoked.
    /// - Returns: The token.
    /// - Throws: ``MockEnterpriseError`` if nobody is of that name, or the site makes no such tokens.
    public func token(
        for subject: TokenSubject, at site: String? = nil, boundTo binding: TokenBinding? = nil,
        lifetime: Duration = .seconds(3600), flaw: TokenFlaw? = nil
    ) throws(MockEnterpriseError) -> String {
        var order = TokenOrder(subject.subject)
        order.at = site
        (order.referer, order.ip) = (binding?.referer, binding?.address)
        order.life = flaw == .expired ? -60_000 : lifetime.milliseconds
        order.isForeign = flaw == .foreign
        order.isRevoked = flaw == .revoked
        do throws(Event.Impossible) {
            return try instance.edit(.token) { state throws(Event.Impossible) in
                let string = try state.deployment.issue(order, at: state.clock.now).string
                return (string, order.told(string))
            }
        } catch {
            throw MockEnterpriseError(error)
        }
    }

    /// Whose a token is. A string literal names a user.
    public struct TokenSubject: Sendable, Hashable, ExpressibleByStringLiteral {
        let subject: TokenOrder.Subject

        private init(_ subject: TokenOrder.Subject) { self.subject = subject }

        /// Makes the subject of a user's tokens from a literal.
        public init(stringLiteral name: String) { self.init(.user(name)) }

        /// Returns the subject of a user's tokens, by the user name.
        public static func user(_ name: String) -> TokenSubject { TokenSubject(.user(name)) }
        /// Returns the subject of the tokens that `client_credentials` gives an app, by its client id.
        public static func app(_ clientID: String) -> TokenSubject { TokenSubject(.app(clientID)) }
        /// The primary site administrator of a server.
        public static var siteAdministrator: TokenSubject { TokenSubject(.siteAdmin) }
    }

    /// What a token is bound to.
    public struct TokenBinding: Sendable, Hashable {
        var referer: String?
        var address: String?

        /// Returns the binding to the Referer of the requests that use the token.
        public static func referer(_ referer: String) -> TokenBinding { TokenBinding(referer: referer) }
        /// Returns the binding to a client's address, in figures.
        public static func address(_ address: String) -> TokenBinding { TokenBinding(address: address) }
    }

    /// What is wrong with a token that should be refused.
    public struct TokenFlaw: Sendable, Hashable {
        private let name: String

        private init(_ name: String) { self.name = name }

        /// Its life is over: it ended a minute ago, by the deployment's clock.
        public static let expired = TokenFlaw("expired")
        /// Another deployment made it.
        public static let foreign = TokenFlaw("foreign")
        /// It was revoked.
        public static let revoked = TokenFlaw("revoked")
    }
}
