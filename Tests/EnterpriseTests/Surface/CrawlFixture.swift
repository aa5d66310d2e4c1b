// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

@testable import Enterprise

/// A deployment with something of everything, and the names by which documented paths find it.
struct CrawlFixture {
    var fixture: PortalFixture
    let version: Version
    let hasPortal: Bool
    /// A token of a portal's administrator, or of a server's user; empty for a visitor without one.
    let token: String
    /// A token of the primary site administrator.
    let adminToken: String
    private let itemID: String

    init(_ name: String, isSignedIn: Bool) throws {
        version = try Self.known(name)
        hasPortal = version.hasPortal
        let portal = """
            { version: "\(name)", users: [
                { username: "anna", password: "pw", role: "org_admin" }, { username: "bert", password: "pw" }],
              groups: [{ id: "\(Self.group)", members: ["anna"], access: "public" }],
              items: [{ id: "\(Self.item)", title: "A map", type: "Web Map", access: "public", data: {}, folder: "Maps" }],
              apps: [{ clientId: "app", clientSecret: "secret", redirectUris: [] }] }
            """
        fixture = try PortalFixture(
            """
            { portal: \(hasPortal ? portal : "null"), servers: [{ name: "gis", version: "\(name)",
                federated: \(hasPortal), hosting: \(hasPortal), siteAdmin: { username: "psa", password: "psa" },
                users: [{ username: "anna", password: "pw" }], services: [\(Self.services(version))] }] }
            """)
        itemID = Self.item
        guard isSignedIn else {
            (token, adminToken) = ("", "")
            return
        }
        let door = version < .v10_1 ? "/arcgis/tokens/generateToken" : "/arcgis/admin/generateToken"
        let ask = [("username", "psa"), ("password", "psa"), ("client", "requestip"), ("f", "json")]
        adminToken = version < .v10_1 ? "" : fixture.ask(door, form: ask).token
        let user = [("username", "anna"), ("password", "pw"), ("client", "requestip"), ("f", "json")]
        let own = hasPortal ? "/portal/sharing/rest/generateToken" : "/arcgis/tokens/generateToken"
        token = hasPortal ? fixture.token("anna", [("referer", Self.referer)]) : fixture.ask(own, form: user).token
    }

    private static func known(_ name: String) throws -> Version {
        guard let version = Version(name) else { throw PortalFixture.Broken(description: "no release \(name)") }
        return version
    }

    /// What every request names, for portals of some releases bind tokens to it.
    static let referer = "https://app.example"

    /// Asks as the holder of the token.
    mutating func ask(_ target: String, _ format: String, method: String = "GET") -> PortalFixture.Heard {
        fixture.ask(
            signed(target, format), method: method, form: method == "POST" ? [] : nil,
            fields: [("Referer", Self.referer)])
    }

    static let group = String(repeating: "a", count: 32)
    static let item = String(repeating: "b", count: 32)

    /// The types of service that a release has.
    static func types(_ version: Version) -> [String] {
        Surface.serviceTypes.filter { type in
            type != "FeatureServer"
                && Surface.all.contains {
                    $0.path == "rest/services/{service}/\(type)" && $0.isIn(version)
                }
        }
    }

    /// One service of each type: `Folder/TYPE`; those that the double does not emulate have no root of their own.
    private static func services(_ version: Version) -> String {
        let layers = "layers: [{ id: 0, name: 'Airports', source: 'builtin:data/airports.geojson' }]"
        return types(version).map { type in
            let more =
                switch type {
                case "MapServer": "featureServer: true, \(layers)"
                case "ImageServer": layers
                case "GeocodeServer": "locations: [{ address: 'Rathausplatz 1, Wien', x: 16.357, y: 48.21 }]"
                case "GPServer": "tasks: [{ name: 'Slow', parameters: [{ name: 'In' }], results: { Out: 1 } }]"
                default: ""
                }
            return "{ name: 'Folder/My\(type)', type: '\(type)', access: 'public'\(more.isEmpty ? "" : ", \(more)") }"
        }.joined(separator: ",\n") + ", { name: 'System', access: 'public', layers: [] }"
    }

    /// Returns the target of a documented path, whose placeholders are filled with what the deployment has.
    func target(_ row: DocumentedPath) -> String {
        let type = Surface.area(of: row)
        // A service stands in a folder: the path with one, if the row has one.
        let pattern = row.paths.first { $0.text.contains("/{folder}/{service}/") } ?? row.paths[0]
        let path = pattern.segments.enumerated().map { number, segment in
            guard segment.hasPrefix("{") else { return segment }
            let next = pattern.segments.dropFirst(number + 1).first ?? ""
            return value(String(segment.dropFirst().dropLast()), after: pattern.segments[..<number], next, type)
        }
        return "/\(row.kind == .portal ? "portal" : "arcgis")/" + path.joined(separator: "/")
    }

    private func value(_ name: String, after path: ArraySlice<String>, _ next: String, _ type: String) -> String {
        switch name {
        case "username": "anna"
        case "folder" where path.contains("users"): Folder.id(fixture.deployment.portals[0], "bert", "Maps")
        case "folder", "plainFolder": path.last == "info" ? "thumbnail" : "Folder"
        case "name.type": path.contains("Folder") ? "MyMapServer.MapServer" : "System.MapServer"
        case "service" where path.contains("platformservices"): "x1"
        case "service": "My" + (next == "FeatureServer" ? "MapServer" : next)
        case "file" where path.contains("info") || path.contains("thumbnail"): "thumbnail.png"
        case "file" where path.contains("styles"): "root.json"
        case "id" where path.last == "portals": "self"
        case "id" where path.last == "groups": Self.group
        case "id" where path.last == "servers": FederatedServers.id("gis")
        case "id": itemID
        case "layer", "raster", "level", "row", "column": "0"
        case "oid": "1"
        case "attachment": "1"
        case "task" where type == "GPServer": "Slow"
        case "machine": "ARCGIS.INTERNAL.LOCAL"
        case "client_id": "app"
        case "server": FederatedServers.id("gis")
        default: "x1"
        }
    }

    /// Returns a target with the token of its door.
    private func signed(_ target: String, _ format: String) -> String {
        let own = target.hasPrefix("/arcgis/admin") ? adminToken : token
        let separator = target.contains("?") ? "&" : "?"
        return "\(target)\(separator)f=\(format)" + (own.isEmpty ? "" : "&token=\(Percent.encode(own))")
    }
}
