// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Trust

/// The webhooks of the organization (developers.arcgis.com/rest/users-groups-and-items/webhooks), and what was sent to them:
/// decision 38.
enum Webhooks {
    static let key = "webhooks"
    static let settingsKey = "webhookSettings"
    private static let privilege = "portal:admin:manageWebhooks"

    static let rows: [Sharing.Both] = {
        let rows: [(String, String, String, Route.Handler)] = [
            ("webhooks", "The webhooks of the organization.", "webhooks", list),
            ("webhooks/createWebhook", "Creates a webhook.", "create-webhooks", create),
            ("webhooks/settings", "How webhooks are delivered.", "settings", settings),
            ("webhooks/settings/update", "Changes how webhooks are delivered.", "update-settings", updateSettings),
            ("webhooks/{webhook}", "A webhook.", "list-specific-webhook", one),
            (
                "webhooks/{webhook}/notificationStatus", "What was sent to a webhook.", "notification-status", status
            ),
            ("webhooks/{webhook}/update", "Changes a webhook.", "update-webhook", update),
            ("webhooks/{webhook}/delete", "Deletes a webhook.", "delete-webhook", delete),
            ("webhooks/{webhook}/activate", "Activates a webhook.", "activate-webhook", activate(true)),
            ("webhooks/{webhook}/deactivate", "Pauses a webhook.", "deactivate-webhook", activate(false)),
        ]
        return rows.map { path, summary, page, handler in
            Sharing.Both(
                "portals/{id}/\(path)", summary,
                .documented("developers.arcgis.com/rest/users-groups-and-items/\(page)"), handler)
        }
    }()

    static func hooks(_ documents: [String: JSON]) -> [JSON] { documents[key]?.elements ?? [] }

