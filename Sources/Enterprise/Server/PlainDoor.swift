// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// The door in front of what has no `f`, files and OGC's services: it refuses in JSON, and sends no browser to a login
/// page, for these are asked by programs (inferred).
enum PlainDoor {
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, type: ServiceRequest.Kind, resource: Resource
    ) -> Deferrable<Outcome> {
        let format = context.format
        if format != .pjson { context.format = .json }
        defer { context.format = format }
        return ServiceDoor.answer(&deployment, &context, type: type, resource: resource).map { outcome in
            var outcome = outcome
            outcome.isAlwaysJSON = true
            return outcome
        }
    }
}
