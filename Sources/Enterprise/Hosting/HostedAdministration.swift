// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `rest/admin` of a hosted service: who may enter, what is there, and what its asynchronous operations say.
enum HostedAdministration {
    /// A hosted service, and the layer of the path, if it names one.
    struct Place: Sendable {
        var server: Int
        var service: Int
        var layer: Int?
    }

    /// The service, or one of its layers, as its administration shows it.
    static func describe(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        enter(&deployment, &context) { deployment, context, place in
            let map = deployment.servers[place.server].services[place.service].map
            do throws(ServiceError) {
                let json = try HostedResource.json(
                    place.layer == nil ? "" : "{layer}", layer: place.layer ?? 0, of: map, [], &deployment, context,
                    server: place.server)
                guard place.layer == nil else { return .json(json) }
                let service = deployment.servers[place.server].services[place.service]
                let info = JSON.object([
                    .init("name", .string(service.name)), .init("type", .string("FeatureServer")),
                    .init("status", .string(service.answers(at: context.now) ? "Started" : "Stopped")),
                ])
                return .json(.object((json.members ?? []) + [.init("adminServiceInfo", info)]))
            } catch {
                return .refused(error.body, error.verdict)
            }
        }
    }

    /// The status of an operation that was asked for with `async=true` (docs/reference/admin.md#d5, #d6).
    static func job(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        enter(&deployment, &context) { deployment, context, place in
            let id = context.names["job"] ?? ""
            let jobs = deployment.servers[place.server].definitionJobs
            guard let job = jobs.first(where: { $0.id == id }) else {
                return .refused(
                    Hosting.ErrorBodies.jobMissing,
                    Verdict(
                        Hosting.Rules.jobMissing, facts: [.init("job", id)],
                        wouldPass: jobs.last.map(\.id) ?? "an operation with async=true before"))
            }
            return .json(
                .object([
                    .init("status", .string(context.now < job.due ? "InProgress" : "Completed")),
                    .init("submissionTime", .time(job.begun)),
                    .init("lastUpdatedTime", .time(min(context.now, job.due))),
                ]))
        }
    }

    /// Lets clients read a changed service; there is nothing to do.
    static func refresh(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { _, _, _ in nil }
    }

    static func start(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, place in
            deployment.servers[place.server].services[place.service].run(.started, at: context.now)
            return nil
        }
    }

    static func stop(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { deployment, context, place in
            deployment.servers[place.server].services[place.service].run(.stopped, at: context.now)
            return nil
        }
    }

    // MARK: the way in

    /// Answers a POST with success or, with `async=true`, with where its status is; `body` returns a refusal, or another
    /// answer.
    static func change(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Place) -> Outcome?
    ) -> Outcome {
        enter(&deployment, &context) { deployment, context, place in
            // A GET shows the form in a browser and changes nothing.
            guard !context.isGet else { return .json(.object([.init("success", .bool(true))])) }
            if let other = body(&deployment, context, place), !other.verdict.isEmpty { return other }
            guard ASCII.equal(context.parameters["async"] ?? "", "true") else {
                return .json(.object([.init("success", .bool(true))]))
            }
            return later(&deployment, context, place)
        }
    }

    /// Notes an operation whose status is asked for later, and answers with where.
    static func later(_ deployment: inout Deployment, _ context: RequestContext, _ place: Place) -> Outcome {
        let id = deployment.newID()
        let duration = deployment.servers[place.server].federation.map {
            deployment.portals[$0.portal].content.publishing.duration
        }
        deployment.servers[place.server].definitionJobs.append(
            DefinitionJob(id: id, begun: context.now, due: context.now.advanced(milliseconds: duration ?? 0)))
        let name = deployment.servers[place.server].services[place.service].name
        let url = deployment.url(ofServer: place.server, context)
        return .json(
            .object([
                .init("statusURL", .string("\(url)/rest/admin/services/\(name)/FeatureServer/jobs/\(id)"))
            ]))
    }

    /// Checks the door, the service and who asks: its owner, or an administrator.
    static func enter(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (inout Deployment, RequestContext, Place) -> Outcome
    ) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let gap = Gap(path: context.call.request.target.segments.dropFirst().joined(separator: "/"))
        let caller: Caller
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(let found): caller = found
        }
        if let missing = gap.notHosted(deployment.servers[index]) { return missing }
        let name = context.serviceName
        let number = deployment.servers[index].services.firstIndex {
            $0.name == name && $0.types.contains("FeatureServer") && $0.running != .missing
        }
        guard let number else { return .page(Page.notFound) }
        if caller == .anonymous { return ServiceDoor.required(name, &context).outcome }
        if let refused = others(deployment, deployment.servers[index].services[number], caller) { return refused }
        let layer = context.names["layer"].flatMap { Int($0) }
        if context.names["layer"] != nil {
            let layers = deployment.servers[index].services[number].map.layers
            guard layers.contains(where: { $0.id == layer }) else {
                return .refused(
                    ServerDirectory.ErrorBodies.invalidURL,
                    Verdict(
                        ServerDirectory.Rules.restNoResource, facts: [.init("layer", context.names["layer"] ?? "")],
                        wouldPass: layers.map { "\($0.id)" }.joined(separator: ", ")))
            }
        }
        deployment.lookThrough(server: index, service: number)
        let before = deployment.seen(server: index, service: number)
        let outcome = body(&deployment, context, Place(server: index, service: number, layer: layer))
        deployment.passOn(before, server: index, service: number)
        return outcome
    }

    /// Returns the refusal of a member who neither owns the service nor administers the portal.
    private static func others(_ deployment: Deployment, _ service: ServiceState, _ caller: Caller) -> Outcome? {
        if case .member(let portal, let account) = caller {
            let member = deployment.portals[portal].accounts[account]
            if member.isAdministrator || member.username == service.owner { return nil }
        } else if case .siteAdmin = caller {
            return nil
        }
        return .refused(
            Tokens.ErrorBodies.serverForbidden.about("\(service.name).FeatureServer".lowercased()),
            Verdict(
                Tokens.Rules.notShared,
                facts: [.init("service", service.name), .init("user", deployment.name(of: caller) ?? "nobody")],
                wouldPass: "the owner of the service, or an administrator"))
    }
}
