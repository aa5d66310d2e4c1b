// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `resultType`: the kind of limit for an answer (query-feature-service-layer, "Return type and max record count").
enum ResultType: String, Sendable {
    case standard, tile
}

extension Description.Subject {
    /// Returns `standardMaxRecordCount`, `tileMaxRecordCount` and the like: from the layer's description, or as
    /// captured of its kind of service: 10.7 hosted, 10.61 in the ArcGIS Pro runtime, 10.71 in ArcMap's.
    func recordCount(_ name: String) -> Int {
        if let told = told(name)?.integer { return told }
        if service.isHosted(version) { return name == "standardMaxRecordCountNoGeometry" ? 32_000 : 4000 }
        if isPro { return 2000 }
        return name == "tileMaxRecordCount" ? 8000 : 32_000
    }
}

extension Description.Row {
    static func recordCount(_ key: String, since: Version? = nil) -> Description.Row {
        Description.Row(key, since: since) { .int($0.recordCount(key)) }
    }
}

extension ServiceModel {
    /// Returns the largest number of rows in an answer, whatever `resultRecordCount` is.
    func most(_ layer: Layer, _ query: Query, _ version: Version) -> Int {
        guard let type = query.resultType else { return most(layer, version) * query.countFactor }
        let isPlain = type == .standard && !query.returnsGeometry && isHosted(version)
        let name = isPlain ? "standardMaxRecordCountNoGeometry" : "\(type.rawValue)MaxRecordCount"
        return ServiceModel.counted(subject(version, layer).recordCount(name)) * query.countFactor
    }

    /// Returns the largest number of rows in an answer to a query that names no kind of limit.
    func most(_ layer: Layer, _ version: Version) -> Int {
        ServiceModel.counted(layer.maxRecordCount ?? limit(version))
    }

    /// Returns a number that one can count to: definitions that are sent can have any.
    static func counted(_ number: Int) -> Int { min(max(number, 0), Int(Int32.max)) }
}
