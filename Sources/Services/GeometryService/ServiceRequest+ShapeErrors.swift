// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The errors of a geometry service.
extension ServiceRequest {
    private func refused(
        _ body: ErrorBody, _ rule: Rule, _ facts: [Verdict.Fact], _ wouldPass: String
    ) -> ServiceError { ServiceError(body, Verdict(rule, facts: facts, wouldPass: wouldPass)) }

    func missingShape(_ name: String) -> ServiceError {
        refused(Shaping.ErrorBodies.missing, Shaping.Rules.missing, [.init("parameter", name)], "\(name)=…")
    }

    func badShape(_ name: String, _ value: String, _ wouldPass: String) -> ServiceError {
        refused(
            Shaping.ErrorBodies.bad, Shaping.Rules.bad,
            [.init("parameter", name), .init("value", String(value.prefix(120)))], wouldPass)
    }

    func unknownUnit(_ name: String, _ value: String) -> ServiceError {
        refused(
            Shaping.ErrorBodies.empty, Shaping.Rules.unit,
            [.init("parameter", name), .init("value", String(value.prefix(120)))],
            "the number of a unit: 9001 for meters, 9002 for feet")
    }

    func wrongUnit(_ name: String, _ reference: SpatialReference?) -> ServiceError {
        refused(
            Shaping.ErrorBodies.wrongUnit, Shaping.Rules.wrongUnit,
            [
                .init("parameter", name), .init("value", given(name.lowercased()) ?? "none"),
                .init("sr", reference?.wkid.map(String.init) ?? "none"),
            ], "a unit of the spatial reference's kind, a projected bufferSR, or geodesic=true with a linear unit")
    }

    func emptyShape(_ name: String) -> ServiceError {
        refused(
            Shaping.ErrorBodies.empty, Shaping.Rules.empty, [.init("parameter", name)], "a geometry with coordinates")
    }

    func tangled(_ name: String) -> ServiceError {
        refused(
            Shaping.ErrorBodies.tangled, Shaping.Rules.tangled, [.init("parameter", name)],
            "a geometry whose sides cross at most \(Outline.mostCrossings) times")
    }

    func tooMany(_ what: String, _ count: Int, _ most: Int) -> ServiceError {
        refused(
            Shaping.ErrorBodies.tooMany, Shaping.Rules.tooMany, [.init(what, String(count))], "at most \(most)")
    }

    func shapesByURL(_ name: String) -> ServiceError {
        refused(
            Shaping.ErrorBodies.bad, Shaping.Rules.url, [.init("parameter", name)],
            "the geometries themselves, or results of the service in the scenario")
    }

    /// A projection, or a geodesic, that is not there.
    func unprojectable(_ from: SpatialReference, _ to: SpatialReference) -> ServiceError {
        refused(
            Shaping.ErrorBodies.projection, Shaping.Rules.projection,
            [.init("from", from.spelled), .init("to", to.spelled)], "spatial references of EPSG or ESRI, or their wkt")
    }

    func noGeodesics() -> ServiceError {
        refused(
            Shaping.ErrorBodies.projection, Shaping.Rules.projection, [.init("libproj", Geodesic.failure)],
            "PROJ installed: libproj-dev (apt), proj (brew)")
    }

    func badNotation(_ value: String, _ type: String) -> ServiceError {
        refused(
            Shaping.ErrorBodies.notation, Shaping.Rules.notation,
            [.init("conversionType", type), .init("value", String(value.prefix(60)))],
            "a text as \(type) writes it, within the area it covers")
    }
}

extension SpatialReference {
    /// In a few characters, for facts.
    var spelled: String {
        if let wkid { return String(wkid) }
        return String(decoding: JSONWriter.json(short(.newest)).prefix(80), as: UTF8.self)
    }
}
