// SPDX-License-Identifier: Apache-2.0

import Formats

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension MockEnterprise {
    /// The first portal of the scenario.
    ///
    /// The scenario must have one. Of a scenario that may have none, ask ``portals`` for its `first`.
    public var portal: PortalSite {
        guard let portal = portals.first else {
            preconditionFailure("the scenario \(scenario.name) has no portal; ask for portals.first")
        }
        return portal
    }

    /// The first server of the scenario.
    ///
    /// The scenario must have one. Of a scenario that may have none, ask ``servers`` for its `first`.
    public var server: ServerSite {
        guard let server = servers.first else {
            preconditionFailure("the scenario \(scenario.name) has no server; ask for servers.first")
        }
        return server
    }

    /// The portals, in the order of the scenario and by name.
    public var portals: SiteList<PortalSite> { SiteList(sites.portals.map { ($0.name, PortalSite($0)) }) }
    /// The servers, in the order of the scenario and by name.
    public var servers: SiteList<ServerSite> { SiteList(sites.servers.map { ($0.name, ServerSite($0)) }) }

    /// Returns the portal of a name.
    ///
    /// - Parameter name: The portal's name in the scenario.
    /// - Returns: Where it answers.
    /// - Throws: ``MockEnterpriseError`` with ``MockEnterpriseError/Code/unknownName`` if there is none.
    public func portal(named name: String) throws(MockEnterpriseError) -> PortalSite {
        try Self.site(name, portals, "portal")
    }

    /// Returns the server of a name.
    ///
    /// - Parameter name: The server's name in the scenario.
    /// - Returns: Where it answers.
    /// - Throws: ``MockEnterpriseError`` with ``MockEnterpriseError/Code/unknownName`` if there is none.
    public func server(named name: String) throws(MockEnterpriseError) -> ServerSite {
        try Self.site(name, servers, "server")
    }

    private static func site<Site>(
        _ name: String, _ list: SiteList<Site>, _ what: String
    ) throws(MockEnterpriseError) -> Site {
        guard let site = list[name] else {
            throw MockEnterpriseError(
                .unknownName, "there is no \(what) \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: list.names))
        }
        return site
    }
}

extension MockEnterprise {
    @usableFromInline package var httpString: String { sites.http }
    @usableFromInline package var httpsString: String { sites.https }
    @usableFromInline package var identityProviderString: String? {
        scenario.portals.contains(where: \.hasProvider) ? "\(httpsString)/idp" : nil
    }

    /// Where everything answers over HTTP: `http://127.0.0.1:7443`.
    @_alwaysEmitIntoClient public var httpURL: URL { httpString.url }
    /// Where everything answers over HTTPS: `https://127.0.0.1:7443`. The certificate is signed by
    /// ``certificateAuthority``.
    @_alwaysEmitIntoClient public var httpsURL: URL { httpsString.url }
    /// The built-in identity provider, over HTTPS; `nil` if no portal has SAML or OpenID Connect logins.
    @_alwaysEmitIntoClient public var identityProviderURL: URL? { identityProviderString?.url }
    /// The control endpoints, for other processes: `http://127.0.0.1:7443/_mock`.
    @_alwaysEmitIntoClient public var controlURL: URL { "\(httpString)/_mock".url }
}
