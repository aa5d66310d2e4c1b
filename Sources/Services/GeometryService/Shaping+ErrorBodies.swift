// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Shaping {
    /// The error bodies of geometry services.
    enum ErrorBodies {
        static let missing = ErrorBody(
            "service.geometry.missing-parameter", 400, "Invalid or missing input parameters.", family: "geometry",
            of: [.server, .online], evidence: .inferred("that of a missing parameter of other services"))
        static let bad = ErrorBody(
            "service.geometry.bad-parameter", 400, "Invalid or missing input parameters.", family: "geometry",
            of: [.server, .online], evidence: .inferred("that of a bad parameter of other services"))
        static let empty = ErrorBody(
            "service.geometry.empty", 400, "Unable to complete operation.",
            details: .list(["The operation was attempted on an empty geometry."]), family: "geometry",
            of: [.server, .online], evidence: .reported("Esri/arcgis-python-api#1223"))
        static let wrongUnit = ErrorBody(
            "service.geometry.wrong-unit", 400, "Unable to complete operation.",
            details: .list(["Wrong unit type (expected linear unit, got angular unit, or vice versa)"]),
            family: "geometry", of: [.server, .online], evidence: .reported("Esri/arcgis-python-api#461"))
        static let tangled = ErrorBody(
            "service.geometry.not-simple", 400, "Unable to complete operation.",
            details: .list(["The operation cannot be performed on a non-simple geometry."]), family: "geometry",
            of: [.server, .online],
            evidence: .reported("Esri/arcgis-python-api#523: the words; that this causes them is the double's limit"))
        static let tooMany = ErrorBody(
            "service.geometry.too-many", 400, "Unable to complete operation.", family: "geometry",
            of: [.server, .online], evidence: .inferred("a limit of this double"))
        static let projection = ErrorBody(
            "service.geometry.projection", 400, "Unable to complete operation.", family: "geometry",
            of: [.server, .online], evidence: .inferred("the general words; no server's were captured"))
        static let notation = ErrorBody(
            "service.geometry.notation", 400, "Unable to complete operation.", family: "geometry",
            of: [.server, .online], evidence: .inferred("the general words; no server's were captured"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.missing, ErrorBodies.bad, ErrorBodies.empty, ErrorBodies.wrongUnit, ErrorBodies.tangled,
        ErrorBodies.tooMany, ErrorBodies.projection, ErrorBodies.notation,
    ]
}
