// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

/// Deployments beside this one, each on a port of its own and with control endpoints of its own: one for each test.
extension Control {
    static let deployments = [
        Endpoint(
            .post, "deployments", "Starts a deployment beside this one, on its own port, with its own /_mock",
            body: scenarioBody, takesScenario: true, success: .json(201, .object(child)),
            refusals: [(409, "It could not be started: a port of its own is taken, or there are too many.")],
            isSlow: true, handler: start),
        Endpoint(
            .get, "deployments", "Those that were started here", success: .json(200, .object(family)), handler: list),
        Endpoint(
            .delete, "deployments/{id}", "Stops one, and those that were started there",
            refusals: [(404, "There is no deployment of that id.")], isSlow: true, handler: stop),
    ]

    private static let child = Keys(
        what: "a deployment", component: "Deployment",
        list: Keys.readyKeys + [Keys.Key("id", .string, "What DELETE takes.", isRequired: true)])

    private static let family = Keys(
        what: "the deployments", component: "Deployments",
        list: [Keys.Key("deployments", .list(.object(child)), "Oldest first.", isRequired: true)])

    /// More than any test run has at one time: what is above was forgotten, not wanted.
    private static let limit = 1000

    private static func start(_ call: ControlCall) throws(ControlFailure) -> Response {
        let scenario = try load(call)
        guard call.instance.children.count < limit else {
            throw ControlFailure(409, "too-many", "\(limit) deployments are alive: DELETE those that are done with.")
        }
        do throws(MockEnterprise.StartFailure) {
            let (id, portal) = try call.instance.bear(scenario)
            return Response(status: 201, json: json(id, portal))
        } catch {
            if error.isScenario { throw ControlFailure(scenario: error.findings) }
            throw ControlFailure(409, "cannot-start", error.description + ".")
        }
    }

    private static func list(_ call: ControlCall) -> Response {
        let children = call.instance.children.map { json($0.id, $0.portal) }
        return Response(json: .object([.init("deployments", .array(children))]))
    }

    private static func stop(_ call: ControlCall) throws(ControlFailure) -> Response {
        let id = call.names["id"] ?? ""
        guard let portal = call.instance.abandon(id) else {
            throw ControlFailure(404, "no-such-deployment", "There is no deployment \"\(id)\".")
        }
        portal.stop()
        return Response(status: 204)
    }

    private static func json(_ id: String, _ portal: MockEnterprise) -> JSON {
        .object((portal.ready.members ?? []) + [.init("id", .string(id))])
    }
}
