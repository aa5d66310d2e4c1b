// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import Testing

@testable import Enterprise

/// What a replica says when a change cannot become the change of all.
@Suite("Replicas")
struct ReplicasTests {
    /// A request that the rule refuses: for `RuleTests`.
    static func trigger(
        _ id: String, _ target: String = "/portal/sharing/rest/generateToken?f=json"
    ) throws
        -> PortalFixture.Heard?
    {
        guard id == "replicas.engine-gone" || id == "replicas.unconfirmed" else { return nil }
        var fixture = try PortalFixture.federated("11.4")
        let request = Request(method: "GET", target: Target(target))
        let connection = Connection(id: 1, peerAddress: "127.0.0.1", peerPort: 5000, localPort: 80, tls: nil)
        let verdict = Replicas.verdict(isHandedOver: id == "replicas.unconfirmed", engine: "redis://engine is gone")
        let call = Call(request: request, now: fixture.now, connection: connection)
        let sent = fixture.deployment.refuse(unshared: call, verdict).sent.get()
        return PortalFixture.Heard(
            status: sent.response.status, body: String(decoding: sent.response.body, as: UTF8.self),
            fields: sent.response.fields, verdict: sent.verdict)
    }

    @Test(
        "a refusal has the form of its door",
        arguments: [
            ("/portal/sharing/rest/generateToken?f=json", #"{"error":{"code":503,"#),
            ("/arcgis/rest/services/Open/MapServer/0?f=json", #"{"error":{"code":503,"#),
            ("/arcgis/admin/services?f=json", #"{"status":"error","messages":["#),
        ])
    func form(_ target: String, _ begins: String) throws {
        let heard = try #require(try Self.trigger("replicas.engine-gone", target))
        #expect(heard.body.hasPrefix(begins), "\(heard.body)")
        #expect(heard.verdict.first?.facts.first?.value == "redis://engine is gone")
    }
}
