// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

@Suite("Layers from GeoJSON")
struct GeoJSONTests {
    @Test("fields and their types follow from the values")
    func fields() {
        let fields = AirportsLayer.awkward.layer.fields.map { "\($0.name):\($0.type.rawValue)" }
        #expect(
            fields == [
                "OBJECTID:esriFieldTypeOID", "name:esriFieldTypeString", "n:esriFieldTypeInteger",
                "x:esriFieldTypeDouble",
                "quote:esriFieldTypeString",
            ])
        #expect(AirportsLayer.airports.layer.features.count == 300)
    }

    @Test("the same bytes are one store")
    func shared() {
        #expect(AirportsLayer.store(AirportsLayer.asset("data/airports.geojson")) === AirportsLayer.airports)
    }

    @Test(
        "what is no GeoJSON is told with its place",
        arguments: [
            "", "[]", "{}", #"{"type":"FeatureCollection"}"#, #"{"type":"FeatureCollection","features":[1]}"#,
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Pont","coordinates":[1,2]}}]}"#,
            #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":["a",2]}}]}"#,
        ])
    func bad(_ text: String) {
        guard case .failure = FeatureStores.store(Array(text.utf8), file: "f.geojson") else {
            Issue.record("accepted: \(text)")
            return
        }
    }
}
