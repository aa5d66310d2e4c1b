// SPDX-License-Identifier: Apache-2.0

package import Enterprise
package import Facts
package import Formats
import Synchronization
import Trust

extension FuzzTarget {
    /// What a deployment is asked, without sockets.
    public static let asked: [FuzzTarget] = [
        FuzzTarget(
            "where",
            words: [
                " AND ", " OR ", "NOT ", "IATA", "NAME", "OBJECTID", " LIKE '%a%' ESCAPE '\\'", " IN (1,2)", " IS NULL",
                "BETWEEN ",
                "CASE WHEN ", " THEN ", " END", "CAST(", " AS INT)", "UPPER(", "EXTRACT(YEAR FROM ",
                "DATE '2020-01-01'",
                "TIMESTAMP '2020-01-01 00:00:00'", "CURRENT_TIMESTAMP", "INTERVAL '1' DAY", "||", "N'x'", "<>", "''",
            ]
        ) { bytes in
            ask(query, [("where", text(bytes)), ("outFields", "*"), ("f", "json")])
        },
        FuzzTarget(
            "query",
            words: [
                "where=1=1", "outFields=*",
                "outStatistics=[{\"statisticType\":\"avg\",\"onStatisticField\":\"ELEVATION\"}]",
                "groupByFieldsForStatistics=", "orderByFields=NAME DESC", "returnDistinctValues=true", "having=",
                "resultOffset=",
                "f=pbf", "f=geojson", "quantizationParameters={", "returnIdsOnly=true", "objectIds=1,2", "outSR=3857",
                "time=1,2",
            ]
        ) { bytes in
            ask(query, Form.parse(bytes).map { ($0.name, $0.value) })
        },
        FuzzTarget(
            "geometry",
            words: [
                "{\"rings\":[[[0,0],[0,1],[1,1],[0,0]]]}", "{\"paths\":", "\"points\":", "\"curveRings\":", "\"xmin\":",
                "{\"x\":1,\"y\":2}",
                "\"spatialReference\":{\"wkid\":4326}", "\"hasZ\":true", "NaN", "1e308", "null", "\"wkt\":\"GEOGCS[",
            ]
        ) { bytes in
            let kinds = ["Point", "Envelope", "Polygon", "Polyline", "Multipoint"]
            let kind = "esriGeometry\(kinds[Int(bytes.first ?? 0) % kinds.count])"
            let shape = text(Array(bytes.dropFirst()))
            ask(
                query,
                [
                    ("geometry", shape), ("geometryType", kind), ("inSR", "4326"), ("returnCountOnly", "true"),
                    ("f", "json"),
                ])
            let geometries = "{\"geometryType\":\"\(kind)\",\"geometries\":[\(shape)]}"
            for (operation, more) in [
                ("simplify", []), ("project", [("outSR", "3857")]),
                ("buffer", [("distances", "10"), ("unit", "9001")]),
            ] as [(String, [(String, String)])] {
                ask(
                    "/arcgis/rest/services/Utilities/Geometry/GeometryServer/\(operation)",
                    [("geometries", geometries), ("sr", "4326"), ("inSR", "4326"), ("f", "json")] + more)
            }
        },
        FuzzTarget(
            "edits",
            words: [
                "[{\"attributes\":{", "\"geometry\":", "\"OBJECTID\":1", "\"globalId\":\"{", "null", "true", "1e400",
            ]
        ) {
            bytes in
            let layer = "/arcgis/rest/services/Editable/FeatureServer/0"
            ask("\(layer)/applyEdits", [("adds", text(bytes)), ("f", "json")])
            ask("\(layer)/updateFeatures", [("features", text(bytes)), ("rollbackOnFailure", "false"), ("f", "json")])
            ask("\(layer)/calculate", [("where", "1=1"), ("calcExpression", text(bytes)), ("f", "json")])
        },
        FuzzTarget("tokens", words: ["..", "_", "=", "%2B"]) { bytes in
            let text = text(bytes)
            for path in [
                "/arcgis/rest/services/Airports/MapServer", "/portal/sharing/rest/community/self",
                "/arcgis/admin/services",
            ] {
                let body = ask(path, [("token", text), ("f", "json")])
                precondition(!body.contains("\"layers\""), "a token that nobody issued opens a layer")
            }
            if let decoded = EsriAlphabet.decode(text) {
                precondition(EsriAlphabet.encode(decoded) == text, "the letters of a token are read as others")
            }
        },
        FuzzTarget(
            "search",
            words: [
                "title:", " AND ", " OR ", " NOT ", "tags:\"", "[1 TO 2]", "*", "~", "owner:", "type:\"Web Map\"", "(",
            ]
        ) {
            bytes in
            ask("/portal/sharing/rest/search", [("q", text(bytes)), ("f", "json")])
        },
        FuzzTarget(
            "saml", words: ["<samlp:Response", "<saml:Assertion", "<ds:Signature", "xmlns:samlp=", "ID=\"a\"", "</"]
        ) { bytes in
            ask(
                "/portal/sharing/rest/oauth2/saml/signin",
                [("SAMLResponse", Base64.encode(bytes)), ("RelayState", "x")])
        },
        FuzzTarget(
            "request",
            words: [
                "GET /arcgis/rest/", "GET /portal/sharing/rest/", "POST ", " HTTP/1.1\r\nHost: a\r\n\r\n", "?f=json",
                "&callback=",
            ]
        ) {
            bytes in
            var reader = RequestReader()
            reader.receive(withToken(bytes)[...])
            guard case .request(let request) = reader.next() else { return }
            answer(request)
        },
    ]

