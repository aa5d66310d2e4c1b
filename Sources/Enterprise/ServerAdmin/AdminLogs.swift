// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/logs/…`: an empty log.
enum AdminLogs {
    static func logs(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { _, _, _ in
            .object([.init("operations", .array(["clean", "query", "countErrorReports"].map(JSON.string)))])
        }
    }

    /// Returns an empty log. The double keeps none here; its journal is under `/_mock`.
    static func logQuery(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ServerAdministrator.answer(&deployment, &context) { _, context, _ in
            let now = JSON.number(String(context.now.milliseconds))
            return .object([
                .init("hasMore", .bool(false)), .init("startTime", now), .init("endTime", now),
                .init("logMessages", .array([])),
            ])
        }
    }
}
