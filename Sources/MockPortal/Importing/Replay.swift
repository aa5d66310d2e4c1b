// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Recording

/// The steps of a scenario without sockets: each request is asked of the deployment itself, with the cookies and saved values
/// that `check` would have.
struct Replay {
    private static let port: UInt16 = 7443
    let sites: Sites
    private var deployment: Deployment
    private var faults: FaultBook
    private var clock: Clock
    private var jars: [String: CookieJar] = [:]
    private var connections: [String: UInt64] = [:]
    private var saved: [String: String] = [:]

    init(_ scenario: Scenario) {
        let seed = scenario.seed ?? 1
        deployment = Deployment.grow(scenario, seed: seed)
        deployment.bindShared(http: Self.port, https: Self.port)
        faults = FaultBook(scenario.faults, seed: seed)
        clock = Clock(start: scenario.clock)
        var sites = Sites()
        (sites.http, sites.https) = ("http://127.0.0.1:\(Self.port)", "https://127.0.0.1:\(Self.port)")
        (sites.httpPort, sites.httpsPort) = (Self.port, Self.port)
        self.sites = sites.moved(to: scenario)
    }

    mutating func advance(milliseconds: Int64) { clock.advance(milliseconds: milliseconds) }

    /// Returns a function that fills in placeholders as they are now.
    func filling(isSecure: Bool) -> (String) -> String {
        let (saved, sites, now) = (saved, sites, clock.now)
        return { text in
            Placeholders.expand(text) { name in saved[name] ?? Self.value(name, isSecure, sites, now) }
        }
    }

    private static func value(_ name: String, _ isSecure: Bool, _ sites: Sites, _ now: Instant) -> String? {
        func url(_ site: Sites.Site?) -> String? { site.map { isSecure ? $0.url : $0.plainURL } }
        switch name {
        case "http": return sites.http
        case "https": return sites.https
        case "idp": return "\(isSecure ? sites.https : sites.http)/idp"
        case "host": return "127.0.0.1:\(port)"
        case "portal": return url(sites.portals.first)
        case "server": return url(sites.servers.first)
        case "now": return String(now.milliseconds)
        default:
            if name.hasPrefix("portal.") { return url(sites.portals.first { $0.name == name.dropFirst(7) }) }
            if name.hasPrefix("server.") { return url(sites.servers.first { $0.name == name.dropFirst(7) }) }
            return nil
        }
    }

    /// Asks what a step asks. Returns the answer, or `nil` if nothing can be asked because a value is missing or the request
    /// is none; and the names of what could not be saved.
    mutating func ask(_ step: Scenario.Step) -> (answer: ResponseReader.Received?, unsaved: [String]) {
        guard case .request(let request) = step.action else { return (nil, []) }
        var isComplete = true
        let (known, sites, now) = (saved, sites, clock.now)
        let filled = StepRequest(request, fallback: request.isSecure ? sites.https : sites.http) { text in
            Placeholders.expand(text, { known[$0] ?? Self.value($0, request.isSecure, sites, now) }) { _ in
                isComplete = false
            }
        }
        guard isComplete, let filled, let answer = send(filled, jar: request.jar) else { return (nil, []) }
        var jar = jars[request.jar] ?? CookieJar()
        jar.take(answer.fields, from: filled.url)
        jars[request.jar] = jar
        var unsaved: [String] = []
        for save in step.saves {
            guard var value = SavedValues.value(save.source, answer, jar) else {
                unsaved.append(save.name)
                continue
            }
            if save.decode == "percent" { value = Percent.decode(value) }
            if save.decode == "html" { value = SavedValues.plain(html: value) }
            saved[save.name] = value
        }
        return (answer, unsaved)
    }

    private mutating func send(_ request: StepRequest, jar: String) -> ResponseReader.Received? {
        var reader = RequestReader()
        reader.receive(request.bytes(cookies: jars[jar]?.header(for: request.url))[...])
        guard case .request(let read) = reader.next() else { return nil }
        let id = connections[jar] ?? UInt64(connections.count + 1)
        connections[jar] = id
        let call = Call(
            request: read, now: clock.now,
            connection: Connection(
                id: id, peerAddress: "127.0.0.1", peerPort: 50_000, localPort: Self.port,
                tls: request.url.isSecure
                    ? .init(version: "TLSv1.3", serverName: nil, clientCertificate: nil) : nil))
        let (answer, _) = faults.answer(call, &deployment)
        let response = answer.sent.get().response
        var bytes: [UInt8] = []
        let isHead = read.method == "HEAD"
        ResponseWriter.write(response, isHead: isHead, to: &bytes)
        var answers = ResponseReader(isHead: isHead)
        answers.receive(bytes)
        guard case .response(let received) = answers.next(ended: true) else { return nil }
        return received
    }
}
