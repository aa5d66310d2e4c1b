// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Foundation
import Testing
import Trust

@testable import MockPortal

/// 300 portals at once, over and over: nothing crosses over, and nothing is left behind.
@Suite("300 portals at once", .serialized)
struct SoakTests {
    /// What the process holds.
    private struct Held {
        var kilobytes: Int
        /// Ours, by their names; the others are Dispatch's, which come and go.
        var threads: Int
        var allThreads: Int
        var descriptors: Int

        static func now() -> Held {
            func list(_ path: String) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
            func text(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
            let resident = text("/proc/self/status").firstMatch(of: /VmRSS:\s+(\d+) kB/).flatMap { Int($0.1) } ?? -1
            let threads = list("/proc/self/task").map { text("/proc/self/task/\($0)/comm") }
            return Held(
                kilobytes: resident, threads: threads.count { $0.hasPrefix("mock-") }, allThreads: threads.count,
                descriptors: list("/proc/self/fd").count)
        }
    }

    private final class Watch: Sendable {
        private let portals = Lock<[Weak]>([])
        private struct Weak: Sendable { weak let portal: MockEnterprise? }
        func add(_ portal: MockEnterprise) { portals.withLock { $0.append(Weak(portal: portal)) } }
        var alive: Int { portals.withLock { $0.count { $0.portal != nil } } }
    }

    /// What one test does with its portal; gives its token.
    private static func one(_ number: Int, _ watch: Watch) throws -> String {
        var options = MockEnterprise.Options()
        options.seed = UInt64(number)
        let portal = try MockEnterprise.startAndWait("start/federated", options: options)
        defer { portal.stopAndWait() }
        watch.add(portal)
        portal.clock.freeze()
        portal.clock.set(milliseconds: Int64(number) * 86_400_000)
        let client = try Client(host: "127.0.0.1", port: portal.sites.httpPort, trust: nil)
        func ask(_ method: String, _ target: String, _ body: String = "") -> ResponseReader.Received? {
            let text =
                "\(method) \(target) HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            return SocketFixture.send(Array(text.utf8), on: client).0
        }
        let form = "username=viewer&password=viewer&client=requestip&expiration=60&f=json&n=\(number)"
        let answer = ask("POST", "/portal/sharing/rest/generateToken", form)?.json
        let token = answer?["token"]?.text ?? ""
        #expect(answer?["expires"]?.integer == (number * 86_400_000) + 3_600_000)
        let row = ask(
            "GET",
            "/arcgis/rest/services/Airports/FeatureServer/0/query?where=1=1&returnCountOnly=true&f=json&token=\(token)")
        #expect(row?.json?["count"]?.integer == 300)
        portal.clock.advance(minutes: 60)
        let late = ask("GET", "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)")
        #expect(late?["x-mock-portal-because"] == "token.expired")
        #expect(portal.requests.count == 3)
        #expect(try portal.requests(.any.form(["n": "\(number)"])).count == 1)
        return token
    }

    private static func round(_ watch: Watch) async throws {
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 1...300 { group.addTask { try one(number, watch) } }
            var tokens: Set<String> = []
            for try await token in group { tokens.insert(token) }
            return tokens
        }
        #expect(tokens.count == 300 && !tokens.contains(""), "each portal has its own keys")
    }

    @Test("after rounds 2 and 5 the process holds the same")
    func rounds() async throws {
        let watch = Watch()
        var held: [Held] = []
        for _ in 1...5 {
            try await Self.round(watch)
            // The loop lets go of the last connections after their end.
            for _ in 0..<500 where watch.alive > 0 { try await Task.sleep(for: .milliseconds(20)) }
            held.append(.now())
            // Descriptors are closed a turn of the loop after that.
            for _ in 0..<500 where held[held.count - 1].descriptors > held[0].descriptors {
                try await Task.sleep(for: .milliseconds(20))
                held[held.count - 1] = .now()
            }
        }
        #expect(watch.alive == 0)
        let (second, fifth) = (held[1], held[4])
        #expect(Double(fifth.kilobytes) < 1.1 * Double(second.kilobytes))
        #expect(fifth.threads == second.threads && second.threads > 0)
        // Those of Swift's pool come and go.
        #expect(fifth.allThreads <= second.allThreads + 8)
        #expect(fifth.descriptors <= second.descriptors)
    }
}
