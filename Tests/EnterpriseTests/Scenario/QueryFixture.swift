// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

@testable import Enterprise

/// What each behavior of queries is asked by; each choice must give its own words.
enum QueryFixture {
    static func outcome(_ behavior: Behavior, _ fixture: inout PortalFixture) -> String? {
        func ask(_ more: String) -> String {
            fixture.ask("/arcgis/rest/services/Open/MapServer/0/query?f=json&where=1%3D1&\(more)").body
        }
        let minimum =
            "%5B%7B%22statisticType%22:%22min%22,%22onStatisticField%22:%22OBJECTID%22%7D,"
            + "%7B%22statisticType%22:%22max%22,%22onStatisticField%22:%22OBJECTID%22%7D%5D"
        return switch behavior {
        case .queryCountAndIDs: ask("returnCountOnly=true")
        case .queryPaging: ask("resultOffset=2&resultRecordCount=1")
        case .queryTransferLimit:
            ask("resultRecordCount=1") + ask("resultRecordCount=\(count(&fixture))")
                + ask("returnDistinctValues=true&outFields=COUNTRY&returnGeometry=false&resultRecordCount=1")
        case .querySparsePages:
            fixture.ask("\(open)?f=json&where=OBJECTID%3E3&resultRecordCount=2").body
        case .queryOrderBy: ask("orderByFields=NAME&resultRecordCount=2")
        case .queryStatistics, .queryStatisticsNames: ask("outStatistics=\(minimum)")
        case .queryIDBounds:
            fixture.ask(
                "/arcgis/rest/services/Open/MapServer/0/query?f=json&where=OBJECTID%3D3&outStatistics=\(minimum)"
            ).body
        case .queryOutSR: ask("outSR=3857&resultRecordCount=1")
        case .queryObjectIDForm: ask("returnIdsOnly=true")
        case .queryNoIDs: none("returnIdsOnly=true", &fixture)
        case .queryEmptyExtent: none("returnExtentOnly=true", &fixture)
        case .queryNullPoint: nowhere(&fixture)
        case .queryEmptySet:
            fixture.ask(
                "/arcgis/rest/services/Airports/FeatureServer/0/query?f=json&where=1%3D2&token=\(fixture.token("bert", [("client", "requestip")]))"
            ).body
        case .queryFieldAliases: ask("resultRecordCount=1")
        case .queryGeoJSON, .queryGeoJSONFlag:
            fixture.ask("/arcgis/rest/services/Open/MapServer/0/query?f=geojson&where=1%3D1&resultRecordCount=1").body
        case .queryPBF:
            "\(fixture.ask("/arcgis/rest/services/Open/MapServer/0/query?f=pbf&where=1%3D1&returnCountOnly=true")["Content-Type"] ?? "")"
        case .queryPageOrder: pages(&fixture)
        case .queryBadWhere:
            fixture.ask("/arcgis/rest/services/Open/MapServer/0/query?f=json&where=x%3D1").body
        default: nil
        }
    }

    private static func none(_ more: String, _ fixture: inout PortalFixture) -> String {
        fixture.ask("/arcgis/rest/services/Open/MapServer/0/query?f=json&where=1%3D2&\(more)").body
    }

    /// The first two pages of rows whose source has another order than their ids.
    private static func pages(_ fixture: inout PortalFixture) -> String {
        let number = fixture.deployment.servers[0].services.firstIndex { $0.name == "Open" } ?? 0
        var data = fixture.deployment.servers[0].services[number].map.layers[0].source?.layer
        let ids = data?.features.map(\.objectID) ?? []
        data?.order = ids.reversed()
        fixture.deployment.servers[0].services[number].map.layers[0].source = data.map(FeatureStore.init)
        return [0, 3].map { offset in
            let page = fixture.ask(
                "\(open)?f=json&where=1%3D1&outFields=OBJECTID&returnGeometry=false&resultRecordCount=3&resultOffset=\(offset)"
            ).json
            return (page?["features"]?.elements ?? []).map { "\($0["attributes"]?["OBJECTID"]?.integer ?? 0)" }
                .joined(separator: ",")
        }.joined(separator: ";")
    }

    private static let open = "/arcgis/rest/services/Open/MapServer/0/query"

    private static func count(_ fixture: inout PortalFixture) -> Int {
        fixture.ask("\(open)?f=json&where=1%3D1&returnCountOnly=true").json?["count"]?.integer ?? 0
    }

    /// A row without a place, added.
    private static func nowhere(_ fixture: inout PortalFixture) -> String {
        fixture.deployment.servers[0].services[0].map.feature.capabilities = "Create,Query"
        let token = fixture.token("anna", [("client", "requestip")])
        let layer = "/arcgis/rest/services/Airports"
        fixture.ask(
            "\(layer)/FeatureServer/0/addFeatures",
            form: [("features", #"[{"attributes":{"NAME":"x"}}]"#), ("f", "json"), ("token", token)])
        return fixture.ask("\(layer)/MapServer/0/query?f=json&where=NAME%3D'x'&token=\(token)").body
    }
}
