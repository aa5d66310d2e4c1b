// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The endpoints for additional deployments, each with its own port and control endpoints: one for each test.
extension Control {
    static let deployments = [
        Endpoint(
            .post, "deployments", "Starts an additional deployment with its own port and its own /_mock",
            body: scenarioBody, takesScenario: true, success: .json(201, .object(child)),
            refusals: [(409, "It cannot be started: one of its ports is in use, or there are too many.")],
            cost: .much, handler: start),
        Endpoint(
            .get, "deployments", "The deployments started here", success: .json(200, .object(family)), handler: list),
        Endpoint(
            .delete, "deployments/{id}", "Stops a deployment and those started there",
            refusals: [(404, "No deployment has that id.")], cost: .much, handler: stop),
    ]

    private static let child = Keys(
        what: "a deployment", component: "Deployment",
        list: Keys.readyKeys + [Keys.Key("id", .string, "The id for DELETE.", isRequired: true)])

    private static let family = Keys(
        what: "the deployments", component: "Deployments",
        list: [Keys.Key("deployments", .list(.object(child)), "Oldest first.", isRequired: true)])

    /// The largest number of deployments. A test run needs fewer; more are forgotten ones.
    private static let limit = 1000

    private static func start(_ call: ControlCall) throws(ControlFailure) -> Response {
        let scenario = try load(call)
        if let replica = call.instance.replica.withLock({ $0 }) {
            try replica.want(call.request)
            // Who asked hears of it once it is there.
            return Response(status: 201, json: .object([]))
        }
        guard call.instance.children.count < limit else {
            throw ControlFailure(409, "too-many", "\(limit) deployments are running: DELETE those no longer needed.")
        }
        do throws(MockEnterpriseError) {
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
        let unknown = ControlFailure(404, "no-such-deployment", "There is no deployment \"\(id)\".")
        if let replica = call.instance.replica.withLock({ $0 }) {
            guard replica.end(id) else { throw unknown }
            return Response(status: 204)
        }
        guard let portal = call.instance.abandon(id) else { throw unknown }
        portal.stopAndWait()
        return Response(status: 204)
    }

    /// What replicas say to whom wants a deployment if they have no ports for one.
    static let withoutPorts = ControlFailure(
        409, "replicated",
        "Replicas need ports that are the same at each for deployments beside theirs: serve --deployment-ports FIRST-LAST."
    )

    /// Returns the scenario that a request for a deployment contains or names.
    func scenario(of request: Request) throws(ControlFailure) -> Scenario {
        let (endpoint, names) = try Control.find(request.method, Array(request.target.segments.dropFirst()))
        return try Control.load(ControlCall(request, to: endpoint, names, instance, isFull: true, isSecure: false))
    }

    static func json(_ id: String, _ portal: MockEnterprise) -> JSON {
        .object((portal.ready.members ?? []) + [.init("id", .string(id))])
    }
}
