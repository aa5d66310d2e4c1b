// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/machines` and `admin/clusters`: a site of one machine.
enum AdminMachines {
    static func list(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        .object([
            .init(
                "machines",
                .array([
                    .object([
                        .init("machineName", .string(deployment.servers[index].machine)),
                        .init("adminURL", .string("\(deployment.url(ofServer: index, context))/admin")),
                        // What agsadmin reads of each.
                        .init("synchronize", .bool(false)),
                    ])
                ]))
        ])
    }

    /// The keys are those that clients read, in the order of their captures (docs/reference/admin.md#a17).
    static func machine(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        let ports: [JSON.Member] = [
            .init("OpenEJBPort", .int(4002)), .init("JMXPort", .int(4001)), .init("NamingPort", .int(4003)),
            .init("DerbyPort", .int(4004)), .init("tcpClusterPort", .int(4005)),
        ]
        return .object([
            .init("machineName", .string(deployment.servers[index].machine)),
            .init("adminURL", .string("\(deployment.url(ofServer: index, context))/admin")),
            .init("platform", .string("Linux-amd64")), .init("ServerStartTime", .int(1_451_606_400_000)),
            .init("webServerMaxHeapSize", .int(-1)), .init("appServerMaxHeapSize", .int(256)),
            .init("socMaxHeapSize", .int(64)), .init("webServerSSLEnabled", .bool(true)),
            .init("webServerCertificateAlias", .string("SelfSignedCertificate")), .init("ports", .object(ports)),
            .init("configuredState", .string("STARTED")), .init("synchronize", .bool(false)),
            .init("underMaintenance", .bool(false)),
        ])
    }

    static let status = JSON.object([
        .init("configuredState", .string("STARTED")), .init("realTimeState", .string("STARTED")),
    ])

    static func clusters(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        let protocolMembers: [JSON.Member] = [.init("type", .string("TCP")), .init("tcpClusterPort", .int(4014))]
        return .object([
            .init(
                "clusters",
                .array([
                    .object([
                        .init("clusterName", .string("default")), .init("clusterProtocol", .object(protocolMembers)),
                        .init("machineNames", .strings([deployment.servers[index].machine])),
                    ])
                ]))
        ])
    }

    /// Checks the door, and answers for the site's machine.
    static func known(_ body: @escaping @Sendable (Deployment, RequestContext, Int) -> JSON) -> Route.Handler {
        { deployment, context in
            guard case .server(let index) = context.site else { return .page(Page.notFound) }
            if let refused = ServerAdministrator.enter(&deployment, &context, index) { return refused }
            let (name, machine) = (context.names["machine"] ?? "", deployment.servers[index].machine)
            guard ASCII.equal(name, machine) else {
                return .refused(
                    Administration.ErrorBodies.noResource.about(name),
                    Verdict(
                        Administration.Rules.machineMissing, facts: [.init("machine", name)],
                        wouldPass: "admin/machines/\(machine)"))
            }
            return .json(body(deployment, context, index))
        }
    }
}
