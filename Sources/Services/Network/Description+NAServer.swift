// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a NAServer: the names of its layers by their kind.
    static let naServer = Description(
        rows: [
            Row("currentVersion", since: .v10_0_0) { .number($0.version.number ?? "") },
            Row("serviceDescription") { .string($0.service.description) },
            Row("routeLayers") { names(.route, $0) }, Row("serviceAreaLayers") { names(.serviceArea, $0) },
            Row("closestFacilityLayers") { names(.closestFacility, $0) },
        ],
        evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/network-service/"))

    private static func names(_ kind: NetworkLayer.Kind, _ subject: Subject) -> JSON {
        .array(subject.service.networkLayers.filter { $0.kind == kind }.map { .string($0.name) })
    }
}
