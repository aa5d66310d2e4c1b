// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Replication
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// A log whose beginning is forgotten, for a snapshot has what it did.
@Suite("Snapshots of replicas", .serialized)
struct ReplicaSnapshotTests {
    /// The way to a log that can be cut for one replica.
    private final class Way: SharedLog {
        let log: MemoryLog
        private let cut = Lock(false)
        var patience: Patience { log.patience }

        init(_ log: MemoryLog) { self.log = log }

        let description = "a way to a log"
        var isCut: Bool {
            get { cut.withLock { $0 } }
            set { cut.withLock { $0 = newValue } }
        }

        private func pass() throws(EngineFailure) { if isCut { throw EngineFailure(.gone, "the way is cut") } }

        func begin(_ bytes: [UInt8]) throws(EngineFailure) -> [UInt8] { try log.begin(bytes) }
        func beginning() throws(EngineFailure) -> [UInt8]? { try log.beginning() }
        func milliseconds() throws(EngineFailure) -> Int64 { try log.milliseconds() }
        func append(_ bytes: [UInt8]) throws(EngineFailure) {
            try pass()
            try log.append(bytes)
        }
        func entries(after position: LogPosition) throws(EngineFailure) -> [LogEntry] {
            try pass()
            return try log.entries(after: position)
        }
        func snapshot() throws(EngineFailure) -> LogSnapshot? {
            try pass()
            return try log.snapshot()
        }
        func keep(_ snapshot: LogSnapshot) throws(EngineFailure) -> Bool {
            try pass()
            return try log.keep(snapshot)
        }
        func beside(_ name: String) -> any SharedLog { log.beside(name) }
        func forget() throws(EngineFailure) { try log.forget() }
    }

    private static let layer = "/arcgis/rest/services/Airports/FeatureServer/0"

    private func control(_ wire: SocketFixture, _ method: String, _ path: String, _ body: String) throws -> Int? {
        try wire.request(method, "/_mock/\(path)", body: body, type: "application/json")?.status
    }

    private func count(_ wire: SocketFixture, _ token: String) throws -> Int? {
        let query = "\(Self.layer)/query?where=1%3D1&returnCountOnly=true&f=json&token=\(token)"
        return try wire.get(query, tls: true)?.json?["count"]?.integer
    }

    /// Asks until entries of before were forgotten; adds rows meanwhile, and returns how many.
    private func fill(_ family: inout ReplicaFamily, _ token: String, among count: Int) throws -> Int {
        let feature = #"[{"geometry":{"x":8,"y":47},"attributes":{}}]"#
        let body = Form.encode([("features", feature), ("f", "json"), ("token", token)])
        let first = family.log.first
        for number in 1...2000 {
            let wire = family.members[number % count]
            let heard = try wire.request("POST", "\(Self.layer)/addFeatures", body: body, tls: true)
            #expect(heard?.json?["addResults"]?[0]?["success"]?.truth == true, "\(heard?.text ?? "-")")
            if family.log.first != first { return number }
        }
        Issue.record("nothing was forgotten")
        return 0
    }

    @Test("a new replica goes on from a snapshot: tokens, codes, rows, faults, the clock and the journal")
    func late() throws {
        var family = try ReplicaFamily(2, snapshotBytes: 20_000)
        defer { family.stop() }
        let revoked = try family.token(user: "portadmin")
        let revoke = "auth_token=\(revoked)&client_id=mockapp&client_secret=mocksecret&f=json"
        _ = try family.turn().request("POST", "/portal/sharing/rest/oauth2/revokeToken", body: revoke, tls: true)
        #expect(try control(family.turn(), "POST", "clock", #"{"freeze":true}"#) == 200)
        #expect(try control(family.turn(), "POST", "clock", #"{"advance":"PT30M"}"#) == 200)
        let fault = #"{"when":{"path":"/arcgis/rest/info","nth":3},"then":{"error":{"code":504,"message":"m"}}}"#
        #expect(try control(family.turn(), "POST", "faults", fault) == 201)
        _ = try family.turn().get("/arcgis/rest/info?f=json")
        let token = try family.token(user: "publisher")
        let before = try count(family.turn(), token) ?? -1
        let added = try fill(&family, token, among: 2)
        try family.grow()
        let new = family.members[2]
        #expect(try count(new, token) == before + added)
        let target = "\(Self.layer)?f=json&token=\(revoked)"
        let why = try new.get(target, tls: true)?["x-mock-portal-because"]
        #expect(why == "token.ended", "\(why ?? "-")")
        #expect(try new.get("/arcgis/rest/info?f=json")?.json?["error"] == nil)
        #expect(try new.get("/arcgis/rest/info?f=json")?.json?["error"]?["code"]?.integer == 504)
        let times = try family.members.map { try $0.get("/_mock/clock")?.json?["now"]?.integer }
        #expect(Set(times).count == 1 && times[0] != nil)
        #expect(try family.digests().count == 1)
        let standing = try new.get("/_mock/replicas")?.json
        #expect(standing?["snapshot"]?.text != nil)
        #expect((standing?["tail"]?.integer ?? 0) < (standing?["bytes"]?.integer ?? 0))
        // What the first two make next is the same at the third.
        _ = try fill(&family, token, among: 3)
        #expect(try family.digests().count == 1)
    }

