// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats

extension Exchange {
    /// What a list shows of it, without bodies and without secrets.
    var summary: JSON {
        let target = request.map { Redaction.hidden(target: $0.target.raw) }
        let told = verdict.first
        return .object([
            .init("id", .int(number)), .init("at", .number(String(at.milliseconds))),
            .init("connection", .number(String(connection.id))), .init("tls", .bool(isSecure)),
            .init("method", method.map(JSON.string) ?? .null), .init("target", target.map(JSON.string) ?? .null),
            .init("unreadable", unreadable.map(JSON.string) ?? .null),
            .init("door", door.map { .string($0.rawValue) } ?? .null), .init("user", user.map(JSON.string) ?? .null),
            .init("status", status.map(JSON.int) ?? .null), .init("error", errorCode.map(JSON.int) ?? .null),
            .init("bytes", .int(responseBody.count)),
            .init("rules", .array(verdict.map { .string($0.rule.id) })),
            .init("because", told.map { .string($0.rule.summary) } ?? .null),
            .init("fault", fault.map(JSON.string) ?? .null), .init("micros", .int(micros)),
        ])
    }
}
