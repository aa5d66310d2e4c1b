// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Replication

/// A record of the log that replicas of a deployment share: what every one of them does in the same order.
enum ReplicaRecord: Sendable {
    /// A replica is there. When its own comes back, it has caught up.
    case hello
    /// Nothing; when it comes back, everything before it has.
    case mark
    /// A request that changed nothing, as one replica has answered it.
    ///
    /// It holds if nothing was changed since the change with the number `base`; `nil`: it holds in any case.
    case answered(Exchange, SideNotes, base: UInt64?)
    /// A request that changes something, to be answered by all; not after `deadline`, in milliseconds by the engine.
    case call(Request, Connection, [Errand: Errand.Reply], deadline: Int64)
    /// A request to a control endpoint that changes something.
    case control(Request, isSecure: Bool, deadline: Int64)
    /// What a worker has made of a request whose record had the number `of` among those of this replica.
    case finished(of: UInt64, Response, user: String?, Exchange.Judgment)
    /// What came of a payload of a webhook.
    case delivered(era: Int, portal: Int, number: Int, Errand.Reply)
    /// A connection came to a stage where faults strike before there is a request; what is noted if one did.
    case met(Fault.Stage, at: Instant, Exchange?)
    /// A connection with a handshake under way has ended.
    case closed(UInt64)
    /// A snapshot with this number is to be made, counted from 0.
    case snapshot(Int)
    /// One is kept: its place in the log, and the bytes of the log up to there.
    case kept(position: String, bytes: Int)
    /// A replica serves the deployment beside it that has this number.
    case serves(Int)

    var bytes: [UInt8] {
        var writer = RecordWriter()
        switch self {
        case .hello: writer.put(UInt64(0))
        case .mark: writer.put(UInt64(1))
        case .answered(let exchange, let notes, let base):
            writer.put(UInt64(2))
            writer.put(base) { $0.put($1) }
            writer.put(exchange)
            notes.write(to: &writer)
        case .call(let request, let connection, let errands, let deadline):
            writer.put(UInt64(3))
            writer.put(deadline)
            writer.put(request)
            writer.put(connection)
            writer.put(errands)
        case .control(let request, let isSecure, let deadline):
            writer.put(UInt64(4))
            writer.put(deadline)
            writer.put(isSecure)
            writer.put(request)
        case .finished(let number, let response, let user, let judgment):
            writer.put(UInt64(5))
            writer.put(number)
            writer.put(response)
            writer.put(user)
            writer.put(judgment.verdict)
            writer.put(judgment.micros)
        case .delivered(let era, let portal, let number, let reply):
            writer.put(UInt64(6))
            writer.put(era)
            writer.put(portal)
            writer.put(number)
            writer.put(reply)
        case .met(let stage, let at, let exchange):
            writer.put(UInt64(7))
            writer.put(stage == .handshake)
            writer.put(at.milliseconds)
            writer.put(exchange) { $0.put($1) }
        case .closed(let connection):
            writer.put(UInt64(8))
            writer.put(connection)
        case .snapshot(let number):
            writer.put(UInt64(9))
            writer.put(number)
        case .kept(let position, let bytes):
            writer.put(UInt64(10))
            writer.put(position)
            writer.put(bytes)
        case .serves(let number):
            writer.put(UInt64(11))
            writer.put(number)
        }
        return writer.bytes
    }

    init(_ bytes: [UInt8]) throws {
        var reader = RecordReader(bytes)
        switch try reader.number() {
        case 0: self = .hello
        case 1: self = .mark
        case 2:
            let base = try reader.optional { reader throws(RecordReader.Broken) in try reader.number() }
            self = .answered(try reader.exchange(), try SideNotes(from: &reader), base: base)
        case 3:
            let deadline = try reader.signed()
            self = .call(try reader.request(), try reader.connection(), try reader.errands(), deadline: deadline)
        case 4:
            let (deadline, isSecure) = (try reader.signed(), try reader.flag())
            self = .control(try reader.request(), isSecure: isSecure, deadline: deadline)
        case 5:
            self = .finished(
                of: try reader.number(), try reader.response(), user: try reader.optionalText(),
                Exchange.Judgment(verdict: try reader.verdicts(), micros: try reader.integer()))
        case 6:
            self = .delivered(
                era: try reader.integer(), portal: try reader.integer(), number: try reader.integer(),
                try reader.reply())
        case 7:
            let stage = try reader.flag() ? Fault.Stage.handshake : .accept
            let at = Instant(milliseconds: try reader.signed())
            let exchange = try reader.optional { reader throws(RecordReader.Broken) in try reader.exchange() }
            self = .met(stage, at: at, exchange)
        case 8: self = .closed(try reader.number())
        case 9: self = .snapshot(try reader.integer())
        case 11: self = .serves(try reader.integer())
        case 10: self = .kept(position: try reader.text(), bytes: try reader.integer())
        case let kind: throw EngineFailure(.lost, "there is no record of kind \(kind)")
        }
    }
}

extension Exchange {
    /// What is known of an exchange once its answer is made.
    struct Judgment: Sendable {
        var verdict: [Verdict]
        var micros: Int
    }
}
