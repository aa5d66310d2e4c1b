// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The words of refused queries by kind of service: docs/reference/query.md#errors.
extension ServiceRequest {
    /// Returns an error; `details` is for a MapServer, `hosted` for a hosted service.
    private func refused(
        _ message: String, _ details: [String], hosted: [String], code: Int = 400, _ verdict: Verdict
    ) -> Refused {
        guard kind == .featureServer else {
            return Refused(code: code, message: message, details: details, verdict: verdict)
        }
        if version.isOnline {
            return Refused(
                code: 400, message: "Cannot perform query. Invalid query parameters.", details: hosted, verdict: verdict
            )
        }
        // A FeatureServer on ArcGIS Server answers the same to everything (captured, five clients).
        return Refused(
            code: 400, message: "Unable to complete operation.", details: ["Unable to perform query operation."],
            verdict: verdict)
    }

    /// Returns a MapServer's error for an invalid clause.
    private func wording(_ manner: Choice?) -> (code: Int, message: String) {
        switch manner ?? (version < .v10_1 ? .unableTwoBlanks : .failed) {
        case .unableTwoBlanks: (400, "Unable to complete  operation.")
        case .unable: (400, "Unable to complete operation.")
        case .hresult: (-2_147_220_985, "Failed to execute query.")
        default: (400, "Failed to execute query.")
        }
    }

    private static let check = "Unable to perform query. Please check your parameters."

    func badWhere(_ text: String, _ failure: Where.Failure, _ manner: Choice? = nil) -> Refused {
        let rule = failure.unknownField == nil ? MapServices.Rules.badWhere : MapServices.Rules.unknownField
        let (code, message) = wording(manner)
        let hosted =
            failure.unknownField.map { "'Invalid field: \($0)' parameter is invalid" } ?? "'where' parameter is invalid"
        return refused(
            message, [], hosted: [hosted], code: code,
            Verdict(
                rule,
                facts: [
                    .init("where", text), .init("at", "\(failure.offset)"), .init("problem", failure.reason),
                ], wouldPass: "where=1=1, or the clause corrected at byte \(failure.offset)"))
    }

    /// Returns the error of a statement that SQLite stopped: a division by zero, or a time-out.
    func failed(_ failure: FeatureStore.Failure) -> Refused {
        let verdict = Verdict(
            failure.isTooLong ? MapServices.Rules.tooLong : MapServices.Rules.badWhere,
            facts: [.init("problem", failure.reason)], wouldPass: "a simpler where clause")
        if failure.isTooLong {
            return Refused(code: 500, message: "Error performing query operation", details: [], verdict: verdict)
        }
        let (code, message) = wording(nil)
        return refused(message, [], hosted: [Self.check], code: code, verdict)
    }

    func unknownField(_ name: String, _ parameter: String, _ layer: LayerData) -> Refused {
        let names = layer.fields.map(\.name)
        let near = Suggestion.nearest(to: name, among: names)
        let (code, message) = wording(nil)
        return refused(
            message, [], hosted: ["'Invalid field: \(name)' parameter is invalid"], code: code,
            Verdict(
                MapServices.Rules.unknownField, facts: [.init("parameter", parameter), .init("field", name)],
                wouldPass: near.map { "did you mean \($0)?" } ?? "one of \(names.joined(separator: ", "))"))
    }

    /// Returns the error of a data source that fails at statistics (captured of a MapServer, 10.22).
    func noStatistics(_ text: String) -> Refused {
        refused(
            "Unable to complete operation.", [], hosted: [Self.check],
            Verdict(
                MapServices.Rules.badParameter,
                facts: [.init("parameter", "outStatistics"), .init("value", String(text.prefix(80)))],
                wouldPass: "the same query without outStatistics"))
    }

    func noFilter() -> Refused {
        refused(
            "Invalid or missing input parameters.", [], hosted: [Self.check, "No where clause specified."],
            Verdict(MapServices.Rules.noFilter, facts: [.init("service", service.name)], wouldPass: "where=1=1"))
    }

    func badParameter(_ name: String, _ value: String) -> Refused {
        refused(
            "Invalid or missing input parameters.", [], hosted: ["'\(name)' parameter is invalid"],
            Verdict(
                MapServices.Rules.badParameter, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: "a valid value of \(name)"))
    }

    /// Returns the error of an invalid geometry. Captured at 9.3 and 10.0 with two spaces; later releases have that of
    /// every invalid parameter.
    func badGeometry() -> Refused {
        let verdict = Verdict(
            MapServices.Rules.badParameter,
            facts: [.init("parameter", "geometry"), .init("value", String((given("geometry") ?? "").prefix(80)))],
            wouldPass: "Esri JSON of the geometryType, or xmin,ymin,xmax,ymax of an envelope, or x,y of a point")
        guard version < .v10_1 else { return badParameter("geometry", given("geometry") ?? "") }
        return Refused(
            code: 400, message: "Unable to complete  operation.",
            details: ["'geometry' parameter is invalid", "Unable to complete Query operation."], verdict: verdict)
    }

    /// Returns the error of a MapServer (captured), or the general one of a FeatureServer.
    func noPaging(_ parameter: String) -> Refused {
        refused(
            "Pagination is not supported.", [], hosted: [Self.check],
            Verdict(
                MapServices.Rules.noPaging, facts: [.init("parameter", parameter), .init("version", version.name)],
                wouldPass: "objectIds, or a range of object ids in where"))
    }

    /// Returns the error reported of geojson: "invalid format".
    func badFormat() -> Refused {
        refused(
            "Invalid format.", [], hosted: ["'f' parameter is invalid"],
            Verdict(
                MapServices.Rules.badFormat, facts: [.init("f", format), .init("version", version.name)],
                wouldPass: "f=json"))
    }

    func notYet(_ name: String, _ value: String) -> Refused {
        refused(
            "Requested operation is not supported by this service.", ["The requested capability is not supported."],
            hosted: ["'\(name)' parameter is invalid"],
            Verdict(
                MapServices.Rules.notYet, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: "the same query without \(name)"))
    }
}