    @Test("a new replica serves the scenario that was set before the snapshot")
    func scenario() throws {
        var family = try ReplicaFamily(2, snapshotBytes: 20_000)
        defer { family.stop() }
        #expect(try control(family.turn(), "PUT", "scenario", #"{"name":"editing/rolled-back"}"#) == 200)
        let first = family.log.first
        try until("what is before the snapshot is forgotten") {
            _ = try family.turn().get("/arcgis/rest/info?f=json")
            return family.log.first != first
        }
        try family.grow()
        #expect(try family.members[2].get("/_mock/ready")?.json?["scenario"]?.text == "editing/rolled-back")
        #expect(try family.digests().count == 1)
    }

    @Test("all replicas end, and new ones know what those knew")
    func restart() throws {
        var family = try ReplicaFamily(2, snapshotBytes: 20_000)
        let token = try family.token(user: "publisher")
        let before = try count(family.turn(), token) ?? -1
        let added = try fill(&family, token, among: 2)
        let digests = try family.digests()
        family.stop()
        family.members = []
        try family.grow()
        try family.grow()
        defer { family.stop() }
        #expect(try family.digests() == digests)
        #expect(try count(family.turn(), token) == before + added)
    }

    @Test("a replica that was away while entries were forgotten takes over the snapshot")
    func away() throws {
        var family = try ReplicaFamily(1, snapshotBytes: 20_000)
        defer { family.stop() }
        let way = Way(family.log)
        try family.grow(log: way)
        let token = try family.token(user: "publisher")
        let before = try count(family.members[1], token) ?? -1
        way.isCut = true
        let added = try fill(&family, token, among: 1)
        way.isCut = false
        until("the way is there again") { family.links[1] == .well }
        #expect(try family.digests().count == 1)
        #expect(try count(family.members[1], token) == before + added)
        let issued = try ReplicaFamily.token(family.members[1], user: "publisher")
        #expect(try count(family.members[0], issued) == before + added)
        #expect(try family.digests().count == 1)
    }

    @Test("a job that is under way has no written form: the snapshot is made later")
    func postponed() throws {
        let wire = try SocketFixture("editing/asynchronous")
        defer { wire.portal.stopAndWait() }
        #expect(try control(wire, "POST", "clock", #"{"freeze":true}"#) == 200)
        let (fresh, now) = wire.portal.instance.state.withLock { ($0.deployment, $0.clock.now) }
        let body = "f=json&async=true&deletes=1,2"
        let begun = try wire.request("POST", "/arcgis/rest/services/Airports/FeatureServer/0/applyEdits", body: body)
        #expect(begun?.json?["statusUrl"] != nil, "\(begun?.text ?? "-")")
        let pending = wire.portal.instance.state.withLock { $0.deployment }
        #expect(throws: RecordEncoder.Postponed.self) { try pending.written(over: fresh, at: now) }
        #expect(try control(wire, "POST", "clock", #"{"advance":"PT2S"}"#) == 200)
        _ = try wire.get(Target(begun?.json?["statusUrl"]?.text ?? "").path + "?f=json")
        let done = wire.portal.instance.state.withLock { $0.deployment }
        let bytes = try done.written(over: fresh, at: now)
        #expect(try Deployment(written: bytes, over: fresh, identifiedAs: fresh).digest == done.digest)
    }
}
