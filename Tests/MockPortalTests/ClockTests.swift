// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import TestSupport
import Testing
import Trust

@testable import MockPortal

/// What takes time takes the deployment's: a client that polls is moved on by the clock, and nobody waits.
@Suite("Jobs and delays by the clock")
struct ClockTests {
    /// Who moves the clock, and how the client asks.
    struct Way: Sendable, CustomTestStringConvertible {
        var isSwift: Bool
        var tls: Bool
        var testDescription: String { "\(isSwift ? "Swift" : "/_mock"), \(tls ? "https" : "http")" }
    }

    static let ways = [
        Way(isSwift: true, tls: false), Way(isSwift: true, tls: true), Way(isSwift: false, tls: false),
        Way(isSwift: false, tls: true),
    ]

    private static let scenario = """
        { portal: null, servers: [{ name: "gis", services: [
          { name: "Tools", type: "GPServer", access: "public", tasks: [{ name: "Count", waits: "PT1M", executes: "PT1H",
            parameters: [{ name: "Total", dataType: "GPLong", direction: "esriGPParameterDirectionOutput",
              parameterType: "esriGPParameterTypeDerived" }], results: { Total: 28000 } }] },
          { name: "Airports", type: "MapServer", access: "public",
            featureServer: { capabilities: "Create,Delete,Query,Update,Editing" },
            layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson" }] },
          { name: "Slow", type: "MapServer", access: "public",
            layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson", sourceState: "slow",
              sourceDelay: "PT1H" }] }] }] }
        """

    /// A portal whose clock stands, with somebody to move it; the wall's shall have moved by less than a minute.
    private static func frozen(_ way: Way, _ body: (SocketFixture, (Int) throws -> Void) throws -> Void) throws {
        let began = MonotonicClock.milliseconds
        let wire = try SocketFixture()
        defer { wire.portal.stopAndWait() }
        _ = try wire.request("PUT", "/_mock/scenario", body: scenario, type: "application/json")
        func control(_ move: String) throws {
            let answer = try wire.request(
                "POST", "/_mock/clock", body: move, type: "application/json", tls: way.tls)
            #expect(answer?.status == 200, "\(answer?.text ?? "")")
        }
        if way.isSwift { wire.portal.clock.freeze() } else { try control(#"{"freeze":true}"#) }
        try body(wire) { seconds in
            if way.isSwift {
                wire.portal.clock.advance(seconds: seconds)
            } else {
                try control(#"{"advance":"PT\#(seconds)S"}"#)
            }
        }
        #expect(MonotonicClock.milliseconds - began < 60_000, "an hour of the clock's takes no time")
    }

    @Test("a geoprocessing job waits, runs and succeeds as the clock moves, and not before", arguments: ways)
    func job(_ way: Way) throws {
        try Self.frozen(way) { wire, advance in
            let task = "/arcgis/rest/services/Tools/GPServer/Count"
            let begun = try wire.request("POST", "\(task)/submitJob", body: "f=json", tls: way.tls)?.json
            let id = try #require(begun?["jobId"]?.text)
            func status() throws -> String? {
                try wire.get("\(task)/jobs/\(id)?f=json", tls: way.tls)?.json?["jobStatus"]?.text
            }
            // Up to the last second of each, and into the next; asking often changes nothing.
            for (seconds, word) in [
                (0, "Submitted"), (59, "Submitted"), (1, "Executing"), (3_599, "Executing"), (0, "Executing"),
                (1, "Succeeded"),
            ] {
                try advance(seconds)
                #expect(try status() == "esriJob\(word)", "after \(seconds) s more")
            }
            let result = try wire.get("\(task)/jobs/\(id)/results/Total?f=json", tls: way.tls)?.json
            #expect(result?["value"]?.integer == 28_000)
        }
    }

    @Test("edits made asynchronously are pending until the clock has moved", arguments: ways)
    func edits(_ way: Way) throws {
        try Self.frozen(way) { wire, advance in
            let layer = "/arcgis/rest/services/Airports/FeatureServer/0"
            let begun = try wire.request(
                "POST", "\(layer)/applyEdits", body: "f=json&async=true&deletes=1,2", tls: way.tls)?.json
            let url = try #require(WebURL(begun?["statusUrl"]?.text ?? ""))
            func status() throws -> String? {
                try wire.get("\(url.target)?f=json", tls: way.tls)?.json?["status"]?.text
            }
            func left() throws -> Int? {
                try wire.get("\(layer)/query?where=OBJECTID<3&returnCountOnly=true&f=json", tls: way.tls)?
                    .json?["count"]?.integer
            }
            #expect(try status() == "PENDING")
            #expect(try left() == 2)
            try advance(1)
            #expect(try status() == "COMPLETED")
            #expect(try left() == 0)
        }
    }

    @Test("a source that is slow lets a query of rows wait by the clock, and counts at once", arguments: ways)
    func source(_ way: Way) throws {
        try Self.frozen(way) { wire, advance in
            let query = "/arcgis/rest/services/Slow/MapServer/0/query?f=json&where=1%3D1"
            #expect(try wire.get("\(query)&returnCountOnly=true", tls: way.tls)?.json?["count"]?.integer != nil)
            let slow = try wire.client(tls: way.tls, timeout: 200)
            let before = wire.portal.journal.count
            slow.send(Array("GET \(query) HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            // From then on it is held.
            until("it was asked") { wire.portal.journal.count > before }
            #expect(slow.receive() == .ended(.timeout))
            try advance(3_599)
            #expect(slow.receive() == .ended(.timeout), "a second is missing")
            try advance(1)
            let late = Self.received(slow)
            #expect(late?.json?["error"]?["code"]?.integer == 500)
            #expect(late?["x-mock-portal-because"] == "query.source")
        }
    }

    /// What comes on a connection on which nothing had come.
    private static func received(_ client: Client) -> ResponseReader.Received? {
        var late: ResponseReader.Received?
        _ = client.bytes { bytes in
            var whole = ResponseReader(isHead: false)
            whole.receive(bytes)
            if case .response(let received) = whole.next(ended: false) { late = received }
            return late != nil
        }
        return late
    }

    @Test(
        "a poll that a fault delays comes when the clock has moved, with what the job was when it was asked",
        arguments: ways)
    func delayed(_ way: Way) throws {
        try Self.frozen(way) { wire, advance in
            let task = "/arcgis/rest/services/Tools/GPServer/Count"
            let begun = try wire.request("POST", "\(task)/submitJob", body: "f=json", tls: way.tls)?.json
            let job = "\(task)/jobs/\(begun?["jobId"]?.text ?? "")?f=json"
            let fault = #"{ when: { path: "**/jobs/*", nth: 1 }, then: { delay: "PT2H" } }"#
            #expect(
                try wire.request("POST", "/_mock/faults", body: fault, type: "application/json")?.status == 201)
            let slow = try wire.client(tls: way.tls, timeout: 200)
            let before = wire.portal.journal.count
            slow.send(Array("GET \(job) HTTP/1.1\r\nHost: a\r\n\r\n".utf8))
            until("it was asked") { wire.portal.journal.count > before }
            #expect(slow.receive() == .ended(.timeout))
            try advance(7_199)
            #expect(slow.receive() == .ended(.timeout), "a second is missing")
            #expect(
                try wire.get(job, tls: way.tls)?.json?["jobStatus"]?.text == "esriJobSucceeded", "only the first waits")
            try advance(1)
            let late = Self.received(slow)
            #expect(late?.json?["jobStatus"]?.text == "esriJobSubmitted")
            #expect(late?["x-mock-portal-because"] == "fault.delay")
        }
    }
}
