// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension Deployment {
    /// Notes in the server's log that an administrator ran an operation.
    mutating func note(operation context: RequestContext, server index: Int) {
        guard sites[index].log.keeps(.info) else { return }
        let path = context.call.request.target.segments.dropFirst(2).joined(separator: "/")
        sites[index].log.add(
            SiteLog.Entry(
                level: .info, time: context.now, code: 7500, source: "Admin",
                user: context.caller ?? "", message: "Administrative operation \(path) succeeded."))
    }

    /// Returns a list of a server's site: as it was changed, or else as it is at first.
    func entries(_ path: String, server index: Int, else first: @autoclosure () -> [JSON]) -> [JSON] {
        sites[index].lists[path] ?? first()
    }
}
