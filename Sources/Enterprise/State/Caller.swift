// SPDX-License-Identifier: Apache-2.0

/// The caller of a request, determined from its token.
enum Caller: Sendable, Hashable {
    case anonymous
    /// A member of a portal.
    case member(portal: Int, account: Int)
    /// An app of a portal, by client_credentials: no particular user.
    case app(portal: Int, app: Int)
    /// A user of a standalone server's own store.
    case storeUser(server: Int, account: Int)
    /// The primary site administrator of a server.
    case siteAdmin(server: Int)
}
