import Facts
import Formats
import MapServices

@testable import Enterprise

/// What each behaviour of queries is asked by; each choice must give its own words.
enum QueryDesk {
    static func outcome(_ behaviour: Behaviour, _ desk: inout Desk) -> String? {
        func ask(_ more: String) -> String {
            desk.ask("/arcgis/rest/services/Open/MapServer/0/query?f=json&where=1%3D1&\(more)").body
        }
        let minimum =
            "%5B%7B%22statisticType%22:%22min%22,%22onStatisticField%22:%22OBJECTID%22%7D,"
            + "%7B%22statisticType%22:%22max%22,%22onStatisticField%22:%22OBJECTID%22%7D%5D"
        return switch behaviour {
        case .queryCountAndIDs: ask("returnCountOnly=true")
        case .queryPaging: ask("resultOffset=2&resultRecordCount=1")
        case .queryTransferLimit:
            ask("resultRecordCount=1") + ask("resultRecordCount=\(count(&desk))")
                + ask("returnDistinctValues=true&outFields=COUNTRY&returnGeometry=false&resultRecordCount=1")
        case .querySparsePages:
            desk.ask("\(open)?f=json&where=OBJECTID%3E3&resultRecordCount=2").body
        case .queryOrderBy: ask("orderByFields=NAME&resultRecordCount=2")
        case .queryStatistics, .queryStatisticsNames: ask("outStatistics=\(minimum)")
        case .queryIDBounds:
            desk.ask(
                "/arcgis/rest/services/Open/MapServer/0/query?f=json&where=OBJECTID%3D3&outStatistics=\(minimum)"
            ).body
        case .queryOutSR: ask("outSR=3857&resultRecordCount=1")
        case .queryObjectIDForm: ask("returnIdsOnly=true")
        case .queryNoIDs: none("returnIdsOnly=true", &desk)
        case .queryEmptyExtent: none("returnExtentOnly=true", &desk)
        case .queryNullPoint: nowhere(&desk)
        case .queryEmptySet:
            desk.ask(
                "/arcgis/rest/services/Airports/FeatureServer/0/query?f=json&where=1%3D2&token=\(desk.token("bert", [("client", "requestip")]))"
            ).body
        case .queryFieldAliases: ask("resultRecordCount=1")
        case .queryGeoJSON, .queryGeoJSONFlag:
            desk.ask("/arcgis/rest/services/Open/MapServer/0/query?f=geojson&where=1%3D1&resultRecordCount=1").body
        case .queryPBF:
            "\(desk.ask("/arcgis/rest/services/Open/MapServer/0/query?f=pbf&where=1%3D1&returnCountOnly=true")["Content-Type"] ?? "")"
        case .queryBadWhere:
            desk.ask("/arcgis/rest/services/Open/MapServer/0/query?f=json&where=x%3D1").body
        default: nil
        }
    }

    private static func none(_ more: String, _ desk: inout Desk) -> String {
        desk.ask("/arcgis/rest/services/Open/MapServer/0/query?f=json&where=1%3D2&\(more)").body
    }

    private static let open = "/arcgis/rest/services/Open/MapServer/0/query"

    private static func count(_ desk: inout Desk) -> Int {
        desk.ask("\(open)?f=json&where=1%3D1&returnCountOnly=true").json?["count"]?.integer ?? 0
    }

    /// A row without a place, added.
    private static func nowhere(_ desk: inout Desk) -> String {
        desk.deployment.servers[0].services[0].map.feature.capabilities = "Create,Query"
        let token = desk.token("anna", [("client", "requestip")])
        let layer = "/arcgis/rest/services/Airports"
        desk.ask(
            "\(layer)/FeatureServer/0/addFeatures",
            form: [("features", #"[{"attributes":{"NAME":"x"}}]"#), ("f", "json"), ("token", token)])
        return desk.ask("\(layer)/MapServer/0/query?f=json&where=NAME%3D'x'&token=\(token)").body
    }
}
