// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Testing
import Trust

@testable import MockPortal

/// What replicas write for each other, and the clock that they share.
@Suite("Records of replicas")
struct ReplicaRecordTests {
    private static let connection = Connection(
        id: 5, peerAddress: "::1", peerPort: 6, localPort: 7,
        tls: .init(version: "TLSv1.3", serverName: "a.test", clientCertificate: [1, 2]))
    private static let request = Request(
        method: "POST", target: Target("/a?b=c"), fields: Fields([.init("Host", "h"), .init("x-Y", "z")]),
        body: [0, 255])
    private static let ticket = KerberosTicket(token: [1], keytab: [2])
    private static let asked = BackRequest(
        method: "GET", url: "https://a", fields: [.init("A", "b")], body: [3], trust: "pem")

    private static var exchange: Exchange {
        Exchange(
            number: 0, at: Instant(milliseconds: 77), connection: connection, received: .request(request),
            door: Door(rawValue: "service"), user: "anna",
            response: Response(status: 200, fields: [.init("C", "d")], body: [9]),
            verdict: [
                Verdict(
                    Explanation.rules[0], facts: [.init("f", "g")], wouldPass: "w", evidence: .captured("somewhere"))
            ], fault: "f1", micros: 12)
    }

    private static let records: [ReplicaRecord] = [
        .hello, .mark, .answered(exchange, SideNotes(), base: 3), .answered(exchange, SideNotes(), base: nil),
        .call(
            request, connection,
            [.request(asked): .answer(status: 201, body: [4])], deadline: 99),
        .call(
            request, connection,
            [.key(2048): .key("pem")], deadline: -1),
        .call(
            request, connection,
            [.ticket(ticket): .identity(KerberosIdentity(principal: "p", service: "s", answer: [5]))], deadline: -1),
        .control(request, isSecure: true, deadline: 1),
        .finished(
            of: 8, Response(status: 404), user: nil, Exchange.Judgment(verdict: [], micros: 3)),
        .delivered(era: 1, portal: 2, number: 3, .refusal(KerberosFailure(.replay, "again"))),
        .delivered(era: 1, portal: 2, number: 3, .failure("gone")),
        .met(.accept, at: exchange.at, exchange), .met(.handshake, at: exchange.at, nil),
        .closed(4), .snapshot(2), .kept(position: "5-6", bytes: 7), .serves(8),
    ]

    @Test("each is read as it was written", arguments: records.indices)
    func both(_ index: Int) throws {
        let bytes = Self.records[index].bytes
        #expect(try ReplicaRecord(bytes).bytes == bytes)
        for count in 0..<bytes.count {
            #expect(throws: RecordReader.Broken.self) { try ReplicaRecord(Array(bytes[..<count])) }
        }
    }

    @Test("an exchange keeps its rule, its evidence and its fields")
    func verdicts() throws {
        guard case .answered(let read, _, let base) = try ReplicaRecord(Self.records[2].bytes) else {
            Issue.record("another record")
            return
        }
        #expect(base == 3)
        #expect(read.verdict == Self.exchange.verdict)
        #expect(read.request?.fields.list == Self.request.fields.list)
        #expect(read.connection == Self.connection)
        #expect(read.door == Self.exchange.door)
    }

    @Test("a shared clock shows the same wherever it is pinned, and never goes back")
    func clock() {
        var (one, other) = (
            Clock(start: nil, began: 1_000_000, lead: 5), Clock(start: nil, began: 1_000_000, lead: 50_000)
        )
        for moment in [2_000_000, 3_000_000] as [Int64] {
            one.pin(at: moment)
            other.pin(at: moment)
            #expect(one.now == other.now && one.now.milliseconds == moment)
            one.advance(milliseconds: 1000)
            other.advance(milliseconds: 1000)
            one.advance(milliseconds: -1000)
            other.advance(milliseconds: -1000)
            #expect(one.settings == other.settings)
            one.release()
            other.release()
            #expect(one.now.milliseconds >= moment && other.now.milliseconds >= moment)
        }
        one.pin(at: 4_000_000)
        one.isFrozen = true
        let fresh = one.restarted(at: Instant(milliseconds: 5))
        #expect(fresh.now.milliseconds == 5)
        #expect(fresh.settings == [5, 4_000_000, nil])
    }
}
