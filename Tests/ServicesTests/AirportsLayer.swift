// SPDX-License-Identifier: Apache-2.0

import CAssets
import Facts
import Formats

@testable import Services

/// Services to ask in tests: the airports, and a small layer whose values are awkward.
enum AirportsLayer {
    static let airports: FeatureStore = store(asset("data/airports.geojson"))

    static let awkward: FeatureStore = store(
        Array(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"a","n":1,"x":0.5,"quote":"it's"},"geometry":{"type":"Point","coordinates":[1,2]}},
            {"type":"Feature","properties":{"name":"B","n":2,"x":null,"quote":"50%"},"geometry":{"type":"Point","coordinates":[3,4]}},
            {"type":"Feature","properties":{"name":null,"n":-3,"x":2.0,"quote":"a_b"},"geometry":null},
            {"type":"Feature","properties":{"name":"é","n":5,"x":1e10,"quote":""},"geometry":{"type":"Point","coordinates":[-5,6]}}
            ]}
            """.utf8))

    static func asset(_ name: String) -> [UInt8] {
        for number in 0..<mp_asset_count {
            let asset = unsafe mp_asset_at(number)
            if unsafe String(cString: asset.name) == name {
                return unsafe Array(UnsafeBufferPointer(start: asset.bytes, count: Int(asset.size)))
            }
        }
        return []
    }

    static func store(_ bytes: [UInt8]) -> FeatureStore {
        switch FeatureStores.store(bytes, file: "test.geojson") {
        case .success(let store): store
        case .failure(let bad): fatalError("\(bad)")
        }
    }

    static func reading(
        _ parameters: [String: String] = [:], store: FeatureStore = airports, kind: ServiceKind = .mapServer,
        version: String = "11.4", featureServer: Bool = false
    ) -> ServiceQuestion {
        let service = ServiceModel(
            name: "S", layers: [.init(id: 0, name: "L", store: store)], hasFeatureServer: featureServer)
        return ServiceQuestion(
            service: service, kind: kind, version: Version(version) ?? .newest,
            parameters: parameters.map { .init($0.key, $0.value) },
            format: parameters["f"] ?? "json")
    }

    /// A query, read and run.
    static func query(_ question: ServiceQuestion, layer: String = "0") -> ServiceQuestion.Answer {
        var question = question
        return question.plan(layer: layer).flatMap { plan in
            do throws(ServiceError) { return .success(try plan.result()) } catch { return .failure(error) }
        }
    }

    /// The JSON of an answer; for a refusal its error.
    static func json(_ answer: ServiceQuestion.Answer) -> JSON { ServiceQuestion.json(answer) }
}
