// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Foundation
import Testing
import TestSupport
import Trust

@testable import MockPortal

/// What webhooks are told, over sockets.
@Suite("Webhooks, over sockets", .serialized)
struct WebhookWireTests {
    private static let rest = "/portal/sharing/rest"

    private func post(_ fixture: SocketFixture, _ path: String, _ form: String, _ token: String) throws -> JSON? {
        try fixture.request(
            "POST", "\(Self.rest)/\(path)", body: "f=json&token=\(token)&\(form)",
            fields: "Referer: https://app.example/\r\n", tls: true)?.json
    }

    /// A portal with a webhook of every change, and the token of its administrator.
    private func fixture(
        receiver: UInt16 = 0, at host: String = "127.0.0.1", path: String
    ) throws -> (SocketFixture, token: String, hook: String) {
        let fixture = try SocketFixture()
        let signedIn = try fixture.request(
            "POST", "\(Self.rest)/generateToken",
            body: "username=portadmin&password=portadmin&client=referer&referer=https%3A%2F%2Fapp.example&f=json",
            tls: true)?.json
        let token = try #require(signedIn?["token"]?.text)
        let port = receiver == 0 ? fixture.portal.sites.httpPort : receiver
        _ = try post(
            fixture, "portals/self/webhooks/createWebhook",
            "name=w&changes=allChanges&url=\(receiver == 0 ? "http" : "https")%3A%2F%2F\(host)%3A\(port)\(path)",
            token)
        let list = try post(fixture, "portals/self/webhooks", "", token)
        return (fixture, token, try #require(list?["webhooks"]?[0]?["id"]?.text))
    }

    private func change(_ fixture: SocketFixture, _ token: String) throws {
        let changed = try post(
            fixture, "content/users/portadmin/addItem", "title=T&type=Document%20Link&url=https%3A%2F%2Fa.example",
            token)
        #expect(changed?["success"]?.truth == true)
    }

    /// The newest delivery.
    private func delivery(_ fixture: SocketFixture, _ token: String, _ hook: String) throws -> JSON? {
        try post(fixture, "portals/self/webhooks/\(hook)/notificationStatus", "", token)?["WebhookStatus"]?[0]
    }

    @Test("are sent after the answer, and their deliveries listed")
    func sent() throws {
        let (fixture, token, hook) = try fixture(path: "/arcgis/rest/info%3Ff%3Djson")
        defer { fixture.portal.stopAndWait() }
        try change(fixture, token)
        var delivery: JSON?
        try until("it is delivered") {
            delivery = try self.delivery(fixture, token, hook)
            return delivery?["isInvoked"]?.truth == true
        }
        #expect(delivery?["responseText"]?.text?.contains("currentVersion") == true)
        let payload = fixture.portal.state.withLock { state in
            state.journal.exchanges.compactMap { exchange -> JSON? in
                guard case .request(let request) = exchange.received, request.method == "POST" else { return nil }
                return try? JSONReader.read(request.body)
            }.first
        }
        #expect(payload?["info"]?["webhookId"]?.text == hook)
        #expect(payload?["events"]?[0]?["operation"]?.text == "add")
    }

    @Test("hold up nobody when the receiver does not answer")
    func stalled() throws {
        // What is sent to it once it is gone comes to no other test's portal.
        let host = "127.0.0.80"
        let receiver = try SocketFixture { $0.hosts = [host] }
        defer { receiver.portal.stopAndWait() }
        let fault = try #require(
            ScenarioLoader.faults(Array("{ when: {}, then: { stall: 'handshake' } }".utf8), file: "test").0.first)
        receiver.portal.state.withLock { _ = $0.faults.add(fault) }
        let (fixture, token, hook) = try fixture(
            receiver: receiver.portal.sites.httpsPort, at: host, path: "/")
        defer { fixture.portal.stopAndWait() }
        let began = MonotonicClock.milliseconds
        for _ in 0..<20 { try change(fixture, token) }
        let delivery = try delivery(fixture, token, hook)
        #expect(delivery?["isInvoked"]?.truth == false)
        #expect(MonotonicClock.milliseconds - began < 60_000, "a read of a receiver takes ten seconds before it ends")
    }
}
