// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/clusters`: the clusters of releases before 10.8.
enum AdminClusters {
    private static let list = AdminList(
        path: "clusters", placeholder: "cluster", member: "clusters", name: "clusterName", kind: "Cluster",
        summary: "The clusters of the site: one, until others are created.", until: .v10_8,
        evidence: .documented("resources.arcgis.com/en/help/server-admin-api/clusters.html"),
        first: { deployment, _, index in
            [cluster("default", "STARTED", [deployment.servers[index].machine], port: 4014)]
        })

    private static func cluster(_ name: String, _ state: String, _ machines: [String], port: Int) -> JSON {
        .object([
            .init("clusterName", .string(name)),
            .init(
                "clusterProtocol", .object([.init("type", .string("TCP")), .init("tcpClusterPort", .int(port))])),
            .init("configuredState", .string(state)), .init("machineNames", .strings(machines)),
        ])
    }

    static let routes: [Route] =
        list.resources + [
            list.adds("create", "Creates a cluster.") { _, context, _ throws(AdminRefusal) in
                let machines = context.parameters.given("machinenames")?.split(separator: ",").map(String.init) ?? []
                let port = context.parameters.given("tcpclusterport").flatMap { Int($0) } ?? 4014
                return cluster(try context.required("clusterName"), "STARTED", machines, port: port)
            },
            Administration.resource(
                "clusters/getAvailableMachines", "The machines that are in no cluster.", until: .v10_8, list.evidence
            ) { deployment, context, index throws(AdminRefusal) in
                let taken = list.entries(deployment, context, index).flatMap { $0["machineNames"]?.elements ?? [] }
                let machines = AdminMachines.names(deployment, index).filter { !taken.contains(.string($0)) }
                return .json(
                    .object([
                        .init(
                            "machines", .array(machines.map { .object([.init("machineName", .string($0))]) }))
                    ]))
            },
            list.edits("start", "Starts its machines.") { entry, _ in
                entry.merging([.init("configuredState", .string("STARTED"))])
            },
            list.edits("stop", "Stops its machines.") { entry, _ in
                entry.merging([.init("configuredState", .string("STOPPED"))])
            },
            list.edits("editProtocol", "Changes the port of its machines.") { entry, context in
                let port = context.parameters.given("tcpclusterport").flatMap { Int($0) } ?? 4014
                return entry.merging([
                    .init(
                        "clusterProtocol",
                        .object([.init("type", .string("TCP")), .init("tcpClusterPort", .int(port))])
                    )
                ])
            },
            list.removes("delete", "Deletes it."),
            Administration.resource("clusters/{cluster}/machines", "Its machines.", until: .v10_8, list.evidence) {
                deployment, context, index throws(AdminRefusal) in
                let entries = list.entries(deployment, context, index)
                let names = entries[try list.find(entries, context)]["machineNames"]?.elements ?? []
                return .json(.object([.init("machines", .array(names.map { .object([.init("machineName", $0)]) }))]))
            },
            Administration.resource("clusters/{cluster}/services", "Its services.", until: .v10_8, list.evidence) {
                deployment, context, index throws(AdminRefusal) in
                _ = try list.find(list.entries(deployment, context, index), context)
                return .json(.object([.init("services", .array(AdminServices.all(deployment.servers[index])))]))
            },
            list.edits("machines/add", "Adds machines.", .reported("docs/reference/admin.md#a27")) {
                entry, context throws(AdminRefusal) in
                let old = entry["machineNames"]?.elements ?? []
                let new = try context.names("machineNames").map(JSON.string).filter { !old.contains($0) }
                return entry.merging([.init("machineNames", .array(old + new))])
            },
            list.edits("machines/remove", "Removes machines.", .reported("docs/reference/admin.md#a27")) {
                entry, context throws(AdminRefusal) in
                let gone = try context.names("machineNames").map(JSON.string)
                let left = (entry["machineNames"]?.elements ?? []).filter { !gone.contains($0) }
                return entry.merging([.init("machineNames", .array(left))])
            },
        ]
}
