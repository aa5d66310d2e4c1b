// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Queries of a layer whose source does not work.
extension ServiceRequest {
    /// The part of the rows that a count finds while an index is rebuilt: 3 of 100 (reported of a hosted layer).
    static let countedShare = 3

    /// Refuses a query that the state of the layer's source makes impossible.
    func works(_ layer: Layer) throws(ServiceError) {
        let isCount = isTrue("returncountonly")
        switch layer.sourceState {
        case .working, .miscounting: return
        case .broken: throw broken(layer)
        case .rebuilding: if !isCount { throw broken(layer) }
        case .slow:
            if isCount || isTrue("returnidsonly") || isTrue("returnextentonly") { return }
            throw ServiceError(Queries.ErrorBodies.tooLong, verdict(layer), delay: delay(layer))
        }
    }

    private func delay(_ layer: Layer) -> Duration { layer.sourceDelay ?? .zero }

    /// A MapServer says that the query failed, and feature services say what they say of a parameter (captured).
    private func broken(_ layer: Layer) -> ServiceError {
        guard kind == .featureServer else {
            return ServiceError(Queries.ErrorBodies.tooLong, verdict(layer), delay: delay(layer))
        }
        return ServiceError(
            version.isOnline ? Queries.ErrorBodies.hosted : Queries.ErrorBodies.featureServer, verdict(layer),
            delay: delay(layer))
    }

    private func verdict(_ layer: Layer) -> Verdict {
        Verdict(
            Queries.Rules.source,
            facts: [.init("layer", String(layer.id)), .init("sourceState", layer.sourceState.rawValue)],
            wouldPass: "the same query after the event mend-source, or sourceState: \"working\" in the scenario")
    }

    /// Returns what the layer's source counts.
    static func counted(_ rows: Int, _ state: SourceState) -> Int {
        switch state {
        case .rebuilding, .miscounting: rows * countedShare / 100
        default: rows
        }
    }
}
