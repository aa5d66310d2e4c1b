// SPDX-License-Identifier: Apache-2.0

@testable import Enterprise

/// A server whose maps are drawn, cached, and asked as WMS.
enum MapFixture {
    static let map = "/arcgis/rest/services/Map/MapServer"
    static let wms = "/arcgis/services/Map/MapServer/WMSServer?service=WMS&version=1.3.0"
    static let box = "bbox=-125,30,-70,50"

    static func make(_ version: String = "11.4", access: String = "public") throws -> PortalFixture {
        let layers = "layers: [{ id: 0, name: \"Airports\", source: \"builtin:data/airports.geojson\" }]"
        return try PortalFixture(
            """
            { portal: { version: "11.4", users: [{ username: "bert", password: "pw" }] },
              servers: [{ version: "\(version)", federated: true, services: [
                { name: "Map", access: "\(access)", wms: true, \(layers) },
                { name: "Folder/Map", access: "\(access)", \(layers) },
                { name: "Plain", access: "\(access)", capabilities: "Data", \(layers) },
                { name: "Photo", type: "ImageServer", access: "\(access)", image: { source: "builtin:data/quarters.png",
                    properties: { extent: { xmin: -180, ymin: -90, xmax: 180, ymax: 90 } } } },
                { name: "Tiles", access: "\(access)", cached: { levels: 15, exportTiles: true }, \(layers) },
                { name: "Blank", access: "\(access)", cached: { levels: 5, blankTiles: true }, layers: [
                    { id: 0, name: "States", source: "builtin:data/states.geojson" }] } ] }] }
            """)
    }

    /// A request that the rule refuses.
    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try make()
        func export(_ more: String) -> PortalFixture.Heard { fixture.ask("\(map)/export?f=image&\(more)") }
        switch id {
        case "map.bad-parameter": return export("")
        case "map.unknown-reference": return export("\(box)&imageSR=999999")
        case "map.too-large": return export("\(box)&size=5000,10")
        case "map.unknown-format": return export("\(box)&format=emf")
        case "map.bad-layer-definition": return export("\(box)&layerDefs=%7B%220%22:%22nope%3D1%22%7D")
        case "map.not-emulated": return export("\(box)&rotation=90")
        case "map.no-capability": return fixture.ask("/arcgis/rest/services/Plain/MapServer/export?f=json&\(box)")
        case "map.not-cached": return fixture.ask("\(map)/tile/0/0/0")
        case "map.no-tile": return fixture.ask("/arcgis/rest/services/Tiles/MapServer/tile/99/0/0")
        case "map.too-many-tiles":
            return fixture.ask(
                "/arcgis/rest/services/Tiles/MapServer/exportTiles?levels=0-15&tilePackage=true&f=json")
        case "map.no-output":
            return fixture.ask("/arcgis/rest/directories/arcgisoutput/Map_MapServer/_ags_map0.png")
        case "wms.exception": return fixture.ask("\(wms)&request=GetNothing")
        case "wms.not-enabled":
            return fixture.ask("/arcgis/services/Plain/MapServer/WMSServer?service=WMS&request=GetCapabilities")
        default: return nil
        }
    }
}
