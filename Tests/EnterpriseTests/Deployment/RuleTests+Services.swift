// SPDX-License-Identifier: Apache-2.0

@testable import Enterprise
@testable import Services

/// Services and their queries.
extension RuleTests {
    static func resource(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated("11.4")
        switch id {
        case "access.not-shared":
            return fixture.ask("/arcgis/rest/services/Folder/Mine/MapServer?f=json&token=\(fixture.token("bert"))")
        case "access.other-page":
            var proxied = try PortalFixture(
                """
                { portal: {}, servers: [{ federated: true, services: [
                    { name: "S", access: "public", item: { serviceProxyParams: { referrers: ["https://a.example/x"] } } }] }] }
                """)
            let id = FederatedServers.id("gis")
            return proxied.ask("/portal/sharing/servers/\(id)/rest/services/S/MapServer?f=json")
        case "federation.stale-key":
            var stale = try PortalFixture(
                """
                { portal: { version: "10.6.1", users: [{ username: "bert", password: "pw" }] },
                  servers: [{ version: "10.6.1", federated: { portal: "portal", staleKey: true }, services: [] }] }
                """)
            return stale.ask("/arcgis/rest/services?f=json&token=\(stale.token())")
        case "http.method": return fixture.ask("/arcgis/rest/info?f=json", method: "DELETE")
        case "http.not-found": return fixture.ask("/arcgis/no/such/path")
        case "service.plain-http", "service.directory-disabled": return try turnedOff(id)
        case "service.folder-not-found": return fixture.ask("/arcgis/rest/services/Nope?f=json")
        case "service.not-found": return fixture.ask("/arcgis/rest/services/Nope/MapServer?f=json")
        case "service.format": return fixture.ask("\(open)?f=woops")
        case "service.not-started": return fixture.ask("/arcgis/rest/services/Stopped/MapServer?f=json")
        case "service.not-emulated": return fixture.ask("\(open)/exts/Any?f=json")
        case "service.no-resource": return fixture.ask("\(open)/woods?f=json")
        case "rest.not-emulated": return fixture.ask("/arcgis/rest/self?f=json")
        case "rest.no-resource": return fixture.ask("/arcgis/rest/woods?f=json")
        case "rest-admin.service-missing":
            let token = fixture.token("anna")
            return fixture.ask(
                "/arcgis/rest/admin/services/vegman/VegmanTest/FeatureServer/updateDefinition?f=json&token=\(token)",
                form: [])
        case "service.other-type": return fixture.ask("/arcgis/rest/services/World/Route/GlobeServer?f=json")
        case "service.no-capability":
            var locator = try PortalFixture(
                """
                { portal: null, servers: [{ services: [
                    { name: "Find", type: "GeocodeServer", access: "public", capabilities: "Geocode", locations: [] }] }] }
                """)
            return locator.ask("/arcgis/rest/services/Find/GeocodeServer/reverseGeocode?location=1,2&f=json")
        case "service.approximate-datum":
            // NTv2_0.gsb of Canada comes with no package of PROJ.
            var shapes = try OtherServiceFixture.standalone()
            return shapes.ask(
                "/arcgis/rest/services/Utilities/Geometry/GeometryServer/project?geometries=-100,50&inSR=4267&outSR=4269"
                    + "&transformation=1313&f=json")
        case "service.library-missing":
            return MissingLibrary.pretending("GEOS") { fixture.ask("\(open)?f=json") }
        case "service.unknown-layer": return fixture.ask("\(open)/7?f=json")
        default: return try hosting(id)
        }
    }

    /// A layer whose description, or source, does not have what is asked for.
    private static func described(_ id: String) throws -> PortalFixture.Heard? {
        let words =
            switch id {
            case "query.no-capability": "capabilities: \"Map\""
            case "query.source": "sourceState: \"broken\""
            default: "advancedQueryCapabilities: { supportsOrderBy: false }"
            }
        var fixture = try PortalFixture(
            """
            { portal: null, servers: [{ services: [{ name: "S", access: "public",
                layers: [{ id: 0, source: "builtin:data/airports.geojson", \(words) }] }] }] }
            """)
        return fixture.ask("/arcgis/rest/services/S/MapServer/0/query?where=1%3D1&orderByFields=NAME&f=json")
    }

    static func query(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try PortalFixture.federated("11.4")
        switch id {
        case "query.bad-parameter": return fixture.ask("\(open)/0/query?where=1%3D1&resultOffset=x&f=json")
        case "query.bad-where": return fixture.ask("\(open)/0/query?where=%3D&f=json")
        case "query.too-long":
            let slow = "NAME || '\(String(repeating: "a", count: 900))' LIKE '%\(String(repeating: "a", count: 100))b'"
            let clause = Array(repeating: slow, count: 50).joined(separator: " OR ")
            return Deadline.$longest.withValue(0.01) {
                fixture.ask("\(open)/0/query", form: [("where", clause), ("f", "json")])
            }
        case "query.no-filter": return fixture.ask("\(open)/0/query?f=json")
        case "query.not-emulated": return fixture.ask("\(open)/0/query?where=1%3D1&uniqueIds=a&f=json")
        case "query.unknown-reference": return fixture.ask("\(open)/0/query?where=1%3D1&outSR=999999&f=json")
        case "query.no-capability", "query.not-supported", "query.source":
            return try described(id)
        case "query.no-paging":
            var fixture = try PortalFixture.standalone("11.4", quirks: "'query.paging': 'refuse'")
            return fixture.ask("\(open)/0/query?where=1%3D1&resultOffset=1&f=json")
        case "query.format":
            var fixture = try PortalFixture.standalone("10.3.1")
            return fixture.ask("\(open)/0/query?where=1%3D1&f=geojson")
        case "query.not-hosted":
            var fixture = try FieldFixture.server("11.4")
            return fixture.ask("/arcgis/rest/services/S/FeatureServer/0/queryTopFeatures?where=1%3D1&f=json")
        case "query.no-rows":
            var tree = try PortalFixture(
                """
                { portal: null, servers: [{ services: [
                    { name: "Tree", access: "public", layers: [{ id: 0, type: "Group Layer" }] }] }] }
                """)
            return tree.ask("/arcgis/rest/services/Tree/MapServer/0/query?where=1%3D1&f=json")
        case "query.unknown-field": return fixture.ask("\(open)/0/query?where=nope%3D1&f=json")
        default: return nil
        }
    }
}
