// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Foundation
import Testing
import Trust

@testable import MockPortal

@Suite("Slow edits over sockets")
struct SlowEditWireTests {
    private static let layer = "/arcgis/rest/services/Grove/FeatureServer/0"

    private static func served() throws -> SocketFixture {
        let folder = FileManager.default.temporaryDirectory.appending(path: "slow-edits-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "grove.json5")
        try """
        { portal: null, servers: [{ name: "gis", services: [
            { name: "Grove", type: "MapServer", access: "public",
              featureServer: { capabilities: "Create,Delete,Query,Update,Editing" },
              layers: [{ id: 0, name: "Trees", source: "builtin:data/airports.geojson" }] }] }] }
        """.write(to: file, atomically: true, encoding: .utf8)
        return try SocketFixture(file.path)
    }

    private static func rows(_ count: Int, _ name: String) -> String {
        let rows = (0..<count).map { #"{"attributes":{"Name":"\#(name) \#($0)"},"geometry":{"x":1,"y":2}}"# }
        return Form.encode([("features", "[\(rows.joined(separator: ","))]"), ("f", "json")])
    }

    @Test("clients that edit one service at once lose nothing, and the journal has their order")
    func together() throws {
        let served = try Self.served()
        defer { served.portal.stopAndWait() }
        let ids = Lock<[Int]>([])
        let done = ConditionVariable(0)
        for number in 0..<4 {
            Thread.detachNewThread {
                for round in 0..<3 {
                    let answer = try? served.request(
                        "POST", "\(Self.layer)/addFeatures", body: Self.rows(300, "c\(number) r\(round)"))
                    let results = answer?.json?["addResults"]?.elements ?? []
                    ids.withLock { $0 += results.compactMap { $0["objectId"]?.integer } }
                }
                done.change { $0 += 1 }
            }
        }
        done.wait { $0 == 4 ? () : nil }
        #expect(ids.withLock { $0.count } == 3600)
        #expect(ids.withLock { Set($0).count } == 3600)
        let count = try served.get("\(Self.layer)/query?where=Name+LIKE+%27c%25%27&returnCountOnly=true&f=json")
        #expect(count?.json?["count"]?.integer == 3600)
        // The first id of each answer grows with the number of its exchange: they were numbered as they were committed.
        let edits = served.portal.requests.filter { $0.target?.hasSuffix("addFeatures") ?? false }
        let firsts = edits.map { exchange in
            (try? JSONReader.read(exchange.responseBody))?["addResults"]?.elements?.first?["objectId"]?.integer ?? -1
        }
        #expect(firsts.count == 12 && firsts == firsts.sorted() && !firsts.contains(-1))
        #expect(edits.map(\.number) == edits.map(\.number).sorted())
        #expect(edits.allSatisfy { $0.duration > .zero })
    }

    @Test("a fault that shapes the answer shapes that of a slow edit, and is in the journal")
    func fault() throws {
        let served = try Self.served()
        defer { served.portal.stopAndWait() }
        let fault = #"{"when":{"path":"**/addFeatures"},"then":{"delay":"PT0.01S"}}"#
        #expect(try served.request("POST", "/_mock/faults", body: fault, type: "application/json")?.status == 201)
        let answer = try served.request("POST", "\(Self.layer)/addFeatures", body: Self.rows(300, "late"))
        #expect(answer?.json?["addResults"]?.elements?.count == 300)
        #expect(answer?["x-mock-portal-because"]?.contains("fault") == true)
        let last = served.portal.requests.last
        #expect(last?.fault == "f1")
        #expect(last?.verdicts.isEmpty == false)
    }

    @Test("large bodies elsewhere are answered as small ones: control, what cannot be read, a token")
    func large() throws {
        let served = try Self.served()
        defer { served.portal.stopAndWait() }
        let padding = String(repeating: "x", count: 40_000)
        let token = try served.request(
            "POST", "/arcgis/tokens/generateToken", body: "f=json&username=a&password=b&pad=\(padding)")
        #expect(token?.json?["error"] != nil)
        let bad = try served.request("POST", "/_mock/verify", body: padding, type: "application/json")
        #expect(bad?.status == 422)
        #expect(served.portal.requests.count == 1)
    }
}
