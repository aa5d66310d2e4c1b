// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Formats
import Foundation
import Testing
import Trust

@testable import MockPortal

@Suite("Many portals in one process", .serialized)
struct ManyPortalsTests {
    /// Ours, by their names: other suites have some too. Of workers there are as many as cores, whatever is started.
    private static var threads: Int {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return all.count { thread in
            let name = try? String(contentsOfFile: "/proc/self/task/\(thread)/comm", encoding: .utf8)
            guard let name, name.hasPrefix("mock-") else { return false }
            let pools = ["worker", "client", "check", "sender", "starter", "tests"]
            return !pools.contains { name == "mock-\($0)\n" }
        }
    }

    @Test("200 start in parallel on free ports, answer, and stop, without a thread each")
    func twoHundred() async throws {
        let warm = try SocketFixture("start/standalone")
        _ = try warm.get("/arcgis/rest/info?f=json", tls: true)
        warm.portal.stopAndWait()
        let before = Self.threads
        let portals = try await withThrowingTaskGroup(of: MockEnterprise.self) { group in
            for number in 0..<200 {
                group.addTask {
                    var options = MockEnterprise.Options()
                    options.seed = UInt64(number)
                    return try MockEnterprise.startAndWait("start/federated", options: options)
                }
            }
            var all: [MockEnterprise] = []
            for try await portal in group { all.append(portal) }
            return all
        }
        #expect(Set(portals.map(\.sites.http)).count == 200)
        var tokens: Set<String> = []
        for (number, portal) in portals.enumerated() {
            let trust = try ClientContext(authority: portal.certificateAuthority.pem)
            let client = try Client(
                host: "127.0.0.1", port: portal.sites.httpPort, trust: number % 10 == 0 ? trust : nil)
            let body = "username=viewer&password=viewer&referer=x&f=json"
            let text =
                "POST /portal/sharing/generateToken HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
            let token = SocketFixture.send(Array(text.utf8), on: client).0?.json?["token"]?.text
            tokens.insert(token ?? "")
        }
        #expect(tokens.count == 200 && !tokens.contains(""), "each portal has its own keys")
        // Servers of tests that run beside this one may have begun meanwhile; a thread a portal would be 200.
        #expect(before > 0 && Self.threads <= before + 100)
        await withTaskGroup(of: Void.self) { group in
            for portal in portals { group.addTask { portal.stopAndWait() } }
        }
        #expect(portals.allSatisfy { $0.requests.count == 1 }, "each heard its own login, and no other")
    }

    @Test("a token of one is foreign to another")
    func isolation() throws {
        let one = try SocketFixture()
        let two = try SocketFixture { $0.seed = 2 }
        defer {
            one.portal.stopAndWait()
            two.portal.stopAndWait()
        }
        let body = "username=viewer&password=viewer&referer=x&f=json"
        let token = try one.request("POST", "/portal/sharing/generateToken", body: body)?.json?["token"]?.text ?? ""
        let target = "/arcgis/rest/services/Airports/MapServer?f=json&token=\(token)"
        #expect(try one.get(target)?.json?["mapName"] != nil)
        #expect(try two.get(target)?["x-mock-portal-because"] == "token.undecipherable")
    }
}
