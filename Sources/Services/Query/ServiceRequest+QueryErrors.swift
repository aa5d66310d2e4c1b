// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The errors of queries: which body a kind of service says, and why.
extension ServiceRequest {
    private typealias Bodies = Queries.ErrorBodies

    /// A FeatureServer on ArcGIS Server says the same of everything (captured, five clients); the others tell more.
    private func error(_ map: ErrorBody, hosted: ErrorBody, _ verdict: Verdict) -> ServiceError {
        guard kind == .featureServer else { return ServiceError(map, verdict) }
        return ServiceError(version.isOnline ? hosted : Bodies.featureServer, verdict)
    }

    /// What a MapServer says of a clause that it cannot read.
    private func badWhere(_ behavior: Choice?) -> ErrorBody {
        switch behavior ?? (version < .v10_1 ? .unableTwoBlanks : .failed) {
        case .unableTwoBlanks: Bodies.unableTwoSpaces
        case .unable: Bodies.unable
        case .hresult: Bodies.failedHRESULT
        default: Bodies.failed
        }
    }

    /// Returns the error of a clause; `name` is the parameter that has it.
    func badWhere(
        _ text: String, _ failure: Where.Failure, _ behavior: Choice? = nil, of name: String = "where"
    ) -> ServiceError {
        let rule = failure.unknownField == nil ? Queries.Rules.badWhere : Queries.Rules.unknownField
        // The releases' rows are about clauses that cannot be read; a quirk is about every clause.
        let isRow = failure.unknownField != nil && !quirks.contains(.queryBadWhere)
        return error(
            badWhere(isRow ? nil : behavior),
            hosted: Bodies.hostedParameter.about(failure.unknownField.map { "Invalid field: \($0)" } ?? name),
            Verdict(
                rule,
                facts: [
                    .init(name, text), .init("at", "\(failure.offset)"), .init("problem", failure.reason),
                ], wouldPass: "\(name == "where" ? "where=1=1, or " : "")the clause corrected at byte \(failure.offset)"
            ))
    }

    /// Returns the error of a statement that SQLite stopped: a division by zero, or a time-out.
    func failed(_ failure: FeatureStore.Failure) -> ServiceError {
        let verdict = Verdict(
            failure.isTooLong ? Queries.Rules.tooLong : Queries.Rules.badWhere,
            facts: [.init("problem", failure.reason)], wouldPass: "a simpler where clause")
        if failure.isTooLong { return ServiceError(Bodies.tooLong, verdict) }
        return error(badWhere(nil), hosted: Bodies.hosted, verdict)
    }

    func unknownField(_ name: String, _ parameter: String, _ layer: LayerData) -> ServiceError {
        let names = layer.fields.map(\.name)
        let near = Suggestion.nearest(to: name, among: names)
        return error(
            badWhere(nil), hosted: Bodies.hostedParameter.about("Invalid field: \(name)"),
            Verdict(
                Queries.Rules.unknownField, facts: [.init("parameter", parameter), .init("field", name)],
                wouldPass: near.map { "did you mean \($0)?" } ?? "one of \(names.joined(separator: ", "))"))
    }

    /// Returns the error of a data source that fails at statistics (captured of a MapServer, 10.22).
    func noStatistics(_ text: String) -> ServiceError {
        error(
            Bodies.noStatistics, hosted: Bodies.hosted,
            Verdict(
                Queries.Rules.badParameter,
                facts: [.init("parameter", "outStatistics"), .init("value", String(text.prefix(80)))],
                wouldPass: "the same query without outStatistics"))
    }

    func noFilter() -> ServiceError {
        error(
            Bodies.badParameter, hosted: Bodies.hostedNoWhere,
            Verdict(Queries.Rules.noFilter, facts: [.init("service", serviceName)], wouldPass: "where=1=1"))
    }

    func badParameter(_ name: String, _ value: String) -> ServiceError {
        error(
            Bodies.badParameter, hosted: Bodies.hostedParameter.about(name),
            Verdict(
                Queries.Rules.badParameter, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: "a valid value of \(name)"))
    }

    /// Captured at 9.3 and 10.0 with two spaces; later releases say what they say of every bad parameter.
    func badGeometry() -> ServiceError {
        let verdict = Verdict(
            Queries.Rules.badParameter,
            facts: [.init("parameter", "geometry"), .init("value", String((given("geometry") ?? "").prefix(80)))],
            wouldPass: "Esri JSON of the geometryType, or xmin,ymin,xmax,ymax of an envelope, or x,y of a point")
        guard version < .v10_1 else { return badParameter("geometry", given("geometry") ?? "") }
        return ServiceError(Bodies.badGeometry, verdict)
    }

    /// Returns the error of a MapServer (captured), or the general one of a FeatureServer.
    func noPaging(_ parameter: String) -> ServiceError {
        error(
            Bodies.noPaging, hosted: Bodies.hosted,
            Verdict(
                Queries.Rules.noPaging, facts: [.init("parameter", parameter), .init("version", version.name)],
                wouldPass: "objectIds, or a range of object ids in where"))
    }

    /// Returns the error reported of geojson: "invalid format".
    func badFormat() -> ServiceError {
        error(
            Bodies.badFormat, hosted: Bodies.hostedParameter.about("f"),
            Verdict(
                Queries.Rules.badFormat, facts: [.init("f", format), .init("version", version.name)],
                wouldPass: "f=json"))
    }

    /// Returns the error of a spatial reference that nobody knows: that of a bad parameter.
    func unknownReference(_ name: String, _ value: String) -> ServiceError {
        error(
            Bodies.badParameter, hosted: Bodies.hostedParameter.about(name),
            Verdict(
                Queries.Rules.unknownReference,
                facts: [.init("parameter", name), .init("value", String(value.prefix(80)))],
                wouldPass: SpatialReference.known))
    }

    func notYet(_ name: String, _ value: String) -> ServiceError {
        error(
            Bodies.notEmulated, hosted: Bodies.hostedParameter.about(name),
            Verdict(
                Queries.Rules.notYet, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: "the same query without \(name)"))
    }

    /// Returns the error of a parameter that the layer does not support: that of a bad one, as reported of statistics and
    /// of the order of joined layers.
    func unsupported(_ capability: QueryCapability, _ name: String, _ value: String) -> ServiceError {
        error(
            Bodies.badParameter, hosted: Bodies.hosted,
            Verdict(
                Queries.Rules.unsupported,
                facts: [
                    .init("parameter", name), .init("value", String(value.prefix(80))),
                    .init(capability.rawValue, "false"),
                ], wouldPass: "the same query without \(name), or a layer with \(capability.rawValue)"))
    }

    /// Returns the error of an operation that the layer does not announce, in the words of one that fails: no answer of a
    /// real layer was captured.
    func noOperation(_ operation: String, _ capability: QueryCapability) -> ServiceError {
        ServiceError(
            Bodies.noOperation.about(operation),
            Verdict(
                Queries.Rules.unsupported,
                facts: [.init("operation", operation), .init(capability.rawValue, "false")],
                wouldPass: "a layer with \(capability.rawValue)",
                evidence: .inferred("no real layer's answer was captured")))
    }

    /// Returns the error of other services: the operation is documented for hosted services only, and no answer of
    /// others was captured.
    func noTopFeatures() -> ServiceError {
        ServiceError(
            Bodies.notHosted,
            Verdict(
                Queries.Rules.notHosted, facts: [.init("service", serviceName)],
                wouldPass: "a hosted service, whose layers have supportsTopFeaturesQuery"))
    }
}