    /// The bytes with an administrator's token in the place of each `{token}`.
    private static func withToken(_ bytes: [UInt8]) -> [UInt8] {
        bytes.contains(UInt8(ascii: "{")) ? bytes.replacing(Array("{token}".utf8), with: Array(token.utf8)) : bytes
    }

    private static let token: String = {
        let form = [("username", "portadmin"), ("password", "portadmin"), ("client", "requestip"), ("f", "json")]
        let body = ask("/portal/sharing/rest/generateToken", form)
        return (try? JSONReader.read(Array(body.utf8)))?["token"]?.text ?? ""
    }()

    private static let query = "/arcgis/rest/services/PublicAirports/FeatureServer/0/query"

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The answer's body, as text.
    @discardableResult
    private static func ask(_ path: String, _ form: [(String, String)]) -> String { answer(post(path, form)) }

    /// A request with a form.
    package static func post(_ path: String, _ form: [(String, String)]) -> Request {
        let fields = Fields([.init("Host", "h.example"), .init("Content-Type", "application/x-www-form-urlencoded")])
        return Request(method: "POST", target: Target(path), fields: fields, body: Array(Form.encode(form).utf8))
    }

    @discardableResult
    private static func answer(_ request: Request) -> String {
        // A copy is asked, so that every input meets the same deployment.
        var deployment = deployment
        return String(decoding: answer(request, of: &deployment, at: now).body, as: UTF8.self)
    }

    /// Asks a deployment, which keeps what comes of it. The program ends if the answer breaks a promise.
    package static func answer(_ request: Request, of deployment: inout Deployment, at now: Instant) -> Response {
        let connection = Connection(id: 1, peerAddress: "127.0.0.1", peerPort: 5000, localPort: 80, tls: nil)
        var call = Call(request: request, now: now, connection: connection)
        var answer = deployment.answer(call)
        for _ in 0..<10 {
            guard let errand = answer.errand else { break }
            call.errands[errand] =
                if case .key = errand { .key(key) } else { .failure("nothing answers") }
            answer = deployment.answer(call)
        }
        count.add(1, ordering: .relaxed)
        let response = answer.sent.get().response
        precondition(response.status >= 100 && response.status < 600, "no status of HTTP")
        if isOurJSON(response, request) {
            precondition((try? JSONReader.read(response.body)) != nil, "an answer of JSON that is none")
        }
        return response
    }

    /// Returns whether an answer should be JSON: it begins as JSON and is not what somebody sent and gets back.
    private static func isOurJSON(_ response: Response, _ request: Request) -> Bool {
        guard response.status == 200, response.body.first == UInt8(ascii: "{"),
            let type = response.fields.first(where: { $0.name == "Content-Type" })?.value,
            type.hasPrefix("application/json") || type.hasPrefix("text/plain")
        else { return false }
        return !["data", "resources", "attachments", "info", "uploads"].contains {
            request.target.segments.contains($0)
        }
    }

    /// The key of all certificates that somebody has made.
    private static let key = (try? StoredCertificate.newKey(2048)) ?? ""

    /// When the first request comes.
    package static let now = Instant(milliseconds: 1_453_829_340_000)

    /// The site of the beginning, and a layer that may be edited.
    private static let deployment: Deployment = {
        let files = FuzzFiles(
            """
            { extends: "start/federated", servers: [{ name: "gis", services: [
              { name: "Editable", type: "MapServer", access: "public",
                featureServer: { capabilities: "Create,Delete,Query,Update,Editing" },
                layers: [{ id: 0, name: "Airports", source: "builtin:data/airports.geojson" }] } ] }] }
            """)
        let (scenario, findings) = ScenarioLoader.load(FuzzFiles.name, files: files)
        guard let scenario else { preconditionFailure(findings.map(\.description).joined(separator: "\n")) }
        var deployment = Deployment.grow(scenario, seed: 1)
        deployment.bindShared(http: 80, https: 443)
        return deployment
    }()
}
