// SPDX-License-Identifier: Apache-2.0

import Formats

/// An endpoint that issues or checks tokens. Doors differ in allowed methods, error texts and envelopes.
public enum Door: String, Sendable, Hashable, CaseIterable {
    /// The portal's `sharing/generateToken`, without `rest`.
    case sharingGenerateToken = "sharing/generateToken"
    /// The portal's `sharing/rest/generateToken`.
    case sharingRestGenerateToken = "sharing/rest/generateToken"
    /// All other endpoints of the sharing API.
    case sharing = "sharing"
    /// The portal's `oauth2` endpoints and sign-in pages.
    case oauth2 = "oauth2"
    /// A server's `tokens/generateToken`.
    case tokensGenerateToken = "tokens/generateToken"
    /// A server's `admin/generateToken`.
    case adminGenerateToken = "admin/generateToken"
    /// A server's administrator directory.
    case admin = "admin"
    /// The portal's administrator directory, `portaladmin`.
    case portalAdmin = "portaladmin"
    /// A server's `rest/info`.
    case info = "rest/info"
    /// The built-in identity provider.
    case idp = "idp"
    /// A server's services directory: the root and its folders.
    case catalog = "catalog"
    /// A service and the resources below it.
    case service = "service"

    /// The envelope of its errors.
    var envelope: ErrorBody.Envelope {
        switch self {
        case .admin, .adminGenerateToken, .portalAdmin: .status
        case .oauth2: .oauth("invalid_request")
        default: .error
        }
    }
}
