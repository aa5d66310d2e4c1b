// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The settings of a portal.
extension SiteDocument<PortalRefusal> {
    var routes: [Route] {
        let document = self
        return [
            Route(
                .portal, "portaladmin/\(path)", .portalAdmin, summary, since: since, evidence: evidence,
                handler: PortalOperation.resource { deployment, context, index throws(PortalRefusal) in
                    .json(document.shown(document.read(deployment, context, index)))
                }),
            Route(
                .portal, "portaladmin/\(path)/\(operation)", .portalAdmin, "Changes it: \(summary)", since: since,
                evidence: evidence,
                handler: PortalOperation.handler { deployment, context, index throws(PortalRefusal) in
                    let old = document.read(deployment, context, index)
                    let new = try document.changed(old, context) { name throws(PortalRefusal) in
                        .object(try context.neededObject(name))
                    }
                    try document.act(&deployment, new, index)
                    deployment.portals[index].documents[document.path] = new
                    return PortalOperation.done(document.answer)
                }),
        ]
    }

    private func read(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        deployment.portals[index].documents[path] ?? first(deployment, context, index)
    }
}
