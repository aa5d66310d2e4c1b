import Engine
import Enterprise
import Facts
import Formats
import Trust

/// The double's own endpoints under `/_mock`: contracts section 5, as far as they are answered so far.
///
/// Asked by loopback peers with a local Host and no foreign Origin only: a page from elsewhere must not reach it.
struct Control: Sendable {
    /// What is answered, for `mock-portal routes`.
    static let endpoints = [
        "GET health", "GET ready", "GET ca.pem", "GET requests?door&path&user&rule&after&limit", "GET requests/last",
        "DELETE requests", "GET clock", "POST clock", "POST events",
    ]

    private unowned let instance: Instance

    init(_ instance: Instance) {
        self.instance = instance
    }

    private var live: Lock<Live> { instance.live }

    /// `nil`: not under `/_mock`.
    func answer(_ request: Request, on connection: Connection) -> Reply? {
        guard request.target.path.utf8.starts(with: "/_mock".utf8) else { return nil }
        let segments = request.target.segments
        guard segments.first == "_mock" else { return nil }
        return .now(Outgoing(refuse(request, connection) ?? answer(request, segments)))
    }

    private func answer(_ request: Request, _ segments: [String]) -> Response {
        switch (request.method, segments.dropFirst().joined(separator: "/")) {
        case ("GET", "health"), ("HEAD", "health"):
            let now = live.withLock { $0.clock.now }
            return json(
                200,
                .object([
                    .init("status", .string("ok")), .init("version", .string(MockPortal.version)),
                    .init("scenario", .string(instance.scenario.name)), .init("now", .number(String(now.milliseconds))),
                ]))
        case ("GET", "ready"): return json(200, instance.ready)
        case ("GET", "ca.pem"):
            return Response(
                status: 200, fields: [.init("Content-Type", "application/x-pem-file")],
                body: Array(instance.authority.pem.utf8))
        case ("GET", "requests"): return requests(request)
        case ("GET", "requests/last"):
            guard let last = live.withLock({ $0.journal.last }) else {
                return error(404, "no-requests", "No request was noted yet.")
            }
            return json(200, last.json(secrets: wantsSecrets(request)))
        case ("DELETE", "requests"):
            live.withLock { $0.journal.clear() }
            return Response(status: 204)
        case ("GET", "clock"): return clock()
        case ("POST", "clock"): return moveClock(request)
        case ("POST", "events"): return happen(request)
        default:
            let known: Set<String> = ["health", "ready", "ca.pem", "requests", "requests/last", "clock", "events"]
            let path = segments.dropFirst().joined(separator: "/")
            return known.contains(path)
                ? error(405, "method-not-allowed", "\(request.method) is not answered here.")
                : error(404, "not-found", "There is no /_mock/\(path).")
        }
    }

    private func refuse(_ request: Request, _ connection: Connection) -> Response? {
        let isLocal = connection.peerAddress.hasPrefix("127.") || connection.peerAddress == "::1"
        guard isLocal else { return error(403, "not-local", "The control endpoints answer this machine only.") }
        guard isOurs(request.fields["host"] ?? "localhost") else {
            return error(403, "foreign-host", "The Host field names no host of this deployment.")
        }
        if let origin = request.fields["origin"], !isOurs(String(origin.drop { $0 != "/" }.dropFirst(2))) {
            return error(403, "foreign-origin", "A page of another origin may not use the control endpoints.")
        }
        return nil
    }

    private func isOurs(_ authority: String) -> Bool {
        let host =
            authority.hasPrefix("[") ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return host == "localhost" || host == "::1"
            || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
            || instance.hosts.contains { ASCII.equal(host, $0) }
    }

    private func wantsSecrets(_ request: Request) -> Bool {
        Form.parse(request.target.query ?? "").contains { $0.name == "secrets" && $0.value == "true" }
    }

