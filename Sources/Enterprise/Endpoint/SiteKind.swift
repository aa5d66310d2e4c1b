// SPDX-License-Identifier: Apache-2.0

/// The kinds of site that a request can come to.
package enum SiteKind: String, Sendable {
    case portal, server
    /// The built-in identity provider.
    case idp
}
