// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// A call of a control endpoint, checked against its row of the table.
struct ControlCall: Sendable {
    let instance: Instance
    let request: Request
    /// The values of the path's placeholders.
    let names: [String: String]
    private let query: [String: String]
    /// The body as received and as parsed; empty if the endpoint takes none.
    let bytes: [UInt8]
    let body: JSON
    /// The last event that a client had which lost its connection.
    let lastEvent: Int?
    /// A Boolean value that indicates whether the caller may change the deployment and see its secrets.
    let isFull: Bool
    /// A Boolean value that indicates whether the request came over TLS.
    let isSecure: Bool

    /// The file name that findings give the request.
    static let file = "(request)"
    /// The largest body, in bytes.
    static let limit = 16 << 20

    init(
        _ request: Request, to endpoint: Endpoint, _ names: [String: String], _ instance: Instance, isFull: Bool,
        isSecure: Bool
    ) throws(ControlFailure) {
        (self.isFull, self.isSecure) = (isFull, isSecure)
        (self.instance, self.request) = (instance, request)
        self.names = names
        lastEvent = request.fields["last-event-id"].flatMap { Int($0) }
        query = try ControlCall.query(request, endpoint)
        guard let kind = endpoint.body else {
            (bytes, body) = ([], .null)
            return
        }
        bytes = request.body
        body = try ControlCall.body(request, kind, isScenario: endpoint.takesScenario)
    }

    var state: Lock<InstanceState> { instance.state }

    /// Changes what is served and records the change in the journal.
    func edit<Made, Failure: Error>(
        _ kind: ControlEdit.Kind,
        _ change: (inout InstanceState) throws(Failure) -> (made: Made, text: String?)
    ) throws(Failure) -> Made { try instance.edit(kind, change) }

    func text(_ name: String) -> String? { query[name] }
    func number(_ name: String) -> Int? { query[name].flatMap { Int($0) } }
    func isTrue(_ name: String) -> Bool { query[name] == "true" }

    private static func query(_ request: Request, _ endpoint: Endpoint) throws(ControlFailure) -> [String: String] {
        var found: [String: String] = [:]
        for (name, value) in Form.parse(request.target.query ?? "") {
            guard let key = endpoint.query.first(where: { $0.name == name }) else {
                let near = Suggestion.nearest(to: name, among: endpoint.query.map(\.name))
                let hint = near.map { "; did you mean \"\($0)\"?" } ?? "."
                throw ControlFailure(400, "bad-parameter", "There is no parameter \"\(name)\" here\(hint)")
            }
            if let finding = key.kind.findings(node(value, key.kind), "\"\(name)\"").first {
                let hint = finding.suggestion.map { "; did you mean \"\($0)\"?" } ?? "."
                throw ControlFailure(400, "bad-parameter", finding.message + hint)
            }
            found[name] = value
        }
        return found
    }

    /// Returns a parameter as the value that its table requires.
    private static func node(_ text: String, _ kind: Keys.Kind) -> Node {
        let value: Node.Value
        switch kind {
        case .integer where Int(text) != nil: value = .number(text)
        case .boolean where text == "true" || text == "false": value = .bool(text == "true")
        default: value = .string(text)
        }
        return Node(value, file: file, position: Position(line: 1, column: 1))
    }

    private static func body(
        _ request: Request, _ kind: Keys.Kind, isScenario: Bool
    ) throws(ControlFailure) -> JSON {
        // A page of another origin cannot send this type without a preflight request, which is not answered.
        let type = MediaType(request.fields["content-type"] ?? "")?.essence
        guard type == "application/json" || type == "application/json5" else {
            throw ControlFailure(400, "not-json", "The body needs Content-Type: application/json.")
        }
        guard request.body.count <= limit else {
            throw ControlFailure(413, "too-large", "The body is larger than \(limit >> 20) MiB.")
        }
        if isScenario { return (try? JSONReader.read(json5: request.body)) ?? .null }
        let (root, findings) = kind.read(request.body, file: file, what: "the body")
        guard let root else { throw ControlFailure(body: findings) }
        return root.json
    }
}
