// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `admin/machines/…`: what stops, starts and changes machines.
enum MachineOperations {
    private static let evidence = Evidence.reported("docs/reference/admin.md#a20")
    /// Read-only mode leaves machines alone (docs/reference/admin.md#g2).
    private static let open = Administration.Terms(isReadOnly: true)

    static let routes: [Route] = [
        Administration.operation("machines/register", "Adds a machine to the site.", open, evidence) {
            deployment, context, index throws(AdminRefusal) in
            let (name, url) = (try context.required("machineName"), try context.required("adminURL"))
            guard !AdminMachines.names(deployment, index).contains(where: { ASCII.equal($0, name) }) else {
                throw AdminRefusal.taken("Server machine", name)
            }
            deployment.sites[index].lists["machines", default: []].append(
                .object([.init("machineName", .string(name)), .init("adminURL", .string(url))]))
            return .json(Administration.success)
        },
        Administration.operation("machines/rename", "Gives a machine another name.", open, evidence, rename),
        one("start", "Starts the machine.") { deployment, context, index, _ throws(AdminRefusal) in
            try run(&deployment, context, index, isStopped: false)
        },
        one("stop", "Stops the machine: the site can be administered, and hosts nothing.") {
            deployment, context, index, _ throws(AdminRefusal) in
            try run(&deployment, context, index, isStopped: true)
        },
        one("synchronizeWithSite", "Brings the machine up to date: it is.") { _, _, _, _ throws(AdminRefusal) in },
        one("unregister", "Takes a machine from the site.") { deployment, _, index, name throws(AdminRefusal) in
            let joined = deployment.sites.indices.first {
                deployment.sites[$0].joined == index && deployment.servers[$0].machine == name
            }
            if let joined {
                deployment.leave(site: index, server: joined)
            } else if deployment.sites[index].lists["machines"]?.contains(where: { $0["machineName"]?.text == name })
                == true
            {
                deployment.sites[index].lists["machines"]?.removeAll { $0["machineName"]?.text == name }
            } else {
                throw AdminRefusal(
                    Administration.ErrorBodies.lastMachine.about(name), Administration.Rules.lastMachine,
                    facts: [.init("machine", name)], wouldPass: "admin/deleteSite, or another machine of the site")
            }
        },
        Administration.operation(
            "machines/{machine}/edit", "Changes a machine's settings; what is left out is as at first.",
            .reported("docs/reference/admin.md#a18")
        ) { deployment, context, index throws(AdminRefusal) in
            let name = try AdminMachines.known(deployment, context, index)
            let numbers = ["webServerMaxHeapSize", "appServerMaxHeapSize", "socMaxHeapSize"]
            let editable = numbers + AdminMachines.ports.map(\.name)
            var members = editable.compactMap { key in
                context.parameters.given(key.lowercased()).flatMap { Int($0) }.map { JSON.Member(key, .int($0)) }
            }
            if let alias = context.parameters.given("webservercertificatealias") {
                let known = MachineCertificates.names(deployment, index)
                guard known.contains(alias) else { throw AdminRefusal.unknown("Certificate", alias, among: known) }
                members.append(.init("webServerCertificateAlias", .string(alias)))
            }
            deployment.sites[index].settings["machines/\(name)"] = .object(members)
            return .json(Administration.success)
        },
    ]

    private typealias Run = @Sendable (inout Deployment, RequestContext, Int, String) throws(AdminRefusal) -> Void

    private static func one(_ name: String, _ summary: String, _ body: @escaping Run) -> Route {
        Administration.operation(
            "machines/{machine}/\(name)", summary, open, evidence
        ) { deployment, context, index throws(AdminRefusal) in
            let machine = try AdminMachines.known(deployment, context, index)
            if let until = deployment.sites[index].machineBusyUntil, context.now < until {
                throw AdminRefusal(
                    Administration.ErrorBodies.machineBusy.about(machine), Administration.Rules.machineBusy,
                    facts: [.init("machine", machine), .init("until", ISO8601.format(until))],
                    wouldPass: "the same request at \(ISO8601.format(until))")
            }
            try body(&deployment, context, index, machine)
            return .json(Administration.success)
        }
    }

    private static func run(
        _ deployment: inout Deployment, _ context: RequestContext, _ index: Int, isStopped: Bool
    ) throws(AdminRefusal) {
        guard deployment.sites[index].isStopped != isStopped else { return }
        deployment.sites[index].isStopped = isStopped
        let time = deployment.servers[index].operationTime
        if time > 0 { deployment.sites[index].machineBusyUntil = context.now.advanced(milliseconds: time) }
    }

    @Sendable private static func rename(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Outcome {
        let (old, new) = (try context.required("machineName"), try context.required("newMachineName"))
        let names = AdminMachines.names(deployment, index)
        guard let name = names.first(where: { ASCII.equal($0, old) }) else {
            throw AdminRefusal.unknown("Server machine", old, among: names)
        }
        if deployment.servers[index].machine == name {
            deployment.servers[index].machine = new
        } else if let joined = deployment.sites.indices.first(where: {
            deployment.sites[$0].joined == index && deployment.servers[$0].machine == name
        }) {
            deployment.servers[joined].machine = new
        }
        deployment.sites[index].settings["machines/\(new)"] = deployment.sites[index].settings["machines/\(name)"]
        deployment.sites[index].settings["machines/\(name)"] = nil
        return .json(Administration.success)
    }
}

extension Deployment {
    /// Takes a machine out of the site that it joined.
    mutating func leave(site: Int, server: Int) {
        sites[server].joined = nil
        servers[server].hasSite = false
        recentRoutes.removeAll()
    }
}
