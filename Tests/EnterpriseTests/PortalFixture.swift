// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing

/// Scenario files in memory, and the built-ins.
struct MemoryFiles: ScenarioFiles {
    var files: [String: String]
    private let builtIns = EmbeddedScenarios()

    init(_ files: [String: String]) {
        self.files = files
    }

    func read(_ path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } ?? builtIns.read(path) }
    func resolve(_ name: String, from file: String) -> String { builtIns.resolve(name, from: file) }
    func builtIn(_ name: String) -> String? { builtIns.builtIn(name) }
    func names(beside path: String) -> [String] {
        if path.hasPrefix(EmbeddedScenarios.prefix) { return builtIns.names(beside: path) }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return files.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
    }
    var builtInNames: [String] { builtIns.builtInNames }
}

/// A deployment that is asked directly: no socket, no clock of its own.
struct PortalFixture {
    struct Heard {
        /// A Boolean value that indicates whether a worker may make it while others are answered.
        var wasMadeAside = false
        var status: Int
        var body: String
        var bytes: [UInt8] = []
        var fields: [Response.Field]
        var verdict: [Verdict]
        var user: String?

        subscript(name: String) -> String? { fields.first { ASCII.equal($0.name, name) }?.value }
        /// The first rule.
        var rule: String? { verdict.first?.rule.id }
        var json: JSON? { try? JSONReader.read(Array(body.utf8)) }
        var token: String { json?["token"]?.text ?? "" }
    }

    struct Broken: Error, CustomStringConvertible {
        var description: String
    }

    var deployment: Deployment
    var faults: FaultBook
    var now = Instant(milliseconds: 1_453_829_340_000)
    var peer = "127.0.0.1"
    /// The client certificate that requests over HTTPS show, in DER.
    var certificate: [UInt8]?
    /// What other servers answer to a portal.
    var elsewhere: @Sendable (Errand) -> Errand.Reply = { errand in
        if case .key(let size) = errand { Errand.makeKey(size) } else { .failure("nothing answers") }
    }
    /// The connection's id.
    var connection: UInt64 = 1
    /// Ports that servers of the scenario have for themselves.
    private var ports: Set<UInt16> = []

    /// `scenario`: JSON5. `files`: what lies beside it.
    init(_ scenario: String, seed: UInt64 = 1, files: [String: String] = [:]) throws {
        let files = MemoryFiles(files.merging(["test.json5": scenario]) { $1 })
        let (loaded, findings) = ScenarioLoader.load("test.json5", files: files)
        guard let loaded else { throw Broken(description: findings.map(\.description).joined(separator: "\n")) }
        deployment = Deployment.grow(loaded, seed: seed)
        faults = FaultBook(loaded.faults, seed: seed)
        deployment.bindShared(http: 80, https: 443)
        for (index, server) in loaded.servers.enumerated() where server.httpPort != nil || server.httpsPort != nil {
            let (http, https) = (UInt16(server.httpPort ?? 0), UInt16(server.httpsPort ?? 0))
            deployment.bind(server: index, http: http, https: https)
            ports.formUnion([http, https])
        }
    }

