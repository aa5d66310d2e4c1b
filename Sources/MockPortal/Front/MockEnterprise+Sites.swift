// SPDX-License-Identifier: Apache-2.0

import Formats

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension MockEnterprise {
    /// The first portal of the scenario, for the many tests whose scenario has one.
    ///
    /// As the first index of an array, it is there by what the test itself has written. Where that is not so, ask ``portals``,
    /// which may be empty, or ``portal(named:)``, which throws.
    ///
    /// - Precondition: The scenario has a portal.
    public var portal: PortalSite {
        guard let portal = portals.first else { preconditionFailure(missing("portal")) }
        return portal
    }

    /// The first server of the scenario, for the many tests whose scenario has one.
    ///
    /// As the first index of an array, it is there by what the test itself has written. Where that is not so, ask ``servers``,
    /// which may be empty, or ``server(named:)``, which throws.
    ///
    /// - Precondition: The scenario has a server.
    public var server: ServerSite {
        guard let server = servers.first else { preconditionFailure(missing("server")) }
        return server
    }

    /// Returns what a person reads whose test asks for a site that its scenario has not.
    func missing(_ kind: String) -> String {
        let others = portals.map { "the portal \"\($0.name)\"" } + servers.map { "the server \"\($0.name)\"" }
        let known = others.isEmpty ? "no site" : others.joined(separator: " and ")
        return
            "mock.\(kind): the scenario \(scenario.name) has no \(kind); it has \(known). Ask for mock.\(kind)s.first, "
            + "or serve a scenario with a \(kind)"
    }

    /// The portals, in the order of the scenario.
    public var portals: [PortalSite] { sites.portals.map(PortalSite.init) }
    /// The servers, in the order of the scenario.
    public var servers: [ServerSite] { sites.servers.map(ServerSite.init) }

    /// Returns the portal of a name.
    ///
    /// - Parameter name: The portal's name in the scenario.
    /// - Returns: Where it answers.
    /// - Throws: ``MockEnterpriseError`` with ``MockEnterpriseError/Code/unknownName`` if there is none.
    public func portal(named name: String) throws(MockEnterpriseError) -> PortalSite {
        try Self.site(name, portals, portals.map(\.name), "portal")
    }

    /// Returns the server of a name.
    ///
    /// - Parameter name: The server's name in the scenario.
    /// - Returns: Where it answers.
    /// - Throws: ``MockEnterpriseError`` with ``MockEnterpriseError/Code/unknownName`` if there is none.
    public func server(named name: String) throws(MockEnterpriseError) -> ServerSite {
        try Self.site(name, servers, servers.map(\.name), "server")
    }

    private static func site<Site>(
        _ name: String, _ list: [Site], _ names: [String], _ what: String
    ) throws(MockEnterpriseError) -> Site {
        guard let index = names.firstIndex(of: name) else {
            throw MockEnterpriseError(
                .unknownName, "there is no \(what) \"\(name)\"",
                suggestion: Suggestion.nearest(to: name, among: names))
        }
        return list[index]
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
