// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What webhooks are told (enterprise.arcgis.com/en/portal/11.3/administer/windows/webhook-payloads.htm).
enum WebhookPayload {
    static func json(_ hook: JSON, _ changes: [PortalChange], portal: String, at now: Instant) -> JSON {
        var info: [JSON.Member] = [
            .init("webhookName", hook["name"] ?? .string("")), .init("webhookId", hook["id"] ?? .string("")),
            .init("portalURL", .string("\(portal)/")), .init("when", .time(now)),
        ]
        // Documented as an element that can be added to the payload; its place is inferred.
        if let secret = hook["secret"]?.text, !secret.isEmpty { info.append(.init("secret", .string(secret))) }
        let events = changes.map { change in
            JSON.object([
                .init("username", .string(change.username)),
                .init("userId", .string(UserDescription.id(change.username))),
                .init("when", .time(change.time)), .init("operation", .string(change.operation)),
                .init("source", .string(change.source.rawValue)), .init("id", .string(PortalActivity.id(of: change))),
                .init("properties", .object(change.properties)),
            ])
        }
        return .object([.init("info", .object(info)), .init("events", .array(events))])
    }
}

extension Deployment {
    /// Remembers what a request changed of a portal, and prepares what its webhooks are told.
    mutating func note(changes outcome: Outcome, _ context: RequestContext, portal index: Int) {
        let known = portals[index].changes.count
        if let signIn = PortalActivity.signIn(context, outcome) {
            portals[index].changes.append(signIn)
        } else {
            for change in PortalActivity.changes(context, outcome) { portals[index].changes.append(change) }
        }
        guard portals[index].changes.count > known else { return }
        for hook in Webhooks.hooks(portals[index].documents) where hook["isActive"]?.truth == true {
            let wanted = Set(hook["events"]?.elements?.compactMap(\.text) ?? [])
            let told = portals[index].changes[known...].filter { $0.events.contains(where: wanted.contains) }
            guard !told.isEmpty, let url = hook["payloadUrl"]?.text, let id = hook["id"]?.text else { continue }
            let payload = WebhookPayload.json(
                hook, told, portal: self.url(ofPortal: index, context), at: context.now)
            deliver(JSONWriter.json(payload), to: url, of: id, portal: index, at: context.now)
        }
        if portals[index].changes.count > PortalChange.most {
            portals[index].changes.removeFirst(PortalChange.most / 4)
        }
    }

    private mutating func deliver(
        _ payload: [UInt8], to url: String, of hook: String, portal index: Int, at now: Instant
    ) {
        let settings = portals[index].documents[Webhooks.settingsKey] ?? Webhooks.delivery
        let request = BackRequest(
            method: "POST", url: url, fields: [.init("Content-Type", "application/json")], body: payload)
        portals[index].deliveryCount += 1
        var delivery = WebhookDelivery(
            number: portals[index].deliveryCount, hook: hook, invoked: now, request: request,
            attempts: min(max(settings["notificationAttempts"]?.integer ?? 3, 1), 5), hosts: portals[index].webhookHosts
        )
        let host = PlainURL(url)?.host ?? ""
        if !Loopback.has(host), !portals[index].webhookHosts.contains(where: { ASCII.equal($0, host) }) {
            delivery.state = .held
        } else {
            pending.append(Pending(portal: index, number: delivery.number))
        }
        portals[index].deliveries.append(delivery)
        if portals[index].deliveries.count > WebhookDelivery.most { portals[index].deliveries.removeFirst() }
    }

    /// Returns what is to be sent, each once: of which portal.
    package mutating func takeDeliveries() -> [(portal: Int, delivery: WebhookDelivery)] {
        guard !pending.isEmpty else { return [] }
        defer { pending = [] }
        return pending.compactMap { pending in
            portals[pending.portal].deliveries.first { $0.number == pending.number }.map { (pending.portal, $0) }
        }
    }

    /// Notes what came of a delivery. A webhook whose deliveries fail too often is paused (documented).
    package mutating func delivered(_ reply: Errand.Reply, number: Int, portal index: Int) {
        guard portals.indices.contains(index),
            let at = portals[index].deliveries.firstIndex(where: { $0.number == number })
        else { return }
        portals[index].deliveries[at].state =
            switch reply {
            case .answer(let status, let body): .answered(status, String(decoding: body.prefix(2000), as: UTF8.self))
            case .failure(let reason): .failed(reason)
            default: .failed("no answer")
            }
        let hook = portals[index].deliveries[at].hook
        let now = portals[index].deliveries[at].invoked
        var hooks = Webhooks.hooks(portals[index].documents)
        guard let which = hooks.firstIndex(where: { $0["id"]?.text == hook }) else { return }
        let policy = hooks[which]["config"]?["deactivationPolicy"]
        let (most, days) = (policy?["numberOfFailures"]?.integer ?? 5, policy?["daysInPast"]?.integer ?? 5)
        let failures = portals[index].deliveries.count { one in
            one.hook == hook && one.state != .waiting && !one.isReceived
                && one.invoked.advanced(days: days) > now
        }
        guard failures >= max(most, 1) else { return }
        hooks[which] = hooks[which].merging([.init("isActive", .bool(false))])
        portals[index].documents[Webhooks.key] = .array(hooks)
    }
}
