// SPDX-License-Identifier: Apache-2.0

import Enterprise
import Facts
import Formats
import Replication
import Trust

/// What a replica knows at a place in the log, in the form in which a new one takes it over.
struct ReplicaState: Sendable {
    /// The request that had another scenario served last, and whether it came over HTTPS; `nil`: the first one is served.
    var scenario: (request: Request, isSecure: Bool)?
    var state: InstanceState
    /// The seed of the scenario that is served.
    var seed: UInt64
    /// The numbers in the journal of exchanges whose answers are still being made.
    var unfinished: [DeploymentReplica.RecordName: Int]
    var wanted: WantedDeployments
    /// The number of snapshots that were asked for, and the bytes of the log at the last one.
    var snapshots: Int
    var snapshotBytes: Int

    /// Returns the bytes, compressed. `fresh` is a deployment at the scenario's beginning.
    ///
    /// - Throws: `RecordEncoder.Postponed` if something is under way that has no written form.
    func bytes(over fresh: Deployment) throws -> [UInt8] {
        var writer = RecordWriter()
        writer.put(scenario) { writer, scenario in
            writer.put(scenario.request)
            writer.put(scenario.isSecure)
        }
        writer.put(Array(unfinished)) { writer, entry in
            writer.put(entry.key.origin)
            writer.put(entry.key.number)
            writer.put(entry.value)
        }
        wanted.write(to: &writer)
        writer.put(seed)
        for number in [snapshots, snapshotBytes, state.era, Int(state.changes)] { writer.put(number) }
        writer.put(try state.deployment.written(over: fresh, at: state.clock.now))
        state.faults.write(to: &writer)
        state.clock.write(to: &writer)
        state.journal.write(to: &writer)
        return Compression.gzip.compress(writer.bytes)
    }
}

extension ReplicaState {
    /// The most bytes that a state has which is taken over.
    private static let most = 4 << 30

    /// Reads a state into a process that serves the scenario of the log's beginning; `serve` has it serve another one.
    init(_ bytes: [UInt8], in instance: Instance, serve: (Request, _ isSecure: Bool) throws -> Void) throws {
        guard let plain = Compression.gzip.expand(bytes, limit: Self.most) else {
            throw RecordReader.Broken(description: "a state is not compressed as it should be")
        }
        var reader = RecordReader(plain)
        scenario = try reader.optional { reader throws(RecordReader.Broken) -> (Request, Bool) in
            (try reader.request(), try reader.flag())
        }
        if let scenario { try serve(scenario.request, scenario.isSecure) }
        let list = try reader.list { reader throws(RecordReader.Broken) in
            (
                DeploymentReplica.RecordName(origin: try reader.integer(), number: try reader.number()),
                try reader.integer()
            )
        }
        unfinished = Dictionary(list) { first, _ in first }
        wanted = try WantedDeployments(from: &reader)
        seed = try reader.number()
        instance.take(seed: seed)
        (snapshots, snapshotBytes) = (try reader.integer(), try reader.integer())
        let setting = instance.current
        var state = instance.state.withLock { $0 }
        (state.era, state.changes) = (try reader.integer(), UInt64(try reader.integer()))
        state.deployment = try Deployment(
            written: try reader.blob(), over: Deployment.grow(setting.scenario, seed: setting.seed),
            identifiedAs: state.deployment)
        state.faults = FaultBook(setting.scenario.faults, seed: setting.seed)
        try state.faults.read(from: &reader)
        try state.clock.read(from: &reader)
        try state.journal.read(from: &reader)
        self.state = state
    }
}
