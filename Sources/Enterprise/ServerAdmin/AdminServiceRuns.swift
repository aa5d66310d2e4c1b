// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Services

/// `admin/services/…/status`, `start` and `stop`: the state that is configured, and the one that a service has.
enum AdminServiceRuns {
    /// Answers both states (documented: service-status).
    static func status(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        AdminServices.found(&deployment, &context) { deployment, context, index, number in
            let service = deployment.servers[index].services[number]
            return .object([
                .init("configuredState", .string(service.configuredState)),
                .init("realTimeState", .string(service.realTimeState(at: context.now))),
            ])
        }
    }

    static func start(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        run(&deployment, &context, .started)
    }

    static func stop(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        run(&deployment, &context, .stopped)
    }

    private static func run(
        _ deployment: inout Deployment, _ context: inout RequestContext, _ state: ServiceState.Running
    ) -> Outcome {
        let place: (server: Int, service: Int)
        switch AdminServices.locate(&deployment, &context) {
        case .failure(let refused): return refused.outcome
        case .success(let found): place = found
        }
        // A GET shows the form of the operation.
        guard !context.isGet else { return .json(Administration.success) }
        let service = deployment.servers[place.server].services[place.service]
        if let ends = service.change?.ends, context.now < ends { return busy(service, ends) }
        deployment.servers[place.server].services[place.service].run(state, at: context.now)
        return .json(Administration.success)
    }

    private static func busy(_ service: ServiceState, _ ends: Instant) -> Outcome {
        let folder = service.folder.isEmpty ? "/" : service.folder
        return .refused(
            Administration.ErrorBodies.serviceBusy.about(["name": service.plainName, "folder": folder]),
            Verdict(
                Administration.Rules.serviceBusy,
                facts: [.init("service", service.name), .init("until", ISO8601.format(ends))],
                wouldPass: "the same request at \(ISO8601.format(ends))"))
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