    private func requests(_ request: Request) -> Response {
        let query = Form.parse(request.target.query ?? "")
        func value(_ name: String) -> String? { query.first { $0.name == name }?.value }
        guard let limit = Int(value("limit") ?? "100"), (1...1000).contains(limit),
            let after = Int(value("after") ?? "0")
        else { return error(400, "bad-parameter", "limit is 1 to 1000, after is a number.") }
        let (journal, dropped) = live.withLock { ($0.journal.exchanges, $0.journal.dropped) }
        let found = journal.filter { exchange in
            guard exchange.number > after else { return false }
            if let door = value("door"), exchange.door?.rawValue != door { return false }
            if let user = value("user"), exchange.user != user { return false }
            if let rule = value("rule"), !exchange.because.contains(where: { $0.rule.id == rule }) { return false }
            if let path = value("path") {
                guard case .request(let request) = exchange.received, request.target.path == path else { return false }
            }
            return true
        }
        let secrets = wantsSecrets(request)
        return json(
            200,
            .object([
                .init("total", .int(found.count)), .init("dropped", .int(dropped)),
                .init("requests", .array(found.prefix(limit).map { $0.json(secrets: secrets) })),
            ]))
    }

    private func clock() -> Response {
        let (now, isFrozen) = live.withLock { ($0.clock.now, $0.clock.isFrozen) }
        return json(
            200,
            .object([
                .init("now", .number(String(now.milliseconds))), .init("iso", .string(ISO8601.format(now))),
                .init("frozen", .bool(isFrozen)), .init("skew", .object([])),
            ]))
    }

    private func moveClock(_ request: Request) -> Response {
        guard MediaType(request.fields["content-type"] ?? "")?.essence == "application/json" else {
            return error(400, "not-json", "The body needs Content-Type: application/json.")
        }
        guard let json = try? JSONReader.read(request.body), let members = json.members, members.count == 1 else {
            return error(400, "bad-body", "Give one of advance, set, freeze.")
        }
        switch (members[0].name, members[0].value) {
        case ("advance", .string(let text)):
            guard let milliseconds = ISO8601.milliseconds(ofDuration: text), milliseconds >= 0 else {
                return error(422, "bad-duration", "\"\(text)\" is no ISO 8601 duration.")
            }
            live.withLock { $0.clock.advance(milliseconds: milliseconds) }
        case ("set", .string(let text)):
            guard let instant = ISO8601.instant(text) else {
                return error(422, "bad-instant", "\"\(text)\" is no ISO 8601 instant.")
            }
            live.withLock { $0.clock.set(instant) }
        case ("freeze", .bool(let freeze)): live.withLock { $0.clock.isFrozen = freeze }
        default: return error(422, "bad-body", "Give one of advance, set, freeze; skew is not answered yet.")
        }
        return clock()
    }

    private func happen(_ request: Request) -> Response {
        guard MediaType(request.fields["content-type"] ?? "")?.essence == "application/json" else {
            return error(400, "not-json", "The body needs Content-Type: application/json.")
        }
        guard let json = try? JSONReader.read(request.body), json.members != nil else {
            return error(400, "bad-body", "Give an object with event and what it is about.")
        }
        do throws(Event.Impossible) {
            let event = try Event(json)
            try live.withLock { live throws(Event.Impossible) in try live.deployment.happen(event) }
            return self.json(200, .object([.init("event", .string(event.kind.rawValue))]))
        } catch {
            let hint = error.suggestion.map { " Did you mean \"\($0)\"?" } ?? ""
            return self.error(422, "impossible-event", "\(error.message).\(hint)")
        }
    }

    private func json(_ status: Int, _ json: JSON) -> Response {
        Response(
            status: status,
            fields: [.init("Content-Type", "application/json;charset=utf-8"), .init("Cache-Control", "no-store")],
            body: JSONWriter.json(json))
    }

    private func error(_ status: Int, _ code: String, _ message: String) -> Response {
        json(
            status,
            .object([
                .init("error", .object([.init("code", .string(code)), .init("message", .string(message))]))
            ]))
    }
}
