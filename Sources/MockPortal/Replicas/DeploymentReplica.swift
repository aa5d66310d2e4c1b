// SPDX-License-Identifier: Apache-2.0

import Engine
import Enterprise
import Facts
import Formats
import Replication
import Trust

/// One of several processes that are one deployment, by a log that they share:
/// docs/decisions/0048-one-portal-many-replicas.md.
///
/// Each answers what only reads by itself. What changes something is answered by all, in the order of the log, and
/// the one that was asked sends its answer. Either kind has a record in the log before its answer goes, so that every
/// replica has the same journal, too.
final class DeploymentReplica: Sendable {
    /// A request that awaits its answer.
    struct Asked: Sendable {
        var request: Request
        /// The connection as all replicas see it.
        var connection: Connection
        /// When it came, in nanoseconds of a clock that never goes back.
        var began: Int64
        var errands: [Errand: Errand.Reply] = [:]
        var then: @Sendable (OutgoingResponse) -> Void
    }

    /// An answer that was made here.
    struct Local: Sendable {
        var sent: Deferrable<Answer.Sent>
        var user: String?
        var at: Instant
    }

    /// What waits until a record comes back.
    enum Waiting: Sendable {
        case answered(Asked, Local)
        case call(Asked, deadline: Int64)
        case control(Asked, deadline: Int64)
        case mark(@Sendable () -> Void)
    }

    struct Table: Sendable {
        var waiting: [UInt64: (what: Waiting, since: Int64)] = [:]
        /// The numbers in the journal of exchanges whose answers are still being made, by origin and record.
        var unfinished: [RecordName: Int] = [:]
        /// This replica's number among them all, and whether it has caught up.
        var index = 0
        var hasJoined = false
        /// Records of the journal for which there was no room while the engine was gone.
        var dropped = 0
        /// The replicas that have been there.
        var origins = 0
        var growth = LogGrowth()
        /// The request that had another scenario served last.
        var scenario: (request: Request, isSecure: Bool)?
        var snapshots = Snapshots()
        var wanted = WantedDeployments()
        /// The one that was wanted by the record at hand.
        var begun: WantedDeployment?
        /// The numbers of those that are being started here.
        var starting: Set<Int> = []
        /// When to try again what could not be started here, by a clock that never goes back.
        var retry: Int64?
        /// The replicas that were heard of and owe no answer.
        var present: Set<Int> = []
        var announced: [Int: Announced] = [:]
    }

    struct RecordName: Hashable, Sendable {
        var origin: Int
        var number: UInt64
    }

    let log: any SharedLog
    let replicator: Replicator
    let bridge: Bridge
    /// The ports here, and those that all replicas go by.
    let ports: (here: Sites.Ports, shared: Sites.Ports)
    /// The bytes of the log after which a snapshot is made; `nil`: none is.
    let snapshotBytes: Int?
    let table = Lock(Table())
    /// The deployments that are started, served or ended here, by their port: none is started where another ends.
    let occupied = ConditionVariable<[UInt16: Int]>([:])

    /// Creates a replica, which goes on from a snapshot if there is one.
    init(
        _ log: any SharedLog, bridge: Bridge, ports: (here: Sites.Ports, shared: Sites.Ports), snapshotBytes: Int?
    ) throws(EngineFailure) {
        (self.log, self.bridge, self.ports, self.snapshotBytes) = (log, bridge, ports, snapshotBytes)
        let snapshot = try log.snapshot()
        replicator = Replicator(
            log, origin: UInt64.random(in: 1...UInt64(Int64.max)), from: snapshot?.place ?? LogPlace())
        guard let snapshot else { return }
        do {
            try adopt(snapshot)
        } catch {
            throw EngineFailure(.lost, "the snapshot that is kept beside the log cannot be taken over: \(error)")
        }
    }

    /// What can be told of the engine: its address without secrets.
    private var engine: String { log.description }

    var state: Lock<InstanceState> { bridge.state }

    /// Starts to follow, and looks every now and then for what has waited too long.
    func start() {
        replicator.start(
            Replicator.Follower(
                deliver: { [weak self] delivered in self?.apply(delivered) },
                reach: { [weak self] place in self?.reached(place) },
                adopt: { [weak self] snapshot in (try? self?.adopt(snapshot)) != nil }))
        EventLoop.shared.post { [self] in
            EventLoop.shared.everyTick(self) { [weak self] now in self?.sweep(now) }
        }
    }

    func stop() {
        EventLoop.shared.post { [self] in EventLoop.shared.noMoreTicks(self) }
        replicator.stop()
    }

    /// Submits a record, and keeps what waits for it; `nil` if there is no room.
    @discardableResult
    func submit(_ record: ReplicaRecord, _ waiting: Waiting? = nil) -> UInt64? {
        let bytes = record.bytes
        let isDispensable = if case .answered = record { waiting == nil } else { false }
        // Under the lock, for the record may come back at once.
        return table.withLock { table -> UInt64? in
            guard let number = replicator.submit(bytes, isDispensable: isDispensable) else {
                table.dropped += 1
                return nil
            }
            if let waiting { table.waiting[number] = (waiting, MonotonicClock.milliseconds) }
            return number
        }
    }

    /// Returns a connection as all replicas see it: with a number of its own, and the ports that all go by.
    func shared(_ connection: Connection) -> Connection {
        var connection = connection
        connection.id |= UInt64(table.withLock { $0.index }) << 40
        if connection.localPort == ports.here.http || connection.localPort == ports.here.https {
            connection.localPort = connection.tls == nil ? ports.shared.http : ports.shared.https
        }
        return connection
    }

    // MARK: what is no request

    /// Records what was no request.
    func note(_ exchange: Exchange) {
        var exchange = exchange
        exchange.connection = shared(exchange.connection)
        submit(.answered(exchange, SideNotes(), base: nil))
    }

    /// Strikes a connection before there is a request, as the faults are known here. It cannot wait for the others:
    /// what they count may be some milliseconds old.
    func meet(_ stage: Fault.Stage, _ connection: Connection) -> ConnectionFault? {
        let connection = shared(connection)
        let met = state.withLock { state -> (at: Instant, Exchange?, ConnectionFault?)? in
            guard state.faults.watchesConnections else { return nil }
            let now = state.clock.now
            var faults = state.faults
            guard let struck = faults.meet(stage, now), let (fault, told) = struck.effect.connection else {
                return (now, nil, nil)
            }
            var exchange = Exchange(
                number: 0, at: now, connection: connection,
                received: .handshake("\(told), as fault \(struck.id) wants"))
            exchange.fault = struck.id
            exchange.verdict = [struck.verdict]
            return (now, exchange, fault)
        }
        guard let (at, exchange, fault) = met else { return nil }
        submit(.met(stage, at: at, exchange))
        return fault
    }

    func closed(_ connection: Connection) {
        let id = shared(connection).id
        if state.withLock({ $0.deployment.isShaking(id) }) { submit(.closed(id)) }
    }

    /// Notes what came of a webhook's payload.
    func delivered(_ told: Bridge.Told, _ reply: Errand.Reply) {
        submit(.delivered(era: told.era, portal: told.portal, number: told.delivery.number, reply))
    }

    // MARK: how it stands

    /// What can be said of the link to the engine, without secrets.
    var words: String {
        switch replicator.link {
        case .well: "\(engine) answers"
        case .silent: "\(engine) says nothing"
        case .gone(let why), .lost(let why): "\(engine): \(why)"
        }
    }
}
