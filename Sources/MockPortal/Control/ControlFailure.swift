// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

/// Why a control endpoint does not do what it was asked: `{"error":{"code","message"}}`,
/// docs/contracts.md#control-over-http.
struct ControlFailure: Error, Sendable {
    var status: Int
    /// The error code in kebab-case.
    var code: String
    var message: String
    /// The findings about a body, in addition to the error.
    var findings: [Finding]?
    var fields: [Response.Field] = []

    init(_ status: Int, _ code: String, _ message: String) {
        self.status = status
        self.code = code
        self.message = message
    }

    /// A scenario with errors: docs/contracts.md#control-over-http, `PUT scenario`.
    init(scenario findings: [Finding]) {
        self.init(422, "bad-scenario", findings.map(\.description).joined(separator: "\n"))
        self.findings = findings
    }

    /// Creates the failure for a body that does not fit its table.
    init(body findings: [Finding]) {
        self.init(422, "bad-body", findings.map(\.description).joined(separator: "\n"))
        self.findings = findings
    }

    /// The failures of HTTP itself, for any endpoint: status, code and explanation.
    static let unreadable: [(status: Int, code: String, about: String)] = [
        (400, "bad-request", "The bytes are not an HTTP request."),
        (408, "too-slow", "The request was not complete in time."),
        (413, "too-large", "The body is too large."), (414, "target-too-long", "The target is too long."),
        (431, "head-too-long", "The head is too long."),
        (501, "not-implemented", "The transfer coding of the body is not supported."),
        (505, "other-version", "The HTTP version is not 1.0 or 1.1."),
    ]

    /// Creates the failure for bytes that are not a request.
    init(_ failure: ReadFailure) {
        let known = Self.unreadable.first { $0.status == failure.status }
        let reason = failure.reason
        self.init(
            failure.status, known?.code ?? "bad-request", reason.prefix(1).uppercased() + reason.dropFirst() + ".")
    }

    /// Creates the failure for an event that is impossible.
    init(_ impossible: Event.Impossible, _ code: String) {
        let hint = impossible.suggestion.map { "; did you mean \"\($0)\"?" } ?? "."
        self.init(422, code, impossible.message.prefix(1).uppercased() + impossible.message.dropFirst() + hint)
    }

    var response: Response {
        var members: [JSON.Member] = [
            .init("error", .object([.init("code", .string(code)), .init("message", .string(message))]))
        ]
        if let findings { members.append(.init("findings", .array(findings.map(\.json)))) }
        var response = Response(status: status, json: .object(members))
        response.fields += fields
        return response
    }
}

extension Finding {
    /// The JSON in the answers of the control endpoints.
    var json: JSON {
        .object([
            .init("file", .string(file)), .init("line", .int(position.line)), .init("column", .int(position.column)),
            .init("message", .string(message)), .init("suggestion", suggestion.map(JSON.string) ?? .null),
        ])
    }
}

extension Response {
    /// Creates a JSON answer of a control endpoint.
    init(status: Int = 200, json: JSON) {
        self.init(status: status, written: JSONWriter.json(json))
    }

    /// Creates one of JSON that is written.
    init(status: Int = 200, written body: [UInt8]) {
        self.init(
            status: status,
            fields: [.init("Content-Type", "application/json;charset=utf-8"), .init("Cache-Control", "no-store")],
            body: body)
    }
}
