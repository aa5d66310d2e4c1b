// SPDX-License-Identifier: Apache-2.0

import Facts

/// What stands around `answer`: the one place where faults meet requests.
extension FaultBook {
    /// Answers a call as the deployment does, or as the first fault that strikes wants it.
    package mutating func answer(_ call: Call, _ deployment: inout Deployment) -> (Answer, Struck?) {
        guard !isEmpty else { return (deployment.answer(call), nil) }
        let destination = deployment.destination(of: call)
        let fitting = fitting(call, destination.door)
        guard fitting.contains(where: { user($0) != nil }) else {
            guard let struck = strike(fitting, call.now) else { return (deployment.answer(call, at: destination), nil) }
            if let instead = Self.instead(of: call, at: destination, &deployment, struck) { return (instead, struck) }
            let answer = deployment.answer(call, at: destination)
            return (answer.shaped(by: struck.verdict, explains: deployment.explains), struck)
        }
        // Who calls is known once the deployment has answered.
        let before = deployment
        let answer = deployment.answer(call, at: destination)
        let struck = strike(fitting.filter { user($0).map { $0 == answer.user } ?? true }, call.now)
        guard let struck else { return (answer, nil) }
        // An answer in whose place another thing is said has changed nothing.
        let after = deployment
        deployment = before
        if let instead = Self.instead(of: call, at: destination, &deployment, struck) { return (instead, struck) }
        deployment = after
        return (answer.shaped(by: struck.verdict, explains: deployment.explains), struck)
    }

    /// What is said instead of that which the deployment says now; `nil`: nothing is.
    private static func instead(
        of call: Call, at destination: Destination, _ deployment: inout Deployment, _ struck: Struck
    ) -> Answer? {
        if let event = struck.effect.event {
            // Whether the event is possible was checked when the fault was set; what has been removed since cannot be
            // removed again.
            try? deployment.happen(event)
            return deployment.answer(call, at: destination).shaped(
                by: struck.verdict, explains: deployment.explains)
        }
        return struck.effect.own.answer(call, at: destination, struck.verdict, &deployment)
    }
}
