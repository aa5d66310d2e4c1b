// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats

import Replication
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// Several deployments of one process that are one, by a log in memory.
@Suite("Replicas", .serialized)
struct ReplicaTests {
    @Test("a token of one passes at another, is revoked at a third, and ends at all")
    func tokens() throws {
        var family = try ReplicaFamily(3)
        defer { family.stop() }
        let token = try family.token(user: "portadmin")
        #expect(!token.isEmpty)
        let target = "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)"
        for _ in 0..<3 { #expect(try family.turn().get(target, tls: true)?.json?["error"] == nil) }
        let body = "auth_token=\(token)&client_id=mockapp&client_secret=mocksecret&f=json"
        let revoked = try family.turn().request(
            "POST", "/portal/sharing/rest/oauth2/revokeToken", body: body, tls: true)
        #expect(revoked?.json?["success"]?.truth == true, "\(revoked?.text ?? "-")")
        for _ in 0..<3 {
            #expect(try family.turn().get(target, tls: true)?["x-mock-portal-because"]?.hasPrefix("token.") == true)
        }
        #expect(try family.digests().count == 1)
    }

    @Test("the clock, an event and a fault that one is told of are those of all; the journal, too")
    func control() throws {
        var family = try ReplicaFamily(3)
        defer { family.stop() }
        let token = try family.token()
        let target = "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)"
        func control(_ path: String, _ body: String) throws -> Int? {
            try family.turn().request("POST", "/_mock/\(path)", body: body, type: "application/json")?.status
        }
        #expect(try control("clock", #"{"freeze":true}"#) == 200)
        #expect(try control("clock", #"{"advance":"PT3H"}"#) == 200)
        let times = try family.members.map { try $0.get("/_mock/clock")?.json?["now"]?.integer }
        #expect(Set(times).count == 1)
        for _ in 0..<3 {
            #expect(try family.turn().get(target, tls: true)?["x-mock-portal-because"] == "token.expired")
        }
        #expect(try control("events", #"{"event":"stop-service","service":"Airports"}"#) == 200)
        #expect(
            try control("faults", #"{"when":{"path":"/arcgis/rest/info"},"then":{"error":{"code":504,"message":"m"}}}"#)
                == 201)
        for _ in 0..<3 {
            #expect(try family.turn().get("/arcgis/rest/info?f=json")?.json?["error"]?["code"]?.integer == 504)
        }
        let question = #"{"request":{"path":"/arcgis/rest/info"},"times":3}"#
        for _ in 0..<3 {
            let verdict = try family.turn().request("POST", "/_mock/verify", body: question, type: "application/json")
            #expect(verdict?.json?["passed"]?.truth == true, "\(verdict?.text ?? "-")")
        }
        #expect(try family.digests().count == 1)
        #expect(try control("reset", "{}") == 204)
        for member in family.members { #expect(try member.get("/_mock/requests")?.json?["total"]?.integer == 0) }
        #expect(try family.digests().count == 1)
    }

    @Test("connections that faults wait for are counted over all replicas, whether one strikes or not")
    func connections() throws {
        var family = try ReplicaFamily(2)
        defer { family.stop() }
        let fault = #"{"when":{"nth":3},"then":{"reset":"accept"}}"#
        let added = try family.turn().request("POST", "/_mock/faults", body: fault, type: "application/json")
        #expect(added?.status == 201, "\(added?.text ?? "-")")
        family.settle(after: 1)
        var answers: [Bool] = []
        for _ in 0..<5 {
            let entries = family.log.count
            let answer = try? family.turn().get("/arcgis/rest/info?f=json")
            answers.append((answer ?? nil) != nil)
            family.settle(after: entries)
        }
        #expect(answers == [true, true, false, true, true])
    }

    @Test("a key that one makes is that of all")
    func keys() throws {
        var family = try ReplicaFamily(2)
        defer { family.stop() }
        let token = try family.token(user: "portadmin")
        let place = "/portal/portaladmin/security/sslCertificates"
        let body = "alias=new&cn=portal.test&keysize=1024&f=json&token=\(token)"
        let made = try family.turn().request("POST", "\(place)/generateCertificate", body: body, tls: true)
        #expect(made?.text.contains("Success") == true, "\(made?.text ?? "-")")
        // The key behind this one is made when it is asked for.
        for alias in ["new", "portal"] {
            let files = try (0..<2).map { _ in
                try family.turn().get("\(place)/\(alias)/export?f=json&token=\(token)", tls: true)?.text
            }
            #expect(files[0]?.contains("BEGIN CERTIFICATE") == true, "\(files[0] ?? "-")")
            #expect(files[0] == files[1])
        }
        #expect(try family.digests().count == 1)
    }

    @Test("edits of one are found at another, and one that comes later knows them")
    func edits() throws {
        var family = try ReplicaFamily(2)
        defer { family.stop() }
        let token = try family.token(user: "publisher")
        let layer = "/arcgis/rest/services/Airports/FeatureServer/0"
        let feature = #"[{"geometry":{"x":8,"y":47},"attributes":{}}]"#
        let body = Form.encode([("features", feature), ("f", "json"), ("token", token)])
        let query = "\(layer)/query?where=1%3D1&returnCountOnly=true&f=json&token=\(token)"
        let before = try family.turn().get(query, tls: true)?.json?["count"]?.integer ?? -1
        for number in 1...6 {
            let added = try family.turn().request("POST", "\(layer)/addFeatures", body: body, tls: true)
            #expect(added?.json?["addResults"]?[0]?["success"]?.truth == true, "\(added?.text ?? "-")")
            #expect(try family.turn().get(query, tls: true)?.json?["count"]?.integer == before + number)
        }
        try family.grow()
        #expect(try family.members[2].get(query, tls: true)?.json?["count"]?.integer == before + 6)
        #expect(try family.digests().count == 1)
    }

    @Test("while the log is gone, what reads goes on, and what changes is refused; then nothing is lost or done twice")
    func gone() throws {
        var family = try ReplicaFamily(2)
        defer { family.stop() }
        let token = try family.token()
        // All know of the token before the log goes.
        #expect(try family.digests().count == 1)
        let changes = try family.members[0].get("/_mock/replicas")?.json?["changes"]?.integer ?? 0
        family.log.isGone = true
        until("the log is gone for both") { family.links.allSatisfy { $0 == .gone("the log in memory is gone") } }
        let target = "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)"
        for _ in 0..<4 { #expect(try family.turn().get(target, tls: true)?.json?["error"] == nil) }
        let body = "username=viewer&password=viewer&client=requestip&f=json"
        let refused = try family.turn().request("POST", "/portal/sharing/rest/generateToken", body: body, tls: true)
        #expect(refused?["x-mock-portal-because"] == "replicas.engine-gone")
        #expect(refused?.json?["error"]?["code"]?.integer == 503, "\(refused?.text ?? "-")")
        let move = try family.turn().request(
            "POST", "/_mock/clock", body: #"{"advance":"PT1H"}"#, type: "application/json")
        #expect(move?.status == 503 && move?.json?["error"]?["code"]?.text == "engine-gone")
        family.log.isGone = false
        until("the log is back") { family.links.allSatisfy { $0 == .well } }
        #expect(!(try family.token().isEmpty))
        #expect(try family.digests().count == 1)
        let standing = try family.members[1].get("/_mock/replicas")?.json
        #expect(standing?["changes"]?.integer == changes + 1)
        // Four reads and a refusal were noted while the log was gone, and one token was issued after it.
        let question = #"{"request":{"path":"/arcgis/rest/services/Airports/MapServer"},"times":4}"#
        let verdict = try family.turn().request("POST", "/_mock/verify", body: question, type: "application/json")
        #expect(verdict?.json?["passed"]?.truth == true, "\(verdict?.text ?? "-")")
    }

    @Test("a change whose confirmation is lost is done once")
    func twice() throws {
        var family = try ReplicaFamily(2)
        defer { family.stop() }
        let token = try family.token(user: "publisher")
        family.log.swallowConfirmations(5)
        #expect(!(try family.token().isEmpty))
        #expect(!token.isEmpty)
        #expect(try family.digests().count == 1)
        #expect(try family.members[0].get("/_mock/replicas")?.json?["changes"]?.integer == 2)
    }

    @Test("another scenario, or another seed, is refused with a reason")
    func strangers() throws {
        let family = try ReplicaFamily(1, "start/federated")
        defer { family.stop() }
        for (name, seed, why) in [
            ("start/standalone", 1, "its replicas serve start/federated, and this is start/standalone"),
            ("start/federated", 2, "its replicas have the seed 1, and this has 2"),
        ] as [(String, UInt64, String)] {
            let failure = #expect(throws: MockEnterpriseError.self) {
                _ = try SocketFixture(name) { ($0.sharedLog, $0.seed) = (family.log, seed) }
            }
            #expect(failure?.description.contains(why) == true, "\(failure?.description ?? "-")")
        }
    }

    @Test("requests of many clients at once leave one state in all replicas")
    func random() throws {
        var family = try ReplicaFamily(3)
        defer { family.stop() }
        let members = family.members
        let seeds = (0..<6).map { UInt64($0) }
        let failed = Lock(0)
        Workers.tests.each(seeds.count) { index in
            var chance = Generator(seed: seeds[index])
            var token = ""
            for _ in 0..<40 {
                let wire = members[Int.random(in: 0..<3, using: &chance)]
                let target = "/arcgis/rest/services/Airports/FeatureServer/0"
                switch Int.random(in: 0..<5, using: &chance) {
                case 0: token = (try? ReplicaFamily.token(wire, user: "publisher")) ?? ""
                case 1:
                    let body = Form.encode([
                        ("features", #"[{"geometry":{"x":8,"y":47},"attributes":{}}]"#), ("f", "json"),
                        ("token", token),
                    ])
                    _ = try? wire.request("POST", "\(target)/addFeatures", body: body, tls: true)
                default:
                    let heard = try? wire.get("\(target)/query?where=1%3D1&f=json&token=\(token)", tls: true)
                    if heard == nil { failed.withLock { $0 += 1 } }
                }
            }
        } told: { _ in
        }
        #expect(failed.withLock { $0 } == 0)
        try until("all is noted") {
            try family.turn().get("/_mock/replicas")?.json?["exchanges"]?.integer == 240
        }
        #expect(try family.digests().count == 1)
    }
}
