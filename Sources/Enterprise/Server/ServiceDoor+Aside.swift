// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services
import Trust

/// Edits that take long: made of a service as a value while others are answered, and committed if nothing came between
/// (docs/decisions/0045-slow-edits-are-made-aside.md).
extension ServiceDoor {
    /// Commits a slow edit that was made aside, or has one made; `nil`: the request is quick.
    static func aside(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ request: ServiceRequest,
        _ caching: Outcome.Caching, _ seen: [Layer]?, _ server: Int, _ service: Int, _ resource: Resource
    ) -> Outcome? {
        let size = context.call.request.body.count + context.call.request.target.raw.utf8.count
        guard SlowEdit.isSlow(request, resource, size: size) else { return nil }
        let revision = deployment.servers[server].services[service].revision
        if let made = context.call.edit, made.revision === revision {
            deployment.servers[server].services[service].map = made.service
            deployment.passOn(seen, server: server, service: service)
            context.add(quirks: made.quirks)
            return outcome(caching) { () throws(ServiceError) in try made.result.get() }
        }
        return made(&deployment, request, server, service) { request, service in
            answer(&request, in: &service, resource)
        }
    }

    /// Commits asynchronous edits that were due and made aside, or has them made; `nil`: none are due any more.
    static func settle(
        _ deployment: inout Deployment, _ context: RequestContext, _ request: ServiceRequest, _ seen: [Layer]?,
        _ server: Int, _ service: Int
    ) -> Outcome? {
        guard deployment.servers[server].services[service].map.hasDueEdits(at: context.now) else { return nil }
        let revision = deployment.servers[server].services[service].revision
        if let made = context.call.edit, made.revision === revision {
            deployment.servers[server].services[service].map = made.service
            deployment.passOn(seen, server: server, service: service)
            return nil
        }
        return made(&deployment, request, server, service) { request, service in
            request.settle(&service)
            return .success(.json(.null))
        }
    }

    /// Has an edit made of a service as it is.
    private static func made(
        _ deployment: inout Deployment, _ request: ServiceRequest, _ server: Int, _ service: Int,
        by edit: @escaping @Sendable (inout ServiceRequest, inout ServiceModel) -> Result<ServiceResponse, ServiceError>
    ) -> Outcome {
        let (revision, before) = (
            deployment.servers[server].services[service].revision, deployment.servers[server].services[service].map
        )
        // Its ids are from a generator of its own: others draw from the deployment's meanwhile.
        let seed = deployment.generator.next()
        var asked = Outcome.json(.null)
        asked.errand = .edit(
            SlowEdit(of: revision) { [request] in
                var (request, service) = (request, before)
                request.generator = Generator(seed: seed)
                let result = edit(&request, &service)
                return SlowEdit.Made(of: revision, service: service, result: result, quirks: request.quirks)
            })
        return asked
    }
}
