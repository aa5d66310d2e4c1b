// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

/// The same bodies at three depths: the deployment asked directly, over HTTP and over HTTPS.
@Suite("Three depths")
struct DepthTests {
    private static let requests: [(String, String)] = [
        ("/portal/sharing/generateToken", "username=dirk@CONTOSO&password=x&referer=y&f=json"),
        ("/portal/sharing/rest/generateToken", "f=json"), ("/portal/sharing/generateToken", "f=pjson"),
        ("/portal/sharing/rest/community/self", "f=json"), ("/portal/sharing/rest/portals/self", "f=json&token=x"),
        ("/portal/sharing/rest", "f=json"), ("/arcgis/rest/services/Airports/MapServer", "f=json"),
        ("/arcgis/rest/services/Airports/MapServer", "f=json&token=x"),
        ("/arcgis/rest/services/Airports/MapServer", "f=json&callback=a.b"),
        ("/arcgis/rest/services/PublicAirports/MapServer", "f=pjson"),
        ("/arcgis/rest/services/PublicAirports/MapServer/0", "f=json"),
        (
            "/arcgis/rest/services/PublicAirports/MapServer/0/query",
            "f=json&where=1%3D1&outFields=*&resultRecordCount=5"
        ),
        ("/arcgis/rest/services/PublicAirports/MapServer/0/query", "f=json&where=IATA%3D%27LAX%27&outFields=*"),
        ("/arcgis/rest/services/PublicAirports/FeatureServer/0/query", "f=json&where=nope"),
        ("/arcgis/rest/services/Nope/MapServer", "f=json"),
        ("/arcgis/tokens/generateToken", "username=a&password=b&f=json"),
        ("/arcgis/rest/services", "f=json"), ("/arcgis/nope", ""),
    ]

    @Test("give the same bytes, by GET and by POST")
    func same() throws {
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        var fixture = wire.portal.state.withLock { $0.deployment }
        for (path, query) in Self.requests {
            for method in ["GET", "POST"] {
                let target = method == "GET" ? "\(path)?\(query)" : path
                let body = method == "GET" ? "" : query
                let request = Request(
                    method: method, target: Target(target),
                    fields: Fields([
                        .init("Host", "localhost"), .init("Content-Type", "application/x-www-form-urlencoded"),
                    ]), body: Array(body.utf8))
                let connection = Connection(
                    id: 1, peerAddress: "127.0.0.1", peerPort: 1, localPort: wire.portal.sites.httpPort, tls: nil)
                let answer = fixture.answer(
                    Call(request: request, now: Instant(milliseconds: 0), connection: connection))
                let direct = answer.sent.get()
                for tls in [false, true] {
                    let received = try #require(try wire.request(method, target, body: body, tls: tls))
                    #expect(received.status == direct.response.status, "\(method) \(target)")
                    #expect(received.body == direct.response.body, "\(method) \(target) tls=\(tls)")
                    for field in direct.response.fields where field.name != "Date" {
                        #expect(received[field.name] == field.value, "\(method) \(target) \(field.name)")
                    }
                }
            }
        }
    }
}
