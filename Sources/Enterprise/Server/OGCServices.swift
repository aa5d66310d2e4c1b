// SPDX-License-Identifier: Apache-2.0

import Services

/// `services/…/WMSServer`, beside `rest`, where OGC and older protocols are served.
enum OGCServices {
    static let routes: [Route] = ["services/{service}", "services/{folder}/{service}"].map { path in
        Route(
            .server, "\(path)/MapServer/WMSServer", .service, "The map as WMS 1.1.1 and 1.3.0.",
            evidence: WMS.resource.evidence
        ) { deployment, context in
            PlainDoor.answer(&deployment, &context, type: .mapServer, resource: WMS.resource)
        }
    }
}
