// SPDX-License-Identifier: Apache-2.0

/// Where an ArcGIS Server answers. URLs have no last slash.
public struct ServerSite: Sendable, Hashable {
    /// Its name in the scenario.
    public let name: String
    /// Over HTTPS where it speaks that, else over HTTP: `https://127.0.0.1:7443/arcgis`.
    public let url: String
    private let plainURL: String

    init(_ site: Sites.Site) {
        (name, url, plainURL) = (site.name, site.url, site.plainURL)
    }

    private init(name: String, url: String, plainURL: String) {
        (self.name, self.url, self.plainURL) = (name, url, plainURL)
    }

    /// The same server over HTTP where it speaks that: for clients that cannot be told whom to trust, as URLSession on
    /// Linux.
    public var overHTTP: ServerSite { ServerSite(name: name, url: plainURL, plainURL: plainURL) }

    /// `…/rest/info`: the release, and which token service to ask.
    public var infoURL: String { "\(url)/rest/info" }
    /// The services directory: `…/rest/services`.
    public var servicesURL: String { "\(url)/rest/services" }
    /// `…/tokens/generateToken`, the server's own.
    public var generateTokenURL: String { "\(url)/tokens/generateToken" }
    /// The administrator directory: `…/admin`.
    public var adminURL: String { "\(url)/admin" }
    /// `…/admin/generateToken`
    public var adminGenerateTokenURL: String { "\(url)/admin/generateToken" }

    /// A service of it: `…/rest/services/Airports/MapServer`.
    ///
    /// - Parameters:
    ///   - name: With its folder: `Folder/Name`.
    ///   - type: `MapServer`, `FeatureServer` and others.
    /// - Returns: The URL, whether there is such a service or not.
    public func serviceURL(_ name: String, _ type: String = "MapServer") -> String {
        "\(servicesURL)/\(name)/\(type)"
    }
}
