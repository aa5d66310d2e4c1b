// SPDX-License-Identifier: Apache-2.0

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Where an ArcGIS Server answers.
///
/// URLs do not end in a slash. `absoluteString` gives the text of any of them.
public struct ServerSite: Sendable, Hashable {
    /// The server's name in the scenario.
    public let name: String
    @usableFromInline package let string: String
    private let plain: String

    init(_ site: Sites.Site) {
        (name, string, plain) = (site.name, site.url, site.plainURL)
    }

    private init(name: String, plain: String) {
        (self.name, string, self.plain) = (name, plain, plain)
    }

    /// The same server over HTTP where it speaks that: for clients that cannot be told whom to trust, such as URLSession
    /// on Linux.
    public var overHTTP: ServerSite { ServerSite(name: name, plain: plain) }
}

extension ServerSite {
    /// The server's URL, over HTTPS where it speaks that: `https://127.0.0.1:7443/arcgis`.
    @_alwaysEmitIntoClient public var url: URL { string.url }
    /// The release, and which token service to ask: `…/rest/info`.
    @_alwaysEmitIntoClient public var infoURL: URL { "\(string)/rest/info".url }
    /// The services directory: `…/rest/services`.
    @_alwaysEmitIntoClient public var servicesURL: URL { "\(string)/rest/services".url }
    /// The server's own token door: `…/tokens/generateToken`.
    @_alwaysEmitIntoClient public var generateTokenURL: URL { "\(string)/tokens/generateToken".url }
    /// The administrator directory: `…/admin`.
    @_alwaysEmitIntoClient public var adminURL: URL { "\(string)/admin".url }
    /// The token door of administrators: `…/admin/generateToken`.
    @_alwaysEmitIntoClient public var adminGenerateTokenURL: URL { "\(string)/admin/generateToken".url }

    /// Returns the URL of a service, whether there is such a service or not.
    ///
    /// - Parameters:
    ///   - name: The service's name with its folder: `Folder/Name`.
    ///   - type: `MapServer`, `FeatureServer` and others.
    /// - Returns: The URL: `…/rest/services/Airports/MapServer`.
    @_alwaysEmitIntoClient
    public func serviceURL(_ name: String, _ type: String = "MapServer") -> URL {
        "\(string)/rest/services/\(name)/\(type)".url
    }
}
