// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `createService`: a feature service of the hosting server, and its item.
enum HostedService {
    static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        ItemEdits.posted(&context) { context in
            UserContent.answer(&deployment, &context) { deployment, context, index, caller, owner in
                if let refused = unprivileged(deployment, &context, index, caller) { return refused }
                let text = context.parameters.given("createparameters") ?? ""
                let given = (try? JSONReader.read(Array(text.utf8))) ?? .null
                guard let name = given["name"]?.text ?? context.parameters.given("name"), !name.isEmpty else {
                    return SharingDoor.Refused(
                        errorBody: Sharing.ErrorBodies.notGiven.about("createParameters"),
                        verdict: Verdict(
                            Sharing.Rules.notGiven, facts: [.init("missing", "createParameters")],
                            wouldPass: "createParameters={\"name\":\"…\"}"), context
                    ).outcome
                }
                let host = deployment.servers.indices.first {
                    deployment.servers[$0].federation?.portal == index && deployment.servers[$0].isHosting
                }
                guard let host else { return noHost(deployment.portals[index].name, context) }
                guard !deployment.isTaken(name, "Feature Service", ofPortal: index) else {
                    return taken(name, context)
                }
                return .json(add(&deployment, context, host, name, owner, given))
            }
        }
    }

    /// Adds the service, and answers as Enterprise and ArcGIS Online do.
    private static func add(
        _ deployment: inout Deployment, _ context: RequestContext, _ host: Int, _ name: String, _ owner: String,
        _ given: JSON
    ) -> JSON {
        let full = "Hosted/\(name)"
        var map = ServiceModel(
            name: full, layers: [], maxRecordCount: given["maxRecordCount"]?.integer, hasFeatureServer: true)
        map.description = given["serviceDescription"]?.text ?? given["description"]?.text ?? ""
        map.copyright = given["copyrightText"]?.text ?? ""
        map.feature.capabilities = given["capabilities"]?.text
        let id = Item.id(deployment.servers[host].name, full, "FeatureServer")
        map.itemID = id
        // A deleted one makes way.
        deployment.servers[host].services.removeAll { $0.name == full && $0.running == .missing }
        deployment.servers[host].services.append(
            ServiceState(
                name: full, types: ["FeatureServer"], access: .owner, itemAccess: .owner, owner: owner,
                running: .started, map: map))
        let url = JSON.string("\(deployment.url(ofServer: host, context))/rest/services/\(full)/FeatureServer")
        return .object([
            .init("success", .bool(true)), .init("encodedServiceURL", url), .init("itemId", .string(id)),
            .init("name", .string(name)), .init("serviceItemId", .string(id)), .init("serviceurl", url),
            .init("size", .int(-1)), .init("type", .string("Feature Service")), .init("isView", .bool(false)),
        ])
    }

    private static func unprivileged(
        _ deployment: Deployment, _ context: inout RequestContext, _ index: Int, _ caller: Caller
    ) -> Outcome? {
        guard case .member(_, let number) = caller else { return nil }
        let role = deployment.portals[index].accounts[number].role
        guard !Privileges.of(role).contains(Privileges.publishing) else { return nil }
        return SharingDoor.forbidden(
            &context,
            Verdict(
                Sharing.Rules.noPrivilege,
                facts: [
                    .init("user", deployment.name(of: caller) ?? "nobody"), .init("role", role),
                    .init("privilege", Privileges.publishing),
                ], wouldPass: "a member with the role org_publisher or org_admin"))
    }

    private static func taken(_ name: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Hosting.ErrorBodies.nameTaken.about([
                "name": name, "portal": PortalState.organizationID,
            ]),
            verdict: Verdict(
                Hosting.Rules.nameTaken, facts: [.init("name", name)], wouldPass: "a name that no service has"), context
        ).outcome
    }

    private static func noHost(_ portal: String, _ context: RequestContext) -> Outcome {
        SharingDoor.Refused(
            errorBody: Sharing.ErrorBodies.notEmulated.about("createService without a hosting server"),
            verdict: Verdict(
                Hosting.Rules.noHost, facts: [.init("portal", portal)],
                wouldPass: "a federated server with hosting: true in the scenario"), context
        ).outcome
    }
}

extension Deployment {
    /// Returns whether the hosting server of a portal has a service with that name, in the folder Hosted or not, whose
    /// items are of that type.
    func isTaken(_ name: String, _ type: String, ofPortal index: Int) -> Bool {
        servers.contains { server in
            server.federation?.portal == index && server.isHosting
                && server.services.contains { service in
                    service.running != .missing && ["Hosted/\(name)", name].contains(service.name)
                        && service.types.contains { ContentItem.type(ofService: $0) == type }
                }
        }
    }
}