    /// Lists them, a page at a time since 11.1 (documented).
    private static func list(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            let hooks = hooks(deployment.portals[index].documents)
            guard context.profile.version >= .v11_1 else { return .json(.object([.init(key, .array(hooks))])) }
            let page = ResultPage(context.parameters, total: hooks.count)
            return .json(.object(page.members + [.init(key, .array(Array(hooks[page.range])))]))
        }
    }

    private static func create(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let wanted: [JSON.Member]
            switch given(context) {
            case .failure(let refused): return refused.outcome
            case .success(let members): wanted = members
            }
            let owner = context.caller ?? ""
            var hook = JSON.object([
                .init("id", .string(Hex.encode(deployment.generator.bytes(16)))),
                .init("accountId", .string(PortalState.organizationID)), .init("payloadUrl", .string("")),
                .init("secret", .string("")), .init("isActive", .bool(true)), .init("name", .string("")),
                .init("config", policy), .init("ownerId", .string(UserDescription.id(owner))),
                .init("created", .time(context.now)), .init("modified", .time(context.now)),
                .init("events", .strings(["/"])),
            ])
            hook = hook.merging(wanted)
            deployment.portals[index].documents[key] = .array(hooks(deployment.portals[index].documents) + [hook])
            return SharingDoor.done()
        }
    }

    private static let policy = JSON.object([
        .init("deactivationPolicy", .object([.init("numberOfFailures", .int(5)), .init("daysInPast", .int(5))]))
    ])

    /// Returns the members that a request sets; a name and an address must be there.
    private static func given(_ context: RequestContext) -> Result<[JSON.Member], Lacking> {
        let given = context.parameters
        for name in ["name", "url"] where given.given(name) == nil {
            return .failure(Lacking(outcome: SharingDoor.notGiven(name, context)))
        }
        var members: [JSON.Member] = [
            .init("payloadUrl", .string(given.given("url") ?? "")), .init("name", .string(given.given("name") ?? "")),
            .init("modified", .time(context.now)),
        ]
        if let secret = given["secret"] { members.append(.init("secret", .string(secret))) }
        if let config = given.given("config").flatMap(JSON.lenient) { members.append(.init("config", config)) }
        if given.given("changes") == "allChanges" {
            members.append(.init("events", .strings(["/"])))
        } else if let events = given.given("events") {
            members.append(.init("events", .strings(ItemEdits.list(events))))
        }
        return .success(members)
    }

    private struct Lacking: Error {
        var outcome: Outcome
    }

    private static func one(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            found(deployment, context, index) { .json(hooks(deployment.portals[index].documents)[$0]) }
        }
    }

    private static func update(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { hook, context in
            given(context).map { hook.merging($0) }
        }
    }

    private static func delete(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        change(&deployment, &context) { _, _ in .success(nil) }
    }

    /// Returns a handler that activates a webhook, or pauses it.
    private static func activate(_ isActive: Bool) -> Route.Handler {
        { deployment, context in
            change(&deployment, &context) { hook, _ in .success(hook.merging([.init("isActive", .bool(isActive))])) }
        }
    }

    /// Puts what `body` returns in the place of a webhook; `nil` removes it.
    private static func change(
        _ deployment: inout Deployment, _ context: inout RequestContext,
        _ body: (JSON, RequestContext) -> Result<JSON?, Lacking>
    ) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            var hooks = hooks(deployment.portals[index].documents)
            return found(deployment, context, index) { number in
                switch body(hooks[number], context) {
                case .failure(let refused): return refused.outcome
                case .success(let hook?): hooks[number] = hook
                case .success(nil): hooks.remove(at: number)
                }
                deployment.portals[index].documents[key] = .array(hooks)
                return SharingDoor.done()
            }
        }
    }

    private static func found(
        _ deployment: Deployment, _ context: RequestContext, _ index: Int, _ body: (Int) -> Outcome
    ) -> Outcome {
        let id = context.names["webhook"] ?? ""
        let hooks = hooks(deployment.portals[index].documents)
        guard let number = hooks.firstIndex(where: { $0["id"]?.text == id }) else {
            let known = hooks.compactMap { $0["id"]?.text }
            return SharingDoor.refused(
                Sharing.ErrorBodies.webhookMissing, Sharing.Rules.webhookMissing, [("webhook", id)],
                known.isEmpty ? "it after createWebhook: there is none" : "one of \(known.joined(separator: ", "))",
                context)
        }
        return body(number)
    }

    private static func settings(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, _, index in
            .json(deployment.portals[index].documents[settingsKey] ?? delivery)
        }
    }

    private static func updateSettings(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.posted(&deployment, &context, needs: privilege) { deployment, context, index in
            let old = deployment.portals[index].documents[settingsKey] ?? delivery
            let given = (old.members ?? []).compactMap { member in
                context.parameters.given(member.name.lowercased()).map {
                    JSON.Member(member.name, JSON.spelled($0, like: member.value))
                }
            }
            deployment.portals[index].documents[settingsKey] = old.merging(given)
            return SharingDoor.done()
        }
    }

    /// The deliveries, last first. A payload that may not be sent is explained.
    private static func status(_ deployment: inout Deployment, _ context: inout RequestContext) -> Outcome {
        PrivilegeDoor.read(&deployment, &context, needs: privilege) { deployment, context, index in
            found(deployment, context, index) { _ in
                let id = context.names["webhook"] ?? ""
                let all = deployment.portals[index].deliveries.reversed().filter { $0.hook == id }
                let page = ResultPage(context.parameters, total: all.count)
                let list = JSON.Member("WebhookStatus", .array(all[page.range].map(json)))
                var outcome = Outcome.json(
                    .object((context.profile.version >= .v11_1 ? page.members : []) + [list]))
                if let held = all.first(where: { $0.state == .held }) {
                    outcome.verdict = [
                        Verdict(
                            Sharing.ContentRules.webhookNotSent,
                            facts: [.init("webhook", id), .init("payloadUrl", held.request.url)],
                            wouldPass:
                                "a url on loopback, or webhookHosts: [\"\(PlainURL(held.request.url)?.host ?? "")\"]"
                                + " of the portal in the scenario")
                    ]
                }
                return outcome
            }
        }
    }

    private static func json(_ delivery: WebhookDelivery) -> JSON {
        let text =
            switch delivery.state {
            case .waiting: ""
            case .answered(_, let text): text
            case .failed(let reason): reason
            case .held: "not sent: the host is not on loopback"
            }
        let time = ISO8601.format(delivery.invoked)
        let millis = String(delivery.invoked.milliseconds % 1000 + 1000).dropFirst()
        return .object([
            .init("id", .string(delivery.hook)), .init("isInvoked", .bool(delivery.isReceived)),
            .init("invokedTimestamp", .string("\(time.prefix(10)) \(time.dropFirst(11).prefix(8)).\(millis)")),
            .init("responseText", .string(text)),
            .init("payload", .string(String(decoding: delivery.request.body, as: UTF8.self))),
        ])
    }

    static let delivery = JSON.object([
        .init("notificationAttempts", .int(3)), .init("notificationTimeOutInSeconds", .int(10)),
        .init("notificationElapsedTimeInSeconds", .int(5)),
    ])
}
