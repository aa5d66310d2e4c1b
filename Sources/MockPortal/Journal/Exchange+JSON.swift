// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
package import Formats

extension Exchange {
    /// As `/_mock/requests` and the JSON log give it: docs/contracts.md#control-over-http, E.
    package func json(secrets: Bool) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .int(number)), .init("at", .number(String(at.milliseconds))),
            .init("connection", .number(String(connection.id))),
            .init("tls", connection.tls.map { .string($0.version) } ?? .null),
        ]
        switch received {
        case .request(let request):
            let headers = request.fields.list.map { header($0.name, $0.value, secrets) }
            let target = secrets ? request.target.raw : Redaction.hidden(target: request.target.raw)
            members += [
                .init("method", .string(request.method)), .init("target", .string(target)),
                .init("headers", .array(headers)), body(request.body, request.fields["content-type"] ?? "", secrets),
            ]
        case .unreadable(let failure):
            members += [
                .init("method", .null), .init("target", .null), .init("headers", .array([])),
                .init("bodyBase64", .string(Base64.encode(failure.raw))), .init("unreadable", .string(failure.reason)),
            ]
        case .handshake(let reason):
            members += [
                .init("method", .null), .init("target", .null), .init("headers", .array([])), .init("body", .null),
                .init("unreadable", .string(reason)),
            ]
        }
        members += [
            .init("door", door.map { .string($0.rawValue) } ?? .null), .init("user", user.map(JSON.string) ?? .null),
            .init("response", response.map { self.json($0, secrets) } ?? .null),
            .init("because", verdict.first.map(Exchange.json) ?? .null),
            .init("fault", fault.map(JSON.string) ?? .null),
            .init("micros", .int(micros)),
        ]
        return .object(members)
    }

    private func json(_ response: Response, _ secrets: Bool) -> JSON {
        let type = response.fields.first { ASCII.equal($0.name, "content-type") }?.value ?? ""
        return .object([
            .init("status", .int(response.status)),
            .init("headers", .array(response.fields.map { header($0.name, $0.value, secrets) })),
            body(response.body, type, secrets),
        ])
    }

    private func header(_ name: String, _ value: String, _ secrets: Bool) -> JSON {
        .array([.string(name), .string(secrets ? value : Redaction.hidden(header: name, value))])
    }

    private func body(_ bytes: [UInt8], _ type: String, _ secrets: Bool) -> JSON.Member {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return .init("bodyBase64", .string(Base64.encode(bytes)))
        }
        return .init(
            "body",
            .string(secrets ? String(decoding: bytes, as: UTF8.self) : Redaction.hidden(body: bytes, type: type)))
    }

    static func json(_ verdict: Verdict) -> JSON {
        .object([
            .init("rule", .string(verdict.rule.id)),
            .init("facts", .object(verdict.facts.map { JSON.Member($0.name, .string($0.value)) })),
            .init("wouldPass", .string(verdict.wouldPass)),
            .init(
                "evidence",
                .object([
                    .init("source", .string(verdict.evidence.source)),
                    .init("confidence", .string(verdict.evidence.confidence.rawValue)),
                ])),
        ])
    }
}
