// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Trust

/// How requests, answers and what the journal keeps of them are written into the log of replicas.
extension RecordWriter {
    mutating func put(_ request: Request) {
        put(request.method)
        put(request.target.raw)
        put(request.minorVersion)
        put(request.fields.list)
        put(request.body)
    }

    mutating func put(_ fields: [Response.Field]) {
        put(fields) { writer, field in
            writer.put(field.name)
            writer.put(field.value)
        }
    }

    mutating func put(_ response: Response) {
        put(response.status)
        put(response.fields)
        put(response.body)
    }

    mutating func put(_ connection: Connection) {
        put(connection.id)
        put(connection.peerAddress)
        put(UInt64(connection.peerPort))
        put(UInt64(connection.localPort))
        put(connection.tls) { writer, facts in
            writer.put(facts.version)
            writer.put(facts.serverName)
            writer.put(facts.clientCertificate) { $0.put($1) }
        }
    }

    mutating func put(_ verdicts: [Verdict]) {
        put(verdicts) { writer, verdict in
            writer.put(verdict.rule.id)
            writer.put(verdict.facts) { writer, fact in
                writer.put(fact.name)
                writer.put(fact.value)
            }
            writer.put(verdict.wouldPass)
            writer.put(verdict.evidence.confidence.rawValue)
            writer.put(verdict.evidence.source)
        }
    }

    mutating func put(_ exchange: Exchange) {
        put(exchange.at.milliseconds)
        put(exchange.connection)
        switch exchange.received {
        case .request(let request):
            put(UInt64(0))
            put(request)
        case .unreadable(let failure):
            put(UInt64(1))
            put(failure.status)
            put(failure.reason)
            put(failure.raw)
            put(failure.target?.raw)
        case .handshake(let reason):
            put(UInt64(2))
            put(reason)
        }
        put(exchange.door?.rawValue)
        put(exchange.user)
        put(exchange.response) { $0.put($1) }
        put(exchange.verdict)
        put(exchange.fault)
        put(exchange.micros)
    }

    mutating func put(_ errands: [Errand: Errand.Reply]) {
        // Replicas make every edit in its turn: none that is made aside is among them.
        let told = errands.filter { if case .edit = $0.key { false } else { true } }
        put(Array(told)) { writer, errand in
            switch errand.key {
            case .edit: break
            case .request(let asked):
                writer.put(UInt64(0))
                writer.put(asked.method)
                writer.put(asked.url)
                writer.put(asked.fields)
                writer.put(asked.body)
                writer.put(asked.trust)
            case .key(let size):
                writer.put(UInt64(2))
                writer.put(size)
            case .ticket(let ticket):
                writer.put(UInt64(1))
                writer.put(ticket.token)
                writer.put(ticket.keytab)
            }
            writer.put(errand.value)
        }
    }

    mutating func put(_ reply: Errand.Reply) {
        switch reply {
        case .answer(let status, let body):
            put(UInt64(0))
            put(status)
            put(body)
        case .identity(let identity):
            put(UInt64(1))
            put(identity.principal)
            put(identity.service)
            put(identity.answer)
        case .refusal(let failure):
            put(UInt64(2))
            put(KerberosFailure.Cause.allCases.firstIndex(of: failure.cause) ?? 0)
            put(failure.words)
        case .failure(let reason):
            put(UInt64(3))
            put(reason)
        case .key(let pem):
            put(UInt64(4))
            put(pem)
        }
    }
}
