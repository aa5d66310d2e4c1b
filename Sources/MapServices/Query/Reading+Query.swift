import Facts
import Formats

extension MapServices {
    static let queried: [Resource] = [
        Resource(
            "{layer}/query", [.mapServer, .featureServer], "Rows of a layer.",
            evidence: .captured("services-reference 3")
        ) { reading in
            switch reading.plan(layer: reading.names["layer"] ?? "") {
            case .failure(let refused): return .refused(refused)
            case .success(let plan):
                if let result = plan.quickResult() { return result }
                return .later { plan.result() }
            }
        }
    ]
}

/// `query` of a layer: services-reference 3.
extension Reading {
    /// Reads a layer's query; what is wrong with it is refused here.
    package mutating func plan(layer id: String) -> Swift.Result<Plan, Refused> {
        let manner = Manner(&self)
        return findRows(id).flatMap { layer, store in
            QueryReader(reading: self, layer: store.layer, of: layer, manner: manner).read().map { query in
                Plan(reading: self, layer: layer, store: store, query: query, manner: manner)
            }
        }
    }
}
