// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Geoprocessing {
    /// The error bodies of tasks and jobs.
    enum ErrorBodies {
        static let unknown = ErrorBody(
            "service.gp.unknown", 400, "Unable to complete operation.", family: "geoprocessing", of: [.server],
            evidence: .inferred("no server's answer to an unknown task or job was captured"))
        static let execution = ErrorBody(
            "service.gp.execution-type", 400, "Unable to complete operation.", family: "geoprocessing",
            of: [.server], evidence: .inferred("that a task runs one way only is documented; the body is not"))
        static let failed = ErrorBody(
            "service.gp.failed", 400, "Unable to complete operation.", details: .list(["‹›"]),
            family: "geoprocessing", of: [.server],
            evidence: .inferred("the task's messages as details; the messages are the tools' own (000735)"))
        static let noResult = ErrorBody(
            "service.gp.no-result", 400, "Unable to complete operation.", family: "geoprocessing", of: [.server],
            evidence: .reported("jgravois/esri-leaflet-gp#33: 400, Unable to complete operation"))
    }

    static let errorBodies: [ErrorBody] = [
        ErrorBodies.unknown, ErrorBodies.execution, ErrorBodies.failed, ErrorBodies.noResult,
    ]
}
