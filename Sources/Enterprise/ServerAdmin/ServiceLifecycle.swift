// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `lifecycleinfos` of a service: who created, changed, started and stopped it, and when.
///
/// A service of the scenario was created when its machine started (inferred).
enum ServiceLifecycle {
    /// What happened to a service, in the words of the documentation.
    enum Event: String { case created, edited, started, stopped }

    static func route(_ path: String) -> Route {
        Administration.resource(
            "\(path)/lifecycleinfos", "Who made and changed the service, and when.", since: .v11_1,
            .documented("developers.arcgis.com/rest/enterprise-administration/server/serivce-lifecycle-info")
        ) { deployment, context, index throws(AdminRefusal) in
            let number = try AdminServices.number(deployment, context, index)
            let events = events(deployment, number, index)
            return .json(
                .object([
                    .init("lifecycleinfos", .array(events)), .init("lastmodified", events.last?["timestamp"] ?? .null),
                ]))
        }
    }

    /// Notes what the caller did to a service.
    static func note(
        _ event: Event, _ number: Int, _ deployment: inout Deployment, _ context: RequestContext, _ index: Int
    ) {
        let isNew = event == .created
        let before = isNew ? [] : events(deployment, number, index)
        let entry = entry(event, context.caller, context.now, isFederated: deployment.servers[index].federation != nil)
        deployment.sites[index].lists[key(deployment, number, index)] = before + [entry]
    }

    private static func key(_ deployment: Deployment, _ number: Int, _ index: Int) -> String {
        let service = deployment.servers[index].services[number]
        return "services/\(service.name).\(service.mainType)/lifecycleinfos"
    }

    private static func events(_ deployment: Deployment, _ number: Int, _ index: Int) -> [JSON] {
        if let noted = deployment.sites[index].lists[key(deployment, number, index)] { return noted }
        let server = deployment.servers[index]
        return [
            entry(
                .created, server.services[number].owner, AdminMachines.started, isFederated: server.federation != nil)
        ]
    }

    /// Members of a portal have the id of their organization before their name (documented).
    private static func entry(_ event: Event, _ user: String?, _ time: Instant, isFederated: Bool) -> JSON {
        let name = user.map { isFederated ? "\(PortalState.organizationID)::\($0)" : $0 }
        return .object([
            .init("user", .string(name ?? "")), .init("timestamp", .time(time)), .init("type", .string(event.rawValue)),
        ])
    }
}
