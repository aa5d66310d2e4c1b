// SPDX-License-Identifier: Apache-2.0

/// Who a request comes from, once its token was looked at.
enum Caller: Sendable, Hashable {
    case anonymous
    /// A member of a portal.
    case member(portal: Int, account: Int)
    /// An app of a portal, by client_credentials: nobody in particular.
    case app(portal: Int, app: Int)
    /// A user of a standalone server's own store.
    case storeUser(server: Int, account: Int)
    /// The primary site administrator of a server.
    case siteAdmin(server: Int)
}
