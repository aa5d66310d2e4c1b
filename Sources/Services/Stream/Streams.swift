// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Stream services: docs/reference/other-services.md#streamserver. Nothing flows here, and the root says so.
enum Streams {
    static let resources: [Resource] = [
        Resource(
            "", [.streamServer], "What the stream would bring.", since: .v10_3,
            evidence: .documented("developers.arcgis.com/rest/services-reference/enterprise/stream-service/")
        ) { request, service throws(ServiceError) in
            .json(
                service.pasted ?? Description.streamServer.json(service.subject(request.version, service.layers.first)))
        }
    ]
}
