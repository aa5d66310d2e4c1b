// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import Enterprise

/// Two small layers whose answers can be worked out by hand.
enum FieldFixture {
    static let stations = """
        {"objectIdFieldName":"OBJECTID","geometryType":"esriGeometryPoint","spatialReference":{"wkid":4326},"hasZ":true,"hasM":true,
        "fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"},{"name":"Name","type":"esriFieldTypeString","length":8},
        {"name":"Kind","type":"esriFieldTypeString","length":8},{"name":"Size","type":"esriFieldTypeInteger"},
        {"name":"Began","type":"esriFieldTypeDate"},{"name":"Ended","type":"esriFieldTypeDate"}],
        "features":[
        {"attributes":{"OBJECTID":1,"Name":"A","Kind":"x","Size":1,"Began":1000,"Ended":2000},"geometry":{"x":0,"y":0,"z":5,"m":1}},
        {"attributes":{"OBJECTID":2,"Name":"B","Kind":"x","Size":2,"Began":2000,"Ended":3000},"geometry":{"x":1,"y":0,"z":6,"m":2}},
        {"attributes":{"OBJECTID":3,"Name":"C","Kind":"y","Size":3,"Began":3000,"Ended":4000},"geometry":{"x":2,"y":0,"z":7,"m":null}},
        {"attributes":{"OBJECTID":4,"Name":"D","Kind":"y","Size":4,"Began":null,"Ended":null},"geometry":{"x":0.25,"y":1,"z":8,"m":4}}]}
        """

    static let plots = """
        {"objectIdFieldName":"OBJECTID","geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4326},
        "fields":[{"name":"OBJECTID","type":"esriFieldTypeOID"}],
        "features":[
        {"attributes":{"OBJECTID":1},"geometry":{"rings":[[[0,0],[0,4],[2,4.1],[4,4],[4,0],[0,0]]]}},
        {"attributes":{"OBJECTID":2},"geometry":{"rings":[[[10,10],[10,12],[12,12],[12,10],[10,10]]]}}]}
        """

    /// A server of that release; its first layer gives two rows at a time.
    static func server(_ version: String) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)", services: [{
                name: "S", type: "MapServer", featureServer: true, access: "public", layers: [
                  { id: 0, name: "Stations", source: "stations.json", maxRecordCount: 2,
                    timeInfo: { startTimeField: "Began", endTimeField: "Ended" } },
                  { id: 1, name: "Plots", source: "plots.json" }] }] }] }
            """, files: ["stations.json": stations, "plots.json": plots])
    }

    /// The body of a query's answer.
    static func ask(
        _ parameters: [(String, String)], layer: Int = 0, type: String = "FeatureServer", version: String = "11.4"
    ) throws -> String {
        var fixture = try server(version)
        let query = Form.encode(parameters + [("f", "json")])
        return fixture.ask("/arcgis/rest/services/S/\(type)/\(layer)/query?\(query)").body
    }
}
