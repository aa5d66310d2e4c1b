// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// How requests, answers and what the journal keeps of them are read from the log of replicas.
extension RecordReader {
    mutating func request() throws(Broken) -> Request {
        Request(
            method: try text(), target: Target(try text()), minorVersion: try integer(), fields: Fields(try fields()),
            body: try blob())
    }

    mutating func fields() throws(Broken) -> [Response.Field] {
        try list { reader throws(Broken) in Response.Field(try reader.text(), try reader.text()) }
    }

    mutating func response() throws(Broken) -> Response {
        Response(status: try integer(), fields: try fields(), body: try blob())
    }

    mutating func connection() throws(Broken) -> Connection {
        Connection(
            id: try number(), peerAddress: try text(), peerPort: UInt16(truncatingIfNeeded: try number()),
            localPort: UInt16(truncatingIfNeeded: try number()),
            tls: try optional { reader throws(Broken) in
                Connection.TLSFacts(
                    version: try reader.text(), serverName: try reader.optionalText(),
                    clientCertificate: try reader.optional { reader throws(Broken) in try reader.blob() })
            })
    }

    mutating func verdicts() throws(Broken) -> [Verdict] {
        try list { reader throws(Broken) -> Verdict in
            let id = try reader.text()
            let facts = try reader.list { reader throws(Broken) in
                Verdict.Fact(try reader.text(), try reader.text())
            }
            let wouldPass = try reader.text()
            let evidence = Evidence(Confidence(rawValue: try reader.text()) ?? .inferred, try reader.text())
            let rule = Self.rules[id] ?? Rule(id, id, advice: "", evidence: evidence)
            return Verdict(rule, facts: facts, wouldPass: wouldPass, evidence: evidence)
        }
    }

    private static let rules = Dictionary(Explanation.rules.map { ($0.id, $0) }) { first, _ in first }

    mutating func exchange() throws(Broken) -> Exchange {
        let at = Instant(milliseconds: try signed())
        let connection = try self.connection()
        let received: Exchange.Received
        switch try number() {
        case 0: received = .request(try request())
        case 1:
            received = .unreadable(
                ReadFailure(
                    status: try integer(), reason: try text(), raw: try blob(),
                    target: try optionalText().map { Target($0) }))
        default: received = .handshake(try text())
        }
        return Exchange(
            number: 0, at: at, connection: connection, received: received,
            door: try optionalText().flatMap { Door(rawValue: $0) }, user: try optionalText(),
            response: try optional { reader throws(Broken) in try reader.response() }, verdict: try verdicts(),
            fault: try optionalText(), micros: try integer())
    }

    mutating func errands() throws(Broken) -> [Errand: Errand.Reply] {
        var errands: [Errand: Errand.Reply] = [:]
        for (errand, reply) in try list({ reader throws(Broken) in (try reader.errand(), try reader.reply()) }) {
            errands[errand] = reply
        }
        return errands
    }

    private mutating func errand() throws(Broken) -> Errand {
        switch try number() {
        case 0:
            return .request(
                BackRequest(
                    method: try text(), url: try text(), fields: try fields(), body: try blob(),
                    trust: try optionalText()))
        case 1: return .ticket(KerberosTicket(token: try blob(), keytab: try blob()))
        default: return .key(try integer())
        }
    }

    mutating func reply() throws(Broken) -> Errand.Reply {
        switch try number() {
        case 0: return .answer(status: try integer(), body: try blob())
        case 1: return .identity(KerberosIdentity(principal: try text(), service: try text(), answer: try blob()))
        case 2:
            let (number, words) = (try integer(), try text())
            let causes = KerberosFailure.Cause.allCases
            return .refusal(KerberosFailure(causes.indices.contains(number) ? causes[number] : .unreadable, words))
        case 4: return .key(try text())
        default: return .failure(try text())
        }
    }
}
