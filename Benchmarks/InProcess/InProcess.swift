// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Glibc
import MockPortal
import Trust

/// The budgets that are measured inside one process; prints JSON for bench.py.
///
/// Arguments: scenarios with the same many features, each in a file of its own.
@main
enum InProcess {
    static func main() throws {
        let loads = try CommandLine.arguments.dropFirst().map(sharing)
        let (plain, secure) = try starts(200)
        let memory = try idleMemory(500)
        let thousand = try thousandPortals()
        let checks = tokenChecks()
        print(
            """
            {"load_ms":\(median(loads.map(\.first))),"again_ms":\(median(loads.map(\.again))),\
            "again_kib":\(median(loads.map(\.kib))),"start_http_ms":\(plain),"first_https_ms":\(secure),"idle_kib":\(memory),"thousand_s":\(thousand),\
            "check_us_1":\(checks.0),"check_us_1000000":\(checks.1)}
            """)
    }

    private static func milliseconds(since start: Int64) -> Double {
        Double(MonotonicClock.nanoseconds - start) / 1e6
    }

    private static func portal(_ seed: UInt64) throws -> MockEnterprise {
        var options = MockEnterprise.Options()
        options.seed = seed
        return try MockEnterprise.startAndWait("start/federated", options: options)
    }

    private static func ask(_ portal: MockEnterprise, trust: ClientContext?) throws {
        let url = trust == nil ? portal.sites.http : portal.sites.https
        guard let port = WebURL(url)?.port else { return }
        let client = try Client(host: "127.0.0.1", port: port, trust: trust)
        client.send(Array("GET /portal/sharing/rest?f=json HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        guard case .bytes = client.receive() else { fatalError("no answer") }
    }

    /// Medians, in milliseconds: start until it listens, and start until the first HTTPS answer was read.
    private static func starts(_ count: Int) throws -> (Double, Double) {
        var plain: [Double] = []
        var secure: [Double] = []
        for number in 0..<count {
            let began = MonotonicClock.nanoseconds
            let portal = try portal(UInt64(number))
            plain.append(milliseconds(since: began))
            try ask(portal, trust: ClientContext(authority: portal.certificateAuthority.pem))
            secure.append(milliseconds(since: began))
            portal.stopAndWait()
        }
        return (median(plain), median(secure))
    }

    /// Milliseconds until the first portal with a scenario listens, and until one more does; KiB of resident memory for
    /// one more of them.
    private static func sharing(_ scenario: String) throws -> (first: Double, again: Double, kib: Double) {
        func start(_ seed: UInt64) throws -> (MockEnterprise, Double) {
            var options = MockEnterprise.Options()
            options.seed = seed
            let began = MonotonicClock.nanoseconds
            return (try MockEnterprise.startAndWait(named: scenario, options: options), milliseconds(since: began))
        }
        var started = [try start(0), try start(1)]
        let before = resident()
        let more = 20
        for seed in 0..<more { started.append(try start(UInt64(2 + seed))) }
        let after = resident()
        for (portal, _) in started { portal.stopAndWait() }
        return (started[0].1, median(started.dropFirst().map(\.1)), Double(after - before) / Double(more))
    }

    private static func median(_ list: [Double]) -> Double { list.sorted()[list.count / 2] }

    /// KiB of resident memory for one more portal that was started and never asked.
    private static func idleMemory(_ count: Int) throws -> Double {
        var portals = try (0..<50).map { try portal(UInt64($0)) }
        let before = resident()
        portals += try (0..<count).map { try portal(UInt64($0)) }
        let after = resident()
        for portal in portals { portal.stopAndWait() }
        return Double(after - before) / Double(count)
    }

    /// In KiB.
    private static func resident() -> Int {
        guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
        defer { unsafe fclose(file) }
        var line = [CChar](repeating: 0, count: 128)
        unsafe fgets(&line, 128, file)
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (Int(text.split(separator: " ")[1]) ?? 0) * 4
    }

    /// Seconds for 1,000 portals started, asked once, stopped.
    private static func thousandPortals() throws -> Double {
        let began = MonotonicClock.nanoseconds
        for number in 0..<1000 {
            let portal = try portal(UInt64(number))
            try ask(portal, trust: nil)
            portal.stopAndWait()
        }
        return milliseconds(since: began) / 1000
    }

    /// Microseconds a check of one token, after 1 and after 1,000,000 were issued.
    private static func tokenChecks() -> (Double, Double) {
        let files = EmbeddedScenarios()
        guard let scenario = ScenarioLoader.load(files.builtIn("start/federated") ?? "", files: files).0 else {
            fatalError("no scenario")
        }
        var deployment = Deployment.grow(scenario, seed: 1)
        let now = Instant(milliseconds: 1_500_000_000_000)
        let connection = Connection(id: 1, peerAddress: "127.0.0.1", peerPort: 1, localPort: 0, tls: nil)
        func ask(_ target: String, _ body: String) -> [UInt8] {
            let request = Request(
                method: "POST", target: Target(target),
                fields: Fields([.init("Host", "h"), .init("Content-Type", "application/x-www-form-urlencoded")]),
                body: Array(body.utf8))
            return deployment.answer(Call(request: request, now: now, connection: connection)).sent.get().response.body
        }
        func issue() -> String {
            let body = ask("/portal/sharing/generateToken", "username=viewer&password=viewer&referer=x&f=json")
            return (try? JSONReader.read(body))?["token"]?.text ?? ""
        }
        func check(_ token: String) -> Double {
            var best = Double.infinity
            for _ in 0..<5 {
                let began = MonotonicClock.nanoseconds
                for _ in 0..<2000 { _ = ask("/portal/sharing/rest/community/self", "f=json&token=\(token)") }
                best = min(best, milliseconds(since: began) * 1000 / 2000)
            }
            return best
        }
        let token = issue()
        let first = check(token)
        for _ in 1..<1_000_000 {
            _ = ask("/portal/sharing/generateToken", "username=viewer&password=viewer&referer=x&f=json")
        }
        return (first, check(token))
    }
}
