// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// The endpoint that creates tokens without a login.
extension Control {
    static let tokens = [
        Endpoint(
            .post, "tokens", "Creates a token for one of user, app and siteAdmin, as a door would",
            body: .object(order), success: .json(201, .object(token)), handler: issue)
    ]

    private static let order = Keys(
        what: "a token", component: "TokenOrder",
        list: [
            Keys.Key("user", .string, "A member of the portal, or a user of the server."),
            Keys.Key("app", .string, "The client id of an app."),
            Keys.Key("siteAdmin", .boolean, "true: the server's primary site administrator."),
            Keys.Key("at", .string, "portal, or the name of a portal or server; default: the first portal."),
            Keys.Key("client", .word(["referer", "ip", "requestip"]), "What the token is bound to."),
            Keys.Key("referer", .string, "The referer that the token is bound to."),
            Keys.Key("ip", .string, "The address that the token is bound to."),
            Keys.Key("minutes", .integer(-decade...decade), "The lifetime from now on; default: 60."),
            Keys.Key("foreign", .boolean, "Whether it is made with a key that no site here has."),
        ])

    private static let token = Keys(
        what: "a token", component: "Token",
        list: [
            Keys.Key("token", .string, "The token.", isRequired: true),
            Keys.Key("expires", .anyNumber, "The expiration, in ms since 1970.", isRequired: true),
        ])

    private static let decade = 5_259_600

    private static func issue(_ call: ControlCall) throws(ControlFailure) -> Response {
        let order = try order(call.body)
        do throws(Event.Impossible) {
            let (string, expires) = try call.edit(.token) { state throws(Event.Impossible) in
                let made = try state.deployment.issue(order, at: state.clock.now)
                return (made, order.told(made.string))
            }
            return Response(
                status: 201,
                json: .object([
                    .init("token", .string(string)), .init("expires", .number(String(expires.milliseconds))),
                ]))
        } catch {
            throw ControlFailure(error, "impossible-token")
        }
    }

    private static func order(_ body: JSON) throws(ControlFailure) -> TokenOrder {
        var subjects: [TokenOrder.Subject] = []
        if let user = body["user"]?.text { subjects.append(.user(user)) }
        if let app = body["app"]?.text { subjects.append(.app(app)) }
        if body["siteAdmin"]?.truth == true { subjects.append(.siteAdmin) }
        guard subjects.count == 1 else {
            throw ControlFailure(422, "bad-body", "Give one of user, app, siteAdmin.")
        }
        var order = TokenOrder(subjects[0])
        order.at = body["at"]?.text
        order.client = body["client"]?.text
        order.referer = body["referer"]?.text
        order.ip = body["ip"]?.text
        order.minutes = body["minutes"]?.integer.map(Int64.init) ?? order.minutes
        order.isForeign = body["foreign"]?.truth ?? false
        return order
    }
}
