// SPDX-License-Identifier: Apache-2.0

import Facts

extension QueryCapability {
    /// What a capability promises, and what becomes of the request where a layer does not have it.
    struct Promise: Sendable {
        /// The parameters, in lowercase.
        var parameters: [String]
        /// A Boolean value that indicates whether the layer refuses them. Parameters that change only the form of an
        /// answer are ignored, for clients that send them to every layer work in the field (inferred).
        var isRefused: Bool
    }

    /// The promise in a query of a layer; `nil` for what no single parameter asks for. Descriptions print `isThere`, and
    /// `ServiceRequest.keep(promises:)` reads it: the one table of both.
    var promise: Promise? {
        switch self {
        case .statistics: Promise(parameters: ["outstatistics"], isRefused: true)
        case .having: Promise(parameters: ["having", "havingclause"], isRefused: true)
        case .orderBy: Promise(parameters: ["orderbyfields"], isRefused: true)
        case .distinct: Promise(parameters: ["returndistinctvalues"], isRefused: true)
        case .distance: Promise(parameters: ["distance"], isRefused: true)
        case .extent: Promise(parameters: ["returnextentonly"], isRefused: false)
        case .trueCurves: Promise(parameters: ["returntruecurves"], isRefused: false)
        case .centroid: Promise(parameters: ["returncentroid"], isRefused: false)
        case .resultType: Promise(parameters: ["resulttype"], isRefused: false)
        case .recordCountFactor: Promise(parameters: ["maxrecordcountfactor"], isRefused: false)
        case .coordinatesQuantization: Promise(parameters: ["quantizationparameters"], isRefused: false)
        default: nil
        }
    }

    /// The operations that capabilities announce, by their paths below the service.
    static let operations: KeyValuePairs<QueryCapability, String> = [
        .topFeatures: "{layer}/queryTopFeatures", .queryAnalytic: "{layer}/queryAnalytic",
        .queryBins: "{layer}/queryBins", .queryDateBins: "{layer}/queryDateBins",
    ]

    private static let promises = allCases.compactMap { one in one.promise.map { (one, $0) } }

    /// The names that a scenario may declare a layer to lack.
    package static var declared: [String] {
        let others: [QueryCapability] = [.pagination, .percentiles, .exceedsLimit] + operations.map(\.key)
        return (promised.map(\.0) + others).map(\.rawValue)
    }

    /// The capabilities whose parameters a query may name.
    static var promised: [(QueryCapability, Promise)] { promises }
}

extension ServiceRequest {
    /// Refuses or drops the parameters that the layer's description does not promise.
    mutating func keep(promisesOf subject: Description.Subject) throws(ServiceError) {
        guard let layer = subject.layer, !layer.unsupported.isEmpty else { return }
        for (capability, promise) in QueryCapability.promised where !capability.isThere(subject) {
            guard let name = promise.parameters.first(where: { isAsked($0) }) else { continue }
            if promise.isRefused { throw unsupported(capability, name, given(name) ?? "") }
            parameters.removeAll { promise.parameters.contains($0.name) }
        }
    }

    /// Returns whether a parameter has a value that asks for something.
    private func isAsked(_ name: String) -> Bool {
        guard let value = given(name) else { return false }
        return value != "[]" && value != "{}" && !(name.hasPrefix("return") && !isTrue(name))
    }
}
