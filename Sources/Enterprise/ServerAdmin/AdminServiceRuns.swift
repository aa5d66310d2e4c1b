// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/…/status`, `start` and `stop`: the state that is configured, and the one that a service has.
enum AdminServiceRuns {
    private static let runs = Administration.Terms(privilege: .publish, isReadOnly: true)

    /// What a service has, below its path.
    static func ofService(_ path: String) -> [Route] {
        [
            Administration.resource(
                "\(path)/status", "Whether the service runs.", .documented("docs/reference/admin.md#b2")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try AdminServices.number(deployment, context, index)
                return .json(status(deployment.servers[index].services[number], context.now))
            },
            Administration.operation(
                "\(path)/start", "Starts the service.", runs, .reported("docs/reference/admin.md#b8")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try free(deployment, context, index)
                deployment.servers[index].services[number].run(.started, at: context.now)
                ServiceLifecycle.note(.started, number, &deployment, context, index)
                return .json(Administration.success)
            },
            Administration.operation(
                "\(path)/stop", "Stops the service.", runs, .reported("docs/reference/admin.md#b8")
            ) { deployment, context, index throws(AdminRefusal) in
                let number = try free(deployment, context, index)
                deployment.servers[index].services[number].run(.stopped, at: context.now)
                ServiceLifecycle.note(.stopped, number, &deployment, context, index)
                return .json(Administration.success)
            },
        ]
    }

    /// `startServices`, `stopServices` and `deleteServices`, of the root or a folder.
    static func ofFolder(_ path: String) -> [Route] {
        let evidence = Evidence.reported("docs/reference/admin.md#b11; Esri/ArcREST#106 has the form of the parameter")
        let all: [(name: String, summary: String, state: ServiceState.Running)] = [
            ("startServices", "Starts services.", .started), ("stopServices", "Stops services.", .stopped),
            ("deleteServices", "Deletes services.", .missing),
        ]
        return all.map { operation in
            Administration.operation("\(path)/\(operation.name)", operation.summary, runs, evidence) {
                deployment, context, index throws(AdminRefusal) in
                let json = try context.object(
                    "services", "{\"services\":[{\"folderName\":…,\"serviceName\":…,\"type\":…}]}")
                var numbers: [Int] = []
                for one in json["services"]?.elements ?? [] {
                    let folder = one["folderName"]?.text ?? context.names["plainFolder"] ?? ""
                    let name = one["serviceName"]?.text ?? ""
                    let full = folder.isEmpty || folder == "/" ? name : "\(folder)/\(name)"
                    let number = try AdminServices.number(named: full, one["type"]?.text ?? "", deployment, index)
                    try refuseBusy(deployment.servers[index].services[number], context.now)
                    numbers.append(number)
                }
                for number in numbers {
                    if operation.state == .missing {
                        deployment.servers[index].services[number].running = .missing
                    } else {
                        deployment.servers[index].services[number].run(operation.state, at: context.now)
                        ServiceLifecycle.note(
                            operation.state == .started ? .started : .stopped, number, &deployment, context, index)
                    }
                }
                return .json(Administration.success)
            }
        }
    }

    /// Returns both states (documented: service-status).
    static func status(_ service: ServiceState, _ now: Instant) -> JSON {
        .object([
            .init("configuredState", .string(service.configuredState)),
            .init("realTimeState", .string(service.realTimeState(at: now))),
        ])
    }

    /// Returns the service of the path, which no other operation is changing.
    static func free(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int
    ) throws(AdminRefusal) -> Int {
        let number = try AdminServices.number(deployment, context, index)
        try refuseBusy(deployment.servers[index].services[number], context.now)
        return number
    }

    private static func refuseBusy(_ service: ServiceState, _ now: Instant) throws(AdminRefusal) {
        guard let ends = service.change?.ends, now < ends else { return }
        let folder = service.folder.isEmpty ? "/" : service.folder
        throw AdminRefusal(
            Administration.ErrorBodies.serviceBusy.about(["name": service.plainName, "folder": folder]),
            Administration.Rules.serviceBusy,
            facts: [.init("service", service.name), .init("until", ISO8601.format(ends))],
            wouldPass: "the same request at \(ISO8601.format(ends))")
    }
}

extension ServiceState {
    /// The state that an administrator asked for.
    var configuredState: String { running == .started ? "STARTED" : "STOPPED" }

    /// Returns the state that it has: an operation takes its time.
    func realTimeState(at now: Instant) -> String {
        guard change?.isUnderWay(at: now) ?? false else { return configuredState }
        return running == .started ? "STARTING" : "STOPPING"
    }
}
