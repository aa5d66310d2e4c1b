// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats

@testable import MockPortal

/// Exchanges that never happened.
enum ExchangeFixture {
    static let rule = Rule("token.example", "It is an example.", advice: "None.", evidence: .inferred("a test"))

    /// `fields`: a form's type and a Host stand there by themselves.
    static func exchange(
        _ method: String, _ target: String, form: String = "", fields: [(String, String)] = [],
        status: Int = 200, answer: String = "{}", door: Door? = nil, user: String? = nil, verdict: [Verdict] = [],
        isSecure: Bool = false, connection: UInt64 = 1, at: Int64 = 1_453_829_340_000
    ) -> Exchange {
        var list = fields.map { Response.Field($0.0, $0.1) }
        if !list.contains(where: { $0.name == "Host" }) { list.insert(.init("Host", "127.0.0.1:7443"), at: 0) }
        if !form.isEmpty, !list.contains(where: { $0.name == "Content-Type" }) {
            list.append(.init("Content-Type", "application/x-www-form-urlencoded"))
        }
        let request = Request(
            method: method, target: Target(target), fields: Fields(list), body: Array(form.utf8))
        let tls = Connection.TLSFacts(version: "TLSv1.3", serverName: nil, clientCertificate: nil)
        let connection = Connection(
            id: connection, peerAddress: "127.0.0.1", peerPort: 1, localPort: 7443, tls: isSecure ? tls : nil)
        var exchange = Exchange(
            number: 0, at: Instant(milliseconds: at), connection: connection, received: .request(request), door: door,
            user: user)
        exchange.response = Response(
            status: status, fields: [.init("Content-Type", "application/json")], body: Array(answer.utf8))
        exchange.verdict = verdict
        return exchange
    }

    static func journal(_ exchanges: [Exchange], capacity: Int = 10_000) -> Journal {
        var journal = Journal(capacity: capacity)
        for exchange in exchanges { _ = journal.note(exchange) }
        return journal
    }
}
