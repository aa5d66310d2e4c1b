// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/machines`: the machine of a site, and those that joined it.
enum AdminMachines {
    private static let manual = "developers.arcgis.com/rest/enterprise-administration/server/"

    /// When the machine of every site started.
    static let started = Instant(milliseconds: 1_451_606_400_000)

    static let routes: [Route] =
        [
            Administration.resource(
                "machines", "The machines of the site.",
                .documented("resources.arcgis.com/en/help/server-admin-api/machines.html")
            ) { deployment, context, index throws(AdminRefusal) in list(deployment, context, index) },
            Administration.resource("machines/{machine}", "A machine.", .reported("docs/reference/admin.md#a17")) {
                deployment, context, index throws(AdminRefusal) in
                let name = try known(deployment, context, index)
                return .json(machine(name, deployment, context, index))
            },
            Administration.resource(
                "machines/{machine}/status", "Whether the machine runs.", .reported("docs/reference/admin.md#a19")
            ) { deployment, context, index throws(AdminRefusal) in
                _ = try known(deployment, context, index)
                return .json(status(deployment, context, index))
            },
            Administration.resource(
                "machines/{machine}/hardware", "What the machine is.", since: .v10_7,
                .documented("\(manual)hardware-configuration")
            ) { deployment, context, index throws(AdminRefusal) in
                _ = try known(deployment, context, index)
                return .json(hardware(deployment.servers[index]))
            },
        ] + MachineOperations.routes

    /// Returns the names of the site's machines.
    static func names(_ deployment: Deployment, _ index: Int) -> [String] {
        let joined = deployment.sites.indices.filter { deployment.sites[$0].joined == index }
        let registered = deployment.sites[index].lists["machines"]?.compactMap { $0["machineName"]?.text } ?? []
        return [deployment.servers[index].machine] + joined.map { deployment.servers[$0].machine } + registered
    }

    private static func list(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> Outcome {
        let machines = names(deployment, index).map { name in
            JSON.object([
                .init("machineName", .string(name)), .init("adminURL", .string(url(name, deployment, context, index))),
                // What agsadmin reads of each.
                .init("synchronize", .bool(false)),
            ])
        }
        return .json(.object([.init("machines", .array(machines))]))
    }

    private static func url(
        _ name: String, _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> String {
        let registered = deployment.sites[index].lists["machines"]?.first { $0["machineName"]?.text == name }
        return registered?["adminURL"]?.text ?? "\(deployment.url(ofServer: index, context))/admin"
    }

    /// The keys are those that clients read, in the order of their captures (docs/reference/admin.md#a17).
    private static func machine(
        _ name: String, _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) -> JSON {
        let state = deployment.sites[index].isStopped ? "STOPPED" : "STARTED"
        let edited = deployment.sites[index].settings["machines/\(name)"]?.members ?? []
        let ports = JSON.object(Self.ports)
            .merging(edited.filter { edited in Self.ports.contains { $0.name == edited.name } })
        return JSON.object([
            .init("machineName", .string(name)), .init("adminURL", .string(url(name, deployment, context, index))),
            .init("platform", .string(deployment.servers[index].platform == .linux ? "Linux-amd64" : "Windows-AMD64")),
            .init("ServerStartTime", .time(started)), .init("webServerMaxHeapSize", .int(-1)),
            .init("appServerMaxHeapSize", .int(256)), .init("socMaxHeapSize", .int(64)),
            .init("webServerSSLEnabled", .bool(true)),
            .init("webServerCertificateAlias", .string(MachineCertificates.own)), .init("ports", ports),
            .init("configuredState", .string(state)), .init("synchronize", .bool(false)),
            .init("underMaintenance", .bool(false)),
        ]).merging(edited.filter { edited in !Self.ports.contains { $0.name == edited.name } })
    }

    static let ports: [JSON.Member] = [
        .init("OpenEJBPort", .int(4002)), .init("JMXPort", .int(4001)), .init("NamingPort", .int(4003)),
        .init("DerbyPort", .int(4004)), .init("tcpClusterPort", .int(4005)),
    ]

    private static func status(_ deployment: Deployment, _ context: RequestContext, _ index: Int) -> JSON {
        let site = deployment.sites[index]
        let configured = site.isStopped ? "STOPPED" : "STARTED"
        let isUnderWay = site.machineBusyUntil.map { context.now < $0 } ?? false
        let real = isUnderWay ? (site.isStopped ? "STOPPING" : "STARTING") : configured
        return .object([.init("configuredState", .string(configured)), .init("realTimeState", .string(real))])
    }

    private static func hardware(_ server: ServerState) -> JSON {
        let system = server.platform == .linux ? "Linux 5.14" : "Microsoft Windows Server 2019"
        return .object([
            .init("cpu", .string("Intel(R) Xeon(R) CPU E5-2698 v3 @ 2.30GHz")), .init("os", .string(system)),
            .init("systemMemoryMB", .int(16384)), .init("numPhysicalProcessors", .int(4)),
            .init("numLogicalProcessors", .int(8)),
        ])
    }

    /// Returns the machine of the path as the site spells it.
    static func known(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> String {
        let asked = context.names["machine"] ?? ""
        let names = names(deployment, index)
        guard let name = names.first(where: { ASCII.equal($0, asked) }) else {
            throw AdminRefusal.missing(
                asked, Administration.Rules.machineMissing, among: names.map { "admin/machines/\($0)" })
        }
        return name
    }
}