    /// A portal and a federated server of that version, with users of every kind.
    static func federated(
        _ version: String = "10.3.1", _ seed: UInt64 = 1, server: String? = nil, quirks: String = "", more: String = ""
    ) throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: { version: "\(version)", allSSL: true, logins: { builtIn: true, saml: { name: "ADFS" } },
                users: [ { username: "anna", password: "pw", role: "org_admin" },
                         { username: "bert", password: "pw", role: "org_user" },
                         { username: "gone", password: "pw", disabled: true },
                         { username: "dirk@CONTOSO", password: "pw", provider: "enterprise" } ],
                groups: [ { id: "g1", members: ["anna"] } ],
                apps: [{ clientId: "app", clientSecret: "secret", redirectUris: [] }] },
              servers: [{ name: "gis", version: "\(server ?? version)", federated: true,
                siteAdmin: { username: "psa", password: "psa" },
                services: [ \(services),
                  { name: "Team", type: "MapServer", access: { groups: ["g1"] }, layers: [] } ] }],
              quirks: { \(quirks) } \(more) }
            """, seed: seed)
    }

    /// A server of that version with users of its own.
    static func standalone(_ version: String = "10.5.1", quirks: String = "") throws -> PortalFixture {
        try PortalFixture(
            """
            { portal: null, servers: [{ name: "gis", version: "\(version)",
                siteAdmin: { username: "psa", password: "psa" },
                users: [{ username: "uwe", password: "pw" }], services: [ \(services) ] }],
              quirks: { \(quirks) } }
            """)
    }

    private static let services: String = {
        let layers = "layers: [{ id: 0, name: \"Airports\", source: \"builtin:data/airports.geojson\" }]"
        return """
            { name: "Airports", type: "MapServer", featureServer: true, access: "org", \(layers) },
            { name: "Open", type: "MapServer", access: "public", \(layers) },
            { name: "Folder/Mine", type: "MapServer", access: "private", \(layers) },
            { name: "Stopped", type: "MapServer", access: "public", state: "stopped", \(layers) }
            """
    }()

    /// Asks, and lets slow work finish. `form`: a urlencoded body; then the method is POST unless given.
    @discardableResult
    mutating func ask(
        _ target: String, method: String? = nil, form: [(String, String)]? = nil, fields: [(String, String)] = [],
        body: [UInt8]? = nil, secure: Bool = true
    ) -> Heard {
        var fields = fields.map { Response.Field($0.0, $0.1) }
        if !fields.contains(where: { ASCII.equal($0.name, "host") }) { fields.append(.init("Host", "h.example")) }
        var bytes = body ?? []
        if let form {
            fields.append(.init("Content-Type", "application/x-www-form-urlencoded"))
            bytes = Array(Form.encode(form).utf8)
        }
        let request = Request(
            method: method ?? (form == nil && body == nil ? "GET" : "POST"), target: Target(target),
            fields: Fields(fields), body: bytes)
        let tls = Connection.TLSFacts(version: "TLSv1.3", serverName: nil, clientCertificate: certificate)
        let connection = Connection(
            id: self.connection, peerAddress: peer, peerPort: 5000, localPort: port(fields) ?? (secure ? 443 : 80),
            tls: secure ? tls : nil)
        var call = Call(request: request, now: now, connection: connection)
        var (answer, _) = faults.answer(call, &deployment)
        while let errand = answer.errand {
            call.errands[errand] = elsewhere(errand)
            answer = deployment.answer(call)
        }
        var wasMadeAside = false
        if case .deferred = answer.sent { wasMadeAside = true }
        let sent = answer.sent.get()
        var heard = Heard(
            status: sent.response.status, body: String(decoding: sent.response.body, as: UTF8.self),
            bytes: sent.response.body, fields: sent.response.fields, verdict: sent.verdict, user: answer.user)
        heard.wasMadeAside = wasMadeAside
        // Whatever a test is about: no coded error leaves without a because.
        let code = heard.json?["error"]?["code"]?.integer ?? heard.json?["code"]?.integer ?? heard.status
        if code >= 400 || heard.json?["status"]?.text == "error", heard.verdict.isEmpty {
            Issue.record("\(method ?? "") \(target): \(heard.body) has no because")
        }
        return heard
    }

    /// The port of the Host field, if a server has it for itself.
    private func port(_ fields: [Response.Field]) -> UInt16? {
        let host = fields.first { ASCII.equal($0.name, "host") }?.value.split(separator: ":")
        return host?.last.flatMap { UInt16($0) }.flatMap { ports.contains($0) ? $0 : nil }
    }

    /// A portal token for a user, asked with these parameters besides.
    mutating func token(
        _ user: String = "bert", _ more: [(String, String)] = [("referer", "https://app.example")]
    ) -> String {
        ask(
            "/portal/sharing/rest/generateToken",
            form: [("username", user), ("password", "pw"), ("f", "json")] + more
        ).token
    }

    /// An app's token.
    mutating func appToken() -> String {
        let form = [
            ("client_id", "app"), ("client_secret", "secret"), ("grant_type", "client_credentials"), ("f", "json"),
        ]
        return ask("/portal/sharing/rest/oauth2/token", form: form).json?["access_token"]?.text ?? ""
    }
}
