// SPDX-License-Identifier: Apache-2.0

import Formats

/// A place that hands out or checks tokens.
///
/// Doors differ in method rules, wording and envelope. More doors may come.
public struct Door: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case sharingGenerateToken = "sharing/generateToken"
        case sharingRestGenerateToken = "sharing/rest/generateToken"
        case sharing = "sharing"
        case oauth2 = "oauth2"
        case tokensGenerateToken = "tokens/generateToken"
        case adminGenerateToken = "admin/generateToken"
        case admin = "admin"
        case portalAdmin = "portaladmin"
        case info = "rest/info"
        case idp = "idp"
        case restAdmin = "rest/admin"
        case catalog = "catalog"
        case service = "service"
    }

    package let kind: Kind

    package init(_ kind: Kind) { self.kind = kind }

    /// Returns whether two doors are the same. Written out because what is raw representable is otherwise compared by
    /// its texts, a dozen times in each request.
    public static func == (one: Door, other: Door) -> Bool { one.kind == other.kind }

    /// Hashes the door.
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// The portal's `sharing/generateToken`, without `rest`.
    public static var sharingGenerateToken: Door { Door(.sharingGenerateToken) }
    /// The portal's `sharing/rest/generateToken`.
    public static var sharingRestGenerateToken: Door { Door(.sharingRestGenerateToken) }
    /// The rest of the sharing API.
    public static var sharing: Door { Door(.sharing) }
    /// The portal's `oauth2` endpoints and sign-in pages.
    public static var oauth2: Door { Door(.oauth2) }
    /// A server's `tokens/generateToken`.
    public static var tokensGenerateToken: Door { Door(.tokensGenerateToken) }
    /// A server's `admin/generateToken`.
    public static var adminGenerateToken: Door { Door(.adminGenerateToken) }
    /// A server's administrator directory.
    public static var admin: Door { Door(.admin) }
    /// The portal's administrator directory, `portaladmin`.
    public static var portalAdmin: Door { Door(.portalAdmin) }
    /// A server's `rest/info`.
    public static var info: Door { Door(.info) }
    /// The built-in identity provider.
    public static var idp: Door { Door(.idp) }
    /// The administration of a server's hosted services, `rest/admin`.
    public static var restAdmin: Door { Door(.restAdmin) }
    /// A server's services directory: the root and its folders.
    public static var catalog: Door { Door(.catalog) }
    /// A service and what is below it.
    public static var service: Door { Door(.service) }
}

extension Door: RawRepresentable, CaseIterable {
    /// The doors that this version knows.
    public static let allCases = Kind.allCases.map(Door.init)

    /// The door's name, as scenarios and the journal have it: `sharing/rest/generateToken`.
    public var rawValue: String { kind.rawValue }

    /// Creates the door of a name, or returns `nil` if there is none.
    public init?(rawValue: String) {
        guard let kind = Kind(rawValue: rawValue) else { return nil }
        self.init(kind)
    }

    /// The envelope of its errors.
    var envelope: ErrorBody.Envelope {
        switch kind {
        case .admin, .adminGenerateToken, .portalAdmin: .status
        case .oauth2: .oauth("invalid_request")
        default: .error
        }
    }
}
