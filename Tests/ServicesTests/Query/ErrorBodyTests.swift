// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Services

/// What services say of requests that they refuse, to the byte.
@Suite("Error bodies of services")
struct ErrorBodyTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        var path = "{layer}/query"
        var parameters: [String: String]
        var kind = ServiceKind.mapServer
        var version = "11.4"
        var quirks: [Behavior: Choice] = [:]
        var runtime: Runtime?
        var body: String

        var testDescription: String { "\(kind.rawValue) \(version) \(path) \(parameters)" }
    }

    private static let check = "Unable to perform query. Please check your parameters."
    private static let hosted = "Cannot perform query. Invalid query parameters."

    private static let refusals: [Refusal] = [
        Refusal(
            parameters: ["where": "n ="], kind: .featureServer,
            body: error("Unable to complete operation.", "Unable to perform query operation.")),
        Refusal(parameters: ["where": "n ="], version: "10.0", body: error("Unable to complete  operation.")),
        Refusal(parameters: ["where": "n ="], body: error("Failed to execute query.")),
        Refusal(
            parameters: ["where": "n ="], quirks: [.queryBadWhere: .unable],
            body: error("Unable to complete operation.")),
        Refusal(
            parameters: ["where": "n ="], quirks: [.queryBadWhere: .hresult],
            body: #"{"error":{"code":-2147220985,"message":"Failed to execute query.","details":[]}}"#),
        Refusal(
            parameters: [
                "where": "1=1",
                "outstatistics": #"[{"statisticType":"count","onStatisticField":"n","outStatisticFieldName":"c"}]"#,
            ], quirks: [.queryStatistics: .unable],
            body: error("Unable to complete operation.")),
        Refusal(parameters: [:], body: error("Invalid or missing input parameters.")),
        Refusal(
            parameters: ["geometry": "x"], version: "10.0",
            body: error(
                "Unable to complete  operation.", "'geometry' parameter is invalid",
                "Unable to complete Query operation.")),
        Refusal(
            parameters: ["where": "1=1", "resultoffset": "1"], quirks: [.queryPaging: .refuse],
            body: error("Pagination is not supported.")),
        Refusal(
            parameters: ["where": "1=1", "uniqueids": "a"],
            body: error(
                "Requested operation is not supported by this service.", "The requested capability is not supported.")),
        Refusal(
            parameters: [:], kind: .featureServer, version: "online",
            body: error(hosted, check, "No where clause specified.")),
        Refusal(
            parameters: ["where": "1/0 = 1"], kind: .featureServer, version: "online", body: error(hosted, check)),
        Refusal(
            parameters: ["where": "nope = 1"], kind: .featureServer, version: "online",
            body: error(hosted, "'Invalid field: nope' parameter is invalid")),
        Refusal(
            path: "{layer}", parameters: ["layer": "9"], kind: .featureServer, version: "online",
            body: error("", "The requested layer (layerId: 9) was not found.")),
        Refusal(
            path: "{layer}", parameters: ["layer": "9"], kind: .featureServer, runtime: .hosted,
            body: error("Invalid URL", "Invalid URL")),
        Refusal(
            path: "{layer}", parameters: ["layer": "57"], kind: .featureServer,
            body: error("Invalid or missing input parameters.", "Invalid Layer or Table ID: 57.")),
        Refusal(parameters: ["layer": "1"], body: error("Invalid or missing input parameters.")),
        Refusal(
            path: "export", parameters: ["capabilities": "Query"], version: "10.3.1",
            body: error(
                "Requested operation is not supported by this service.", "The requested capability is not supported.")),
        Refusal(
            path: "export", parameters: ["capabilities": "Query"],
            body: #"{"error":{"code":400,"extendedCode":-2147220222,"#
                + #""message":"Requested operation is not supported by this service.","#
                + #""details":["The requested capability is not supported."]}}"#),
        Refusal(
            path: "{raster}", parameters: ["raster": "9"], kind: .imageServer,
            body: error("Unable to complete operation.")),
        Refusal(
            path: "identify", parameters: ["geometry": "x"], kind: .imageServer,
            body: error("Invalid or missing input parameters.")),
        Refusal(
            path: "reverseGeocode", parameters: ["location": "1,1"], kind: .geocodeServer,
            body: error(hosted, "Unable to find address for the specified location.")),
        Refusal(path: "{layer}/{oid}", parameters: ["oid": "99999"], body: error("Unable to complete operation.")),
    ]

    private static func error(_ message: String, _ details: String...) -> String {
        let json = JSON.object([
            .init(
                "error",
                .object([
                    .init("code", .int(400)), .init("message", .string(message)),
                    .init("details", .array(details.map(JSON.string))),
                ]))
        ])
        return String(decoding: JSONWriter.json(json), as: UTF8.self)
    }

    @Test("are those of the kind of service and its release", arguments: refusals)
    func refused(_ refusal: Refusal) throws {
        let version = try #require(refusal.version == "online" ? .online : Version(refusal.version))
        let group = Layer(id: 1, name: "G", kind: .group, store: nil)
        var service = ServiceModel(name: "S", layers: [Layer(id: 0, name: "L", store: AirportsLayer.awkward), group])
        service.runtime = refusal.runtime
        service.capabilities = refusal.parameters["capabilities"]
        service.locator = Locator(locations: [])
        var question = ServiceQuestion(
            service: service, kind: refusal.kind, version: version,
            parameters: refusal.parameters.map { .init($0.key, $0.value) }, format: "json",
            profile: Profile(version, quirks: refusal.quirks))
        question.names = ["layer": "0"].merging(refusal.parameters) { $1 }
        guard case .failure(let error) = ServiceQuestion.finished(question.ask(refusal.path)) else {
            Issue.record("answered")
            return
        }
        #expect(String(decoding: JSONWriter.json(error.body.json), as: UTF8.self) == refusal.body)
    }

    @Test("a query that takes too long")
    func tooLong() {
        let question = AirportsLayer.reading(["where": "1=1"])
        let error = question.request.failed(FeatureStore.Failure(reason: "late", isTooLong: true))
        #expect(
            String(decoding: JSONWriter.json(error.body.json), as: UTF8.self)
                == #"{"error":{"code":500,"message":"Error performing query operation","details":[]}}"#)
    }

    @Test("have names of their own")
    func names() {
        let names = ServiceCatalog.errorBodies.map(\.id)
        #expect(Set(names).count == names.count)
        #expect(ServiceCatalog.errorBodies.allSatisfy { $0.scope?.systems.isEmpty == false })
    }
}
