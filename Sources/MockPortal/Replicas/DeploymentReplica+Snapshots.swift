// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Formats
import Replication
import Trust

/// The snapshots of replicas: each so many bytes of the log one of them writes down what all know, and what is before
/// the last but one is forgotten.
extension DeploymentReplica {
    /// What a replica remembers of snapshots.
    struct Snapshots: Sendable {
        /// How many were asked for, by whomever, and the bytes of the log at the last one: the same at all replicas.
        var count = 0
        var bytes = 0
        /// The one that this replica has asked for.
        var asked: Int?
        /// A Boolean value that indicates whether this replica makes one at the end of the entry.
        var isDue = false
        /// The last one that is kept: its place in the log, and the bytes of the log up to there.
        var kept: (position: String, bytes: Int)?
    }

    /// Takes the request for a snapshot; that of the replica whose record is first counts.
    func snapshotAsked(_ number: Int, isOwn: Bool) {
        let bytes = replicator.place.bytes
        table.withLock { table in
            guard number == table.snapshots.count else { return }
            (table.snapshots.count, table.snapshots.bytes) = (number + 1, bytes)
            table.snapshots.isDue = isOwn
        }
    }

    /// Looks at the end of an entry whether a snapshot is to be made, or asked for.
    func reached(_ place: LogPlace) {
        let (isDue, number) = table.withLock { table -> (Bool, Int?) in
            let isDue = table.snapshots.isDue
            table.snapshots.isDue = false
            guard let snapshotBytes, table.hasJoined, place.bytes - table.snapshots.bytes > snapshotBytes,
                table.snapshots.asked != table.snapshots.count
            else { return (isDue, nil) }
            table.snapshots.asked = table.snapshots.count
            return (isDue, table.snapshots.count)
        }
        if isDue { makeSnapshot(at: place) }
        if let number { submit(.snapshot(number)) }
    }

    /// Takes down what all replicas know at this place, and keeps it beside the log.
    private func makeSnapshot(at place: LogPlace) {
        let instance = bridge.control.instance
        let setting = instance.current
        let table = table.withLock { $0 }
        let known = ReplicaState(
            scenario: table.scenario, state: state.withLock { $0 }, seed: setting.seed, unfinished: table.unfinished,
            wanted: table.wanted, snapshots: table.snapshots.count, snapshotBytes: table.snapshots.bytes)
        // Beside the reading of the log, for it takes a while.
        let isStarted = OwnThread.start("mock-snapshot") { [self] in
            do {
                let bytes = try known.bytes(over: Deployment.grow(setting.scenario, seed: setting.seed))
                guard let beginning = instance.beginning?.bytes,
                    try log.keep(LogSnapshot(beginning: beginning, place: place, state: bytes))
                else { return }
                submit(.kept(position: place.position.description, bytes: place.bytes))
            } catch let later as RecordEncoder.Postponed {
                bridge.log?.tell("no snapshot of the replicas' state is kept now: \(later)", "warning")
            } catch {
                bridge.log?.tell("no snapshot of the replicas' state could be kept: \(error)", "warning")
            }
        }
        if !isStarted { bridge.log?.tell("no snapshot of the replicas' state is kept now: no thread", "warning") }
    }

    /// Takes over a snapshot, in place of what is known here.
    func adopt(_ snapshot: LogSnapshot) throws {
        let served = table.withLock { $0.scenario }
        let taken = try ReplicaState(snapshot.state, in: bridge.control.instance) { request, isSecure in
            guard served?.request.body != request.body else { return }
            let response = bridge.control.perform(request, isSecure: isSecure)
            guard response.status == 200 else {
                throw EngineFailure(.lost, "the scenario that the others serve cannot be served here")
            }
        }
        state.withLock { $0 = taken.state }
        table.withLock { table in
            (table.scenario, table.unfinished, table.wanted) = (taken.scenario, taken.unfinished, taken.wanted)
            table.origins = max(table.origins, snapshot.place.origins.count)
            table.present.formUnion(0..<snapshot.place.origins.count)
            // Its hello may be among what the snapshot has.
            if let index = replicator.index(in: snapshot.place) { (table.index, table.hasJoined) = (index, true) }
            (table.snapshots.count, table.snapshots.bytes) = (taken.snapshots, taken.snapshotBytes)
            table.snapshots.kept = (snapshot.place.position.description, snapshot.place.bytes)
        }
        reconcile()
    }
}
