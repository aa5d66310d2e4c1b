// SPDX-License-Identifier: Apache-2.0

/// Where a portal answers. URLs have no last slash.
public struct PortalSite: Sendable, Hashable {
    /// Its name in the scenario.
    public let name: String
    /// Over HTTPS where it speaks that, else over HTTP: `https://127.0.0.1:7443/portal`.
    public let url: String
    private let plainURL: String

    init(_ site: Sites.Site) {
        (name, url, plainURL) = (site.name, site.url, site.plainURL)
    }

    private init(name: String, url: String, plainURL: String) {
        (self.name, self.url, self.plainURL) = (name, url, plainURL)
    }

    /// The same portal over HTTP where it speaks that: for clients that cannot be told whom to trust, as URLSession on
    /// Linux.
    public var overHTTP: PortalSite { PortalSite(name: name, url: plainURL, plainURL: plainURL) }

    /// The sharing API: `…/sharing/rest`.
    public var sharingURL: String { "\(url)/sharing/rest" }
    /// `…/sharing/rest/generateToken`
    public var generateTokenURL: String { "\(url)/sharing/rest/generateToken" }
    /// `…/sharing/generateToken`, the door without `rest`, which older clients use.
    public var legacyGenerateTokenURL: String { "\(url)/sharing/generateToken" }
    /// `…/sharing/rest/oauth2/authorize`
    public var authorizeURL: String { "\(url)/sharing/rest/oauth2/authorize" }
    /// `…/sharing/rest/oauth2/token`
    public var oauthTokenURL: String { "\(url)/sharing/rest/oauth2/token" }
    /// `…/sharing/rest/portals/self`
    public var selfURL: String { "\(url)/sharing/rest/portals/self" }
    /// The administrator directory: `…/portaladmin`.
    public var adminURL: String { "\(url)/portaladmin" }
}
