// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Trust

/// The endpoints for the deployment as it is now: who and what there is, and signing in as somebody.
extension Control {
    static let deployment = [
        Endpoint(
            .get, "deployment", "Portals and servers, users, services, items and who may see them, as it is now",
            query: [secrets], success: .json(200, .map(.any)), cost: .much, access: .reading, handler: picture),
        Endpoint(
            .post, "sign-in", "Signs this browser in as somebody, by the cookies of the sites", body: .object(person),
            success: .json(200, .object(signedIn)), handler: signIn),
    ]

    private static let secrets = Keys.Key(
        "secrets", .boolean, "Whether passwords are shown; never to those who may only read.")

    private static let person = Keys(
        what: "a person", component: "SignIn",
        list: [
            Keys.Key("user", .string, "A member of a portal, or a user of a server's own store.", isRequired: true),
            Keys.Key("at", .string, "The name of the portal or server; default: the first portal."),
        ])

    private static let signedIn = Keys(
        what: "who is signed in", component: "SignedIn",
        list: [Keys.Key("user", .string, "Who.", isRequired: true)])

    private static func picture(_ call: ControlCall) -> Response {
        let (deployment, clock) = call.state.withLock { ($0.deployment, $0.clock) }
        let scenario = call.instance.scenario
        let members: [JSON.Member] = [
            .init("access", .string(call.isFull ? "full" : "read")), .init("scenario", .string(scenario.name)),
            .init("title", .string(scenario.title)), .init("http", .string(call.instance.sites.http)),
            .init("https", .string(call.instance.sites.https)),
            .init("hasProvider", .bool(scenario.portals.contains(where: \.hasProvider))),
        ]
        let shows = call.isFull && call.isTrue("secrets")
        return Response(json: .object(members + deployment.picture(at: clock.now, secrets: shows)))
    }

    private static func signIn(_ call: ControlCall) throws(ControlFailure) -> Response {
        let user = call.body["user"]?.text ?? ""
        let site = call.body["at"]?.text
        do throws(Event.Impossible) {
            let cookies = try call.edit(.token) { state throws(Event.Impossible) in
                let now = state.clock.now
                let cookies = try state.deployment.signIn(user, at: site, now: now, isSecure: call.isSecure)
                return (cookies, "a browser is signed in as \(user)")
            }
            var response = Response(json: .object([.init("user", .string(user))]))
            response.fields += cookies
            return response
        } catch {
            throw ControlFailure(error, "impossible-token")
        }
    }
}
