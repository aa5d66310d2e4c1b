// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

@testable import Enterprise

/// A server with services that are no maps.
enum OtherServiceFixture {
    static func standalone(_ version: String = "11.4") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)", services: [
                { name: "Places", type: "GeocodeServer", access: "public",
                  locations: [{ address: "Rathausplatz 1, Wien", x: 16.357, y: 48.21, attributes: { City: "Wien" } }] },
                { name: "Tools", type: "GPServer", access: "public", tasks: [
                    { name: "Slow", parameters: [{ name: "In" }], results: { Out: 1 }, executes: "PT5S" },
                    { name: "Broken", executionType: "esriExecutionTypeSynchronous", outcome: "esriJobFailed",
                      messages: ["no luck"] },
                    { name: "Quick", executionType: "esriExecutionTypeSynchronous", parameters: [{ name: "In" },
                      { name: "Count", dataType: "GPLong", parameterType: "esriGPParameterTypeOptional" },
                      { name: "Unit", parameterType: "esriGPParameterTypeOptional", choiceList: ["Meters", "Feet"] }] } ] },
                { name: "Photo", type: "ImageServer", access: "public", image: { pixel: "8" } },
                { name: "Photos", type: "ImageServer", access: "public",
                  layers: [{ id: 0, source: "builtin:data/airports.geojson" }],
                  results: { "legend": { layers: [] }, "computeStatistics": { a: 1 } } },
                { name: "Tiles", type: "VectorTileServer", access: "org" },
                { name: "Utilities/Geometry", type: "GeometryServer", access: "public" },
                { name: "Streets", type: "NAServer", access: "public" },
                { name: "City", type: "SceneServer", access: "public" } ] }] }
            """)
    }

    /// A member whose role lacks the privilege wants to keep what a locator finds.
    static func storage(
        privileges: String = "'portal:user:viewOrgItems'", forStorage: Bool = true
    ) throws
        -> PortalFixture.Heard
    {
        var fixture = try PortalFixture(
            """
            { portal: { roles: [{ name: "Viewers", privileges: [\(privileges)] }],
                users: [{ username: "bert", password: "pw", customRole: "Viewers" }] },
              servers: [{ name: "gis", federated: true, services: [
                { name: "Places", type: "GeocodeServer", access: "org",
                  locations: [{ address: "Rathausplatz 1, Wien", x: 16.357, y: 48.21 }] }] }] }
            """)
        let token = fixture.ask(
            "/portal/sharing/rest/generateToken",
            form: [("username", "bert"), ("password", "pw"), ("referer", "x"), ("f", "json")]
        ).token
        return fixture.ask(
            "/arcgis/rest/services/Places/GeocodeServer/findAddressCandidates"
                + "?SingleLine=Rathausplatz&f=json&forStorage=\(forStorage)&token=\(token)")
    }

    static func trigger(_ id: String) throws -> PortalFixture.Heard? {
        var fixture = try standalone()
        func ask(_ path: String) -> PortalFixture.Heard { fixture.ask("/arcgis/rest/services/\(path)") }
        switch id {
        case "geocode.no-address": return ask("Places/GeocodeServer/findAddressCandidates?f=json")
        case "geocode.bad-parameter": return ask("Places/GeocodeServer/reverseGeocode?location=x&f=json")
        case "geocode.unknown-reference":
            return ask("Places/GeocodeServer/findAddressCandidates?SingleLine=x&outSR=999999&f=json")
        case "geocode.storage": return try storage()
        case "geocode.no-address-there": return ask("Places/GeocodeServer/reverseGeocode?location=0,0&f=json")
        case "gp.unknown-task": return ask("Tools/GPServer/Slowly?f=json")
        case "gp.execution-type": return ask("Tools/GPServer/Slow/execute?f=json")
        case "gp.missing-parameter": return ask("Tools/GPServer/Quick/execute?f=json")
        case "gp.input-type": return ask("Tools/GPServer/Quick/execute?In=1&Count=many&f=json")
        case "gp.not-a-choice": return ask("Tools/GPServer/Quick/execute?In=1&Unit=Miles&f=json")
        case "gp.unknown-job": return ask("Tools/GPServer/Slow/jobs/jx?f=json")
        case "gp.failed": return ask("Tools/GPServer/Broken/execute?f=json")
        case "gp.no-result":
            let job = ask("Tools/GPServer/Slow/submitJob?In=1&f=json").json?["jobId"]?.text ?? ""
            return ask("Tools/GPServer/Slow/jobs/\(job)/results/Out?f=json")
        case "image.unknown-raster": return ask("Photos/ImageServer/9999?f=json")
        case "image.bad-parameter": return ask("Photo/ImageServer/identify?f=json")
        case "image.function-not-emulated", "image.unknown-function":
            let name = id == "image.unknown-function" ? "Nonsense" : "Pansharpening"
            return ask("Photo/ImageServer/identify?geometry=1,1&f=json&renderingRule={\"rasterFunction\":\"\(name)\"}")
        case "network.unknown-layer": return ask("Streets/NAServer/Route?f=json")
        case "scene.missing": return ask("City/SceneServer/layers/7?f=json")
        case "image.no-picture": return ask("Photo/ImageServer/exportImage?bbox=0,0,1,1&f=json")
        case "image.no-catalog": return ask("Photo/ImageServer/query?where=1%3D1&f=json")
        case "tile.missing":
            fixture.deployment.servers[0].services[4].access = .everyone
            return ask("Tiles/VectorTileServer/tile/0/0/0.pbf?f=json")
        default: return shaping(id, ask)
        }
    }

    private static func shaping(_ id: String, _ ask: (String) -> PortalFixture.Heard) -> PortalFixture.Heard? {
        func shape(_ text: String) -> PortalFixture.Heard { ask("Utilities/Geometry/GeometryServer/\(text)&f=json") }
        switch id {
        case "geometry.missing-parameter": return shape("union?sr=4326")
        case "geometry.bad-parameter": return shape("union?geometries=x")
        case "geometry.unknown-unit": return shape("buffer?geometries=0,0&inSR=3857&distances=1&unit=METERS")
        case "geometry.wrong-unit": return shape("buffer?geometries=0,0&inSR=4326&outSR=3857&distances=1")
        case "geometry.empty": return shape(#"labelPoints?polygons=[{"rings":[]}]"#)
        case "geometry.tangled":
            let corners = (0...200).map { "[\($0 * 7919 % 1000),\($0 * 104_729 % 997)]" }
            return shape(#"simplify?geometries=[{"rings":[[\#(corners.joined(separator: ","))]]}]"#)
        case "geometry.too-many":
            return shape(#"densify?geometries=[{"paths":[[[0,0],[1e9,0]]]}]&maxSegmentLength=1"#)
        case "geometry.url-not-emulated": return shape(#"union?geometries={"url":"https://gis.example/a.txt"}"#)
        case "geometry.not-projected": return shape("project?geometries=0,0&inSR=4326&outSR=999999")
        case "geometry.bad-notation":
            return shape(#"fromGeoCoordinateString?sr=4326&strings=["x"]&conversionType=MGRS"#)
        default: return nil
        }
    }
}
