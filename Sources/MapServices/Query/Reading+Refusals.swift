import Facts
import Formats

/// The words of refused queries by kind of service: services-reference 3.5.
extension Reading {
    private func refused(_ message: String, _ details: [String], _ because: Because) -> Refused {
        // A FeatureServer on ArcGIS Server says the same of everything (captured, five clients).
        guard kind == .mapServer else {
            return Refused(
                code: 400, message: "Unable to complete operation.", details: ["Unable to perform query operation."],
                because: because)
        }
        return Refused(code: 400, message: message, details: details, because: because)
    }

    func badWhere(_ text: String, _ failure: Where.Failure) -> Refused {
        let rule = failure.unknownField == nil ? MapServices.Rules.badWhere : MapServices.Rules.unknownField
        return refused(
            "Failed to execute query.", [],
            Because(
                rule,
                facts: [
                    .init("where", text), .init("at", "\(failure.offset)"), .init("problem", failure.reason),
                ], wouldPass: "where=1=1, or the clause mended at byte \(failure.offset)"))
    }

    /// What SQLite stopped at: a division by zero, or that it took too long.
    func failed(_ failure: FeatureStore.Failure) -> Refused {
        let because = Because(
            failure.isTooLong ? MapServices.Rules.tooLong : MapServices.Rules.badWhere,
            facts: [.init("problem", failure.reason)], wouldPass: "a simpler where clause")
        if failure.isTooLong {
            return Refused(code: 500, message: "Error performing query operation", details: [], because: because)
        }
        return refused("Failed to execute query.", [], because)
    }

    func unknownField(_ name: String, _ parameter: String, _ layer: LayerData) -> Refused {
        let names = layer.fields.map(\.name)
        let near = Suggestion.nearest(to: name, among: names)
        return refused(
            "Failed to execute query.", [],
            Because(
                MapServices.Rules.unknownField, facts: [.init("parameter", parameter), .init("field", name)],
                wouldPass: near.map { "did you mean \($0)?" } ?? "one of \(names.joined(separator: ", "))"))
    }

    func noFilter() -> Refused {
        refused(
            "Invalid or missing input parameters.", [],
            Because(MapServices.Rules.noFilter, facts: [.init("service", service.name)], wouldPass: "where=1=1"))
    }

    func badParameter(_ name: String, _ value: String) -> Refused {
        refused(
            "Invalid or missing input parameters.", [],
            Because(
                MapServices.Rules.badParameter, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: "a value that \(name) can have"))
    }

    /// Captured at 9.3 and 10.0 with two blanks; later releases say what they say of every bad parameter.
    func badGeometry() -> Refused {
        let because = Because(
            MapServices.Rules.badParameter,
            facts: [.init("parameter", "geometry"), .init("value", String((given("geometry") ?? "").prefix(80)))],
            wouldPass: "Esri JSON of the geometryType, or xmin,ymin,xmax,ymax of an envelope, or x,y of a point")
        guard version.ordinal <= 1 else { return badParameter("geometry", given("geometry") ?? "") }
        return Refused(
            code: 400, message: "Unable to complete  operation.",
            details: ["'geometry' parameter is invalid", "Unable to complete Query operation."], because: because)
    }

    func notYet(_ name: String, _ value: String) -> Refused {
        refused(
            "Requested operation is not supported by this service.", ["The requested capability is not supported."],
            Because(
                MapServices.Rules.notYet, facts: [.init("parameter", name), .init("value", value)],
                wouldPass: "the same query without \(name)"))
    }
}
