// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// Gaps of a server: `admin`, `rest/admin`, and what else is below `rest`.
extension Gap {
    func admin(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        if row?.audience != .anyone, let refused = ServerAdministrator.enter(&deployment, &context, index) {
            return refused
        }
        if let given { return Gap.outcome(given) }
        guard row != nil else {
            return .refused(
                Administration.ErrorBodies.noResource.about(last),
                Verdict(Administration.Rules.noResource, facts: told, wouldPass: instead(.server)))
        }
        return .refused(
            Administration.ErrorBodies.notEmulated.about(path),
            Verdict(Administration.Rules.notEmulated, facts: told, wouldPass: howToGive))
    }

    /// What is neither a service nor the catalog.
    func rest(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        if case .failure(let refused) = ServiceDoor.caller(&deployment, &context) { return refused.outcome }
        if let given { return Gap.outcome(given) }
        if row != nil { return notEmulated() }
        // A service without its type has an HTTP status of its own (reported: yonghah/esri2sf).
        let parts = path.split(separator: "/")
        let isService = parts.count > 3 && ASCII.equal(String(parts[1]), "services")
        return .refused(
            ServerDirectory.ErrorBodies.invalidURL,
            Verdict(ServerDirectory.Rules.restNoResource, facts: told, wouldPass: instead(.server)),
            status: isService ? 404 : 200)
    }

    /// The administration of services, which only hosted ones have.
    func restAdmin(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        guard case .server(let index) = context.site else { return .page(Page.notFound) }
        let caller: Caller
        switch ServiceDoor.caller(&deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(let found): caller = found
        }
        // As at services, what is there counts before who asks (inferred).
        if given == nil, let missing = notHosted(deployment.servers[index]) { return missing }
        if row?.audience == .members, caller == .anonymous, deployment.servers[index].isSecured {
            return ServiceDoor.required(path, &context).outcome
        }
        if let given { return Gap.outcome(given) }
        guard row == nil else { return notEmulated() }
        return .refused(
            ServerDirectory.ErrorBodies.invalidURL,
            Verdict(ServerDirectory.Rules.restNoResource, facts: told, wouldPass: instead(.server)))
    }

    private func notEmulated() -> Outcome {
        .refused(
            ServerDirectory.ErrorBodies.notEmulated.about(path),
            Verdict(ServerDirectory.Rules.restNotEmulated, facts: told, wouldPass: howToGive))
    }

    /// Returns the refusal of a service that is not a hosted one (reported: Esri/ArcREST#335).
    func notHosted(_ server: ServerState) -> Outcome? {
        let parts = path.split(separator: "/").map(String.init)
        // rest, admin, services, and perhaps a folder stand before the name.
        guard let index = [4, 5].first(where: { parts.count > $0 && Surface.serviceType(parts[$0]) != nil }),
            let type = Surface.serviceType(parts[index])
        else { return nil }
        let (name, folder) = (parts[index - 1], index == 5 ? parts[3] : nil)
        let full = folder.map { "\($0)/\(name)" } ?? name
        let isThere = server.services.contains { $0.name == full && $0.types.contains(type) && $0.running != .missing }
        if isThere, server.isHosting, folder == "Hosted" { return nil }
        return .refused(
            ServerDirectory.ErrorBodies.restAdminMissing.about([
                "name": name, "type": type, "folder": folder ?? "/",
            ]),
            Verdict(
                ServerDirectory.Rules.restAdminMissing,
                facts: [.init("service", full), .init("isHosting", "\(server.isHosting)")],
                wouldPass: "a service of the folder Hosted on the portal's hosting server"))
    }
}
