// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A file of the server's output directory.
package enum OutputOperation {
    /// Returns what is at a path below the directory of a service.
    package static func answer(
        _ path: [String], _ request: ServiceRequest, in service: ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        if let tiles = TileJobOperation.output(path, request, in: service) { return tiles }
        let file = path.joined(separator: "/")
        if file.hasPrefix("_ags") { return picture(file, request, service) }
        if request.kind == .imageServer, file.hasPrefix("exportImage."), let picture = service.canned["exportImage"] {
            return picture.result
        }
        return try EditJobOperation.output(file, service)
    }

    /// One that `export` wrote.
    private static func picture(_ file: String, _ request: ServiceRequest, _ service: ServiceModel) -> ServiceResponse {
        guard let write = service.pictures.file(file, now: request.now) else {
            return .file(
                .missing(
                    Verdict(
                        Maps.Rules.noOutput, facts: [.init("file", file)],
                        wouldPass: "the href of an export less than ten minutes old")))
        }
        return .deferred { .file(write()) }
    }
}
