// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Description {
    /// The root of a GeometryServer: its description, and nothing of the release.
    static let geometryServer = Description(
        rows: [Row("serviceDescription") { .string($0.service.description) }],
        evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/geometry-service/"))
}
