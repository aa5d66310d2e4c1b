// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Where a portal answers.
///
/// URLs do not end in a slash. `absoluteString` gives the text of any of them.
public struct PortalSite: Sendable, Hashable {
    /// The portal's name in the scenario.
    public let name: String
    @usableFromInline package let string: String
    private let plain: String

    init(_ site: Sites.Site) {
        (name, string, plain) = (site.name, site.url, site.plainURL)
    }

    private init(name: String, plain: String) {
        (self.name, string, self.plain) = (name, plain, plain)
    }

    /// The same portal over HTTP where it speaks that: for clients that cannot be told whom to trust, such as URLSession
    /// on Linux.
    public var overHTTP: PortalSite { PortalSite(name: name, plain: plain) }
}

extension PortalSite {
    /// The portal's URL, over HTTPS where it speaks that: `https://127.0.0.1:7443/portal`.
    @_alwaysEmitIntoClient public var url: URL { string.url }
    /// The sharing API: `…/sharing/rest`.
    @_alwaysEmitIntoClient public var sharingURL: URL { "\(string)/sharing/rest".url }
    /// The token door of the sharing API: `…/sharing/rest/generateToken`.
    @_alwaysEmitIntoClient public var generateTokenURL: URL { "\(string)/sharing/rest/generateToken".url }
    /// The token door without `rest`, which older clients use: `…/sharing/generateToken`.
    @_alwaysEmitIntoClient public var legacyGenerateTokenURL: URL { "\(string)/sharing/generateToken".url }
    /// The page where people sign in: `…/sharing/rest/oauth2/authorize`.
    @_alwaysEmitIntoClient public var authorizeURL: URL { "\(string)/sharing/rest/oauth2/authorize".url }
    /// Where apps get tokens: `…/sharing/rest/oauth2/token`.
    @_alwaysEmitIntoClient public var oauthTokenURL: URL { "\(string)/sharing/rest/oauth2/token".url }
    /// What the portal tells about itself: `…/sharing/rest/portals/self`.
    @_alwaysEmitIntoClient public var selfURL: URL { "\(string)/sharing/rest/portals/self".url }
    /// The administrator directory: `…/portaladmin`.
    @_alwaysEmitIntoClient public var adminURL: URL { "\(string)/portaladmin".url }
}
