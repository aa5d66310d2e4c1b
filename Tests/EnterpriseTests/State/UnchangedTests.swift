// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats
import TestSupport
import Testing

@testable import Enterprise

/// Whether a request has changed the state: by the storage of values, which is quick, and by a digest of all, which
/// is sure.
@Suite("Unchanged state")
struct UnchangedTests {
    @Test("every field of a deployment is compared, or is remembered for speed")
    func fields() throws {
        let fixture = try PortalFixture.federated("11.4")
        let fields = Set(Mirror(reflecting: fixture.deployment).children.compactMap(\.label))
        #expect(fields == Deployment.compared.union(Deployment.remembered))
    }

    @Test("what the storage says unchanged, the digest says equal: on every route, as nobody and as an administrator")
    func routes() throws {
        var fixture = try PortalFixture.federated("11.4")
        let token = fixture.ask(
            "/portal/sharing/rest/generateToken",
            form: [("username", "anna"), ("password", "pw"), ("client", "requestip"), ("f", "json")]
        ).token
        #expect(!token.isEmpty)
        let whole = fixture.deployment
        let digest = whole.digest
        var (asked, reading, wrong) = (0, 0, [String]())
        for route in Sample.of(Router.routes, each: 10) {
            for kind in [SiteKind.portal, .server] where Router.find(kind, segments(route)[...])?.0 === route {
                let path = "/\(kind == .portal ? "portal" : "arcgis")/" + segments(route).joined(separator: "/")
                for (method, credentials) in [("GET", ""), ("GET", token), ("POST", token)] {
                    var deployment = whole
                    var form: [(String, String)] = [("f", "json"), ("where", "1=1"), ("name", "x"), ("title", "x")]
                    if !credentials.isEmpty { form.append(("token", credentials)) }
                    let text = Form.encode(form)
                    let isPost = method == "POST"
                    let request = Request(
                        method: method, target: Target(isPost ? path : "\(path)?\(text)"),
                        fields: Fields([
                            .init("Host", "h.example"), .init("Content-Type", "application/x-www-form-urlencoded"),
                        ]), body: isPost ? Array(text.utf8) : [])
                    let call = Call(
                        request: request, now: fixture.now,
                        connection: Connection(
                            id: 1, peerAddress: "127.0.0.1", peerPort: 5000, localPort: 443,
                            tls: .init(version: "TLSv1.3", serverName: nil, clientCertificate: nil)))
                    let before = deployment
                    deployment.collectNotes()
                    _ = deployment.answer(call)
                    _ = deployment.takeNotes()
                    asked += 1
                    guard deployment.isUnchanged(since: before) else { continue }
                    reading += 1
                    if deployment.digest != digest { wrong.append("\(method) \(path)") }
                }
            }
        }
        #expect(wrong.isEmpty)
        // It would prove nothing if nothing were found to be unchanged, or nothing changed.
        #expect(
            asked > (StackUse.isSanitized ? 50 : 500) && reading > asked / 2 && reading < asked,
            "\(asked) asked, \(reading) unchanged")
    }

    @Test("a digest tells two states apart by one value far inside, and not by the order of a dictionary")
    func digests() {
        struct Inner { var list: [String: [Int?]] }
        let digest = StateDigest()
        let one = Inner(list: ["a": [1, nil], "b": [], "c": [3]])
        var other = Inner(list: ["c": [3], "b": [], "a": [1, nil]])
        #expect(digest.digest(of: one) == digest.digest(of: other))
        other.list["a"]?[1] = 2
        #expect(digest.digest(of: one) != digest.digest(of: other))
        #expect(digest.digest(of: ["ab", "c"]) != digest.digest(of: ["a", "bc"]))
    }

    @Test("a query, a token that is checked and a description change nothing; a token that is issued does")
    func kinds() throws {
        var fixture = try PortalFixture.federated("11.4")
        let issue = [("username", "anna"), ("password", "pw"), ("client", "requestip"), ("f", "json")]
        let token = fixture.ask("/portal/sharing/rest/generateToken", form: issue).token
        for target in [
            "/arcgis/rest/services/Airports/MapServer/0/query?where=1%3D1&f=json&token=\(token)",
            "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)", "/arcgis/rest/services?f=json",
            "/portal/sharing/rest/portals/self?f=json&token=\(token)",
            "/arcgis/rest/services/Airports/MapServer?f=json",
        ] {
            let before = fixture.deployment
            fixture.deployment.collectNotes()
            fixture.ask(target)
            _ = fixture.deployment.takeNotes()
            #expect(fixture.deployment.isUnchanged(since: before), "\(target)")
        }
        let before = fixture.deployment
        fixture.ask("/portal/sharing/rest/generateToken", form: issue)
        #expect(!fixture.deployment.isUnchanged(since: before))
        fixture.deployment.takeBack(to: before)
        #expect(fixture.deployment.isUnchanged(since: before))
    }

    @Test("notes come back as they were collected")
    func notes() throws {
        var fixture = try PortalFixture.federated("11.4")
        var other = fixture
        fixture.ask("/arcgis/rest/services/Airports/MapServer?f=json")
        other.deployment.collectNotes()
        other.ask("/arcgis/rest/services/Airports/MapServer?f=json")
        var writer = RecordWriter()
        other.deployment.takeNotes().write(to: &writer)
        var reader = RecordReader(writer.bytes)
        other.deployment.take(try SideNotes(from: &reader))
        #expect(reader.isAtEnd)
        #expect(fixture.deployment.digest == other.deployment.digest)
    }

    /// The segments of a route's path, with something for each placeholder.
    private func segments(_ route: Route) -> [String] {
        route.pattern.segments.map { segment in
            guard segment.hasPrefix("{") else { return segment }
            return switch segment {
            case "{service}": "Airports"
            case "{layer}", "{layerId}", "{id}": "0"
            case "{username}", "{user}": "anna"
            case "{group}", "{groupId}": "g1"
            default: "x"
            }
        }
    }
}
