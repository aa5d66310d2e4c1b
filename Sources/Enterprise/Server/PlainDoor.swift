// SPDX-License-Identifier: Apache-2.0

import Formats
import Services

/// The door for resources without `f`, files and OGC services: it refuses in JSON and redirects no browser to a login
/// page, because programs request these (inferred).
enum PlainDoor {
    static func answer(
        _ deployment: inout Deployment, _ context: inout RequestContext, type: ServiceKind, resource: Resource
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
