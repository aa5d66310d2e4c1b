// SPDX-License-Identifier: Apache-2.0

/// A portal or a server of a deployment, by its index in the list.
enum Site: Sendable, Hashable, Codable {
    case portal(Int)
    case server(Int)
    /// The built-in identity provider, one for all portals.
    case idp

    var kind: SiteKind {
        switch self {
        case .portal: .portal
        case .server: .server
        case .idp: .idp
        }
    }
}
