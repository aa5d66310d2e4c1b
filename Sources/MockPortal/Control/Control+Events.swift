// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The endpoint for events, which happen to the deployment and not through requests.
extension Control {
    static let events = [
        Endpoint(
            .post, "events", "Triggers an event, such as an administrator's action or a restart", body: .object(.event),
            success: .json(200, .object(happened)), handler: happen)
    ]

    private static let happened = Keys(
        what: "what happened", component: "Happened",
        list: [
            Keys.Key("event", .word(Event.Kind.allCases.map(\.rawValue)), "What happened.", isRequired: true)
        ])

    private static func happen(_ call: ControlCall) throws(ControlFailure) -> Response {
        do throws(Event.Impossible) {
            let event = try Event(call.body)
            try call.edit(.event) { state throws(Event.Impossible) in
                try state.deployment.happen(event)
                return ((), event.told)
            }
            return Response(json: .object([.init("event", .string(event.kind.rawValue))]))
        } catch {
            throw ControlFailure(error, "impossible-event")
        }
    }
}
