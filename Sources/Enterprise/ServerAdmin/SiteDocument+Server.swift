// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The settings of a server.
extension SiteDocument<AdminRefusal> {
    var routes: [Route] {
        let settings = self
        let terms = Administration.Terms(isReadOnly: isAlwaysOpen)
        let since = since ?? .v10_1
        return [
            Administration.resource(path, summary, since: since, evidence) {
                deployment, context, index throws(AdminRefusal) in
                .json(settings.shown(settings.read(deployment, context, index)))
            },
            Administration.operation(
                "\(path)/\(operation)", "Changes it: \(summary)", terms, since: since, evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let old = settings.read(deployment, context, index)
                let new = try settings.changed(old, context) { name throws(AdminRefusal) in try context.object(name) }
                try settings.act(&deployment, new, index)
                deployment.sites[index].settings[settings.path] = new
                return .json(settings.done(new))
            },
        ]
    }

    /// Returns the settings as they are.
    func read(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        deployment.sites[index].settings[path] ?? first(deployment, context, index)
    }

    /// An answer may show what it has set (docs/reference/admin.md, rule 0.1).
    private func done(_ json: JSON) -> JSON {
        member.map { Administration.success.merging([.init($0, json)]) } ?? Administration.success
    }
}
