// SPDX-License-Identifier: Apache-2.0

import Formats

extension MockEnterprise {
    /// The portals, in the order of the scenario and by name: `portal.portals["portal"]`.
    public var portals: SiteList<PortalSite> { SiteList(sites.portals.map { ($0.name, PortalSite($0)) }) }
    /// The servers, in the order of the scenario and by name: `portal.servers["gis"]`.
    public var servers: SiteList<ServerSite> { SiteList(sites.servers.map { ($0.name, ServerSite($0)) }) }

    /// A portal.
    ///
    /// - Parameter name: Its name in the scenario; `nil`: the first.
    /// - Returns: Where it answers.
    /// - Throws: ``Impossible`` if there is none of that name.
    public func portal(_ name: String? = nil) throws(Impossible) -> PortalSite {
        try Self.site(name, portals, "portal")
    }

    /// A server.
    ///
    /// - Parameter name: Its name in the scenario; `nil`: the first.
    /// - Returns: Where it answers.
    /// - Throws: ``Impossible`` if there is none of that name.
    public func server(_ name: String? = nil) throws(Impossible) -> ServerSite {
        try Self.site(name, servers, "server")
    }

    /// The built-in identity provider, over HTTPS; `nil` if no portal has SAML or OpenID Connect logins.
    public var identityProviderURL: String? {
        scenario.portals.contains(where: \.hasProvider) ? "\(httpsURL)/idp" : nil
    }

    /// The double's own endpoints, for other processes: `http://127.0.0.1:7443/_mock`.
    public var controlURL: String { "\(httpURL)/_mock" }

    private static func site<Site>(
        _ name: String?, _ list: SiteList<Site>, _ what: String
    ) throws(Impossible) -> Site {
        guard let name else {
            guard let first = list.first else { throw Impossible(message: "the scenario has no \(what)") }
            return first
        }
        guard let site = list[name] else {
            throw Impossible(
                message: "there is no \(what) \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: list.names))
        }
        return site
    }
}
