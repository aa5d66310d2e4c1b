// SPDX-License-Identifier: Apache-2.0

import Formats
import Testing

@testable import MockPortal

/// Requests that are out to end the process, sent to a process of their own.
@Suite("Hostile requests")
struct HostileTests {
    @Test("what nests is answered, over and over")
    func nesting() async {
        await #expect(processExitsWith: .success) {
            let wire = try SocketFixture()
            defer { wire.portal.stopAndWait() }
            func nested(_ opening: String, _ closing: String, _ depth: Int) -> String {
                String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
            }
            func post(_ path: String, _ form: [(String, String)]) throws -> ResponseReader.Received? {
                let body = form.map { "\($0)=\(Percent.encode($1))" }.joined(separator: "&")
                return try wire.request("POST", path, body: body)
            }
            let layer = "/arcgis/rest/services/PublicAirports/MapServer/0/query"
            for depth in [16, 30, 64, 65, 187, 256, 20_000] {
                let answers = [
                    try post(layer, [("f", "json"), ("where", nested("(", ")", depth) + "=1")]),
                    try post(layer, [("f", "json"), ("where", nested("CAST((", ") AS INT)", depth) + "=1")]),
                    try post(layer, [("f", "json"), ("geometry", nested("[", "]", depth))]),
                    try post(layer, [("f", "pjson"), ("geometry", nested("{\"a\":", "}", depth))]),
                    try post("/portal/sharing/rest/search", [("f", "json"), ("q", nested("(", ")", depth))]),
                    try wire.request(
                        "PUT", "/_mock/scenario", body: "{ x: \(nested("[", "]", depth)) }", type: "application/json5"),
                    try wire.request("POST", "/_mock/requests/count", body: nested("[", "]", depth)),
                ]
                precondition(answers.allSatisfy { $0 != nil }, "nobody answered at depth \(depth)")
            }
            // Within what a client may send, it is answered with rows.
            let rows = try post(layer, [("f", "json"), ("where", "\(nested("(", ")", 30))=1")])
            precondition(rows?.json?["features"] != nil, "thirty parentheses are not read")
        }
    }

    @Test("a long name holds nobody up")
    func names() async {
        await #expect(processExitsWith: .success) {
            let wire = try SocketFixture()
            defer { wire.portal.stopAndWait() }
            let name = String(repeating: "a", count: 31_000)
            let clock = ContinuousClock()
            let took = try clock.measure {
                for path in ["/portal/sharing/rest/", "/arcgis/rest/services/", "/arcgis/admin/", "/_mock/"] {
                    let answer = try wire.get(path + name)
                    precondition(answer != nil, "nobody answered")
                }
            }
            // It was a minute in a debug build; any machine does it in a fraction of this.
            precondition(took < .seconds(20), "a long name takes long")
        }
    }
}
