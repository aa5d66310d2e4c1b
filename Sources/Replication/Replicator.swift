// SPDX-License-Identifier: Apache-2.0

import Formats
internal import Trust
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A replica's two ends of a shared log: it submits records, and delivers all that come back, in order and each once.
///
/// A batch is sent again, with the same numbers, until it is confirmed. What was added twice is delivered once.
package final class Replicator: Sendable {
    private struct Queue {
        var records: [[UInt8]] = []
        /// The number of the first record in the queue; the first of all is 1.
        var first: UInt64 = 1
        var bytes = 0
        var isStopped = false
    }

    private struct Status {
        var link = Link.well
        /// When the batch that is under way was sent, in milliseconds of a clock that never goes back; 0: none is.
        var sent: Int64 = 0
        /// The number after the last record that was handed to the engine, whether or not it has confirmed it.
        var handed: UInt64 = 1
        var heard: Int64 = 0
        /// How far this replica has followed.
        var place: LogPlace
        var threads = 0

        init(_ place: LogPlace) { self.place = place }
    }

    private let log: any SharedLog
    private let origin: UInt64
    private let queue = ConditionVariable(Queue())
    private let status: ConditionVariable<Status>
    /// How far this replica has followed, held while the records of an entry are delivered.
    private let followed: Lock<LogPlace>

    /// The bytes of records that may wait while the engine is gone.
    package static let room = 64 << 20
    /// About the bytes of an entry of the log.
    private static let most = 1 << 20

    /// What a replica does with what comes back, on one thread.
    package struct Follower: Sendable {
        /// A record was delivered.
        var deliver: @Sendable (Delivered) -> Void
        /// All records of an entry were delivered.
        var reach: @Sendable (LogPlace) -> Void
        /// Entries were missed, and this snapshot has what they did; returns whether it could be taken over.
        var adopt: @Sendable (LogSnapshot) -> Bool

        package init(
            deliver: @escaping @Sendable (Delivered) -> Void, reach: @escaping @Sendable (LogPlace) -> Void = { _ in },
            adopt: @escaping @Sendable (LogSnapshot) -> Bool = { _ in false }
        ) {
            (self.deliver, self.reach, self.adopt) = (deliver, reach, adopt)
        }
    }

    /// Creates the ends of a replica, which follows from a place on. `origin` distinguishes it from all that were there
    /// before.
    package init(_ log: any SharedLog, origin: UInt64, from place: LogPlace = LogPlace()) {
        self.log = log
        self.origin = origin
        status = ConditionVariable(Status(place))
        followed = Lock(place)
    }

    private static var now: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    private static func pause() {
        var time = timespec(tv_sec: 0, tv_nsec: 50_000_000)
        unsafe nanosleep(&time, nil)
    }

    /// Starts to read and to write.
    package func start(_ follower: Follower) {
        status.change { status in
            status.heard = Self.now
            status.threads = 2
        }
        let writes = OwnThread.start("mock-log-write") { self.write() }
        let reads = OwnThread.start("mock-log-read") { self.read(follower) }
        precondition(writes && reads, "no threads for the log")
    }

    /// Submits no more, and returns once both threads have ended, if the engine answers: what is in the queue is
    /// tried once more.
    package func stop() {
        queue.change { $0.isStopped = true }
        // Threads that wait for an engine that says nothing end when they have waited.
        guard link == .well else { return }
        status.wait { $0.threads == 0 ? () : nil }
    }

    /// Submits a record and returns its number; `nil` if there is no room, which is kept free for what is not
    /// `isDispensable`.
    package func submit(_ record: [UInt8], isDispensable: Bool = false) -> UInt64? {
        queue.change { queue in
            guard queue.bytes + record.count <= Self.room || !isDispensable else { return nil }
            queue.records.append(record)
            queue.bytes += record.count
            return queue.first + UInt64(queue.records.count) - 1
        }
    }

    package var link: Link {
        status.change { status in
            guard status.link == .well else { return status.link }
            let (now, patience) = (Self.now, log.patience.engine)
            let isSilent = (status.sent != 0 && now - status.sent > patience) || now - status.heard > 2 * patience
            return isSilent ? .silent : .well
        }
    }

    /// Returns whether a record was handed to the engine, so that it may be in the log.
    package func isHandedOver(_ number: UInt64) -> Bool { status.change { number < $0.handed } }

    /// Returns the number of this replica among those that wrote up to a place; `nil`: it had written nothing there.
    package func index(in place: LogPlace) -> Int? { place.index(of: origin) }

    /// How far this replica has followed.
    package var place: LogPlace { status.change { $0.place } }

    /// Calls `body` with how far this replica has followed, while it follows no entry: what was delivered up to there
    /// is done, and nothing of what comes next.
    package func atRest<Result>(_ body: (LogPlace) -> Result) -> Result {
        followed.withLock { body($0) }
    }

    private var isStopped: Bool { queue.change { $0.isStopped } }

    private func write() {
        defer { status.change { $0.threads -= 1 } }
        while true {
            let batch = queue.wait { queue -> Batch?? in
                guard !queue.records.isEmpty else { return queue.isStopped ? .some(nil) : nil }
                var (count, bytes) = (0, 0)
                repeat {
                    bytes += queue.records[count].count
                    count += 1
                } while count < queue.records.count && bytes < Self.most
                let batch = Batch(origin: origin, first: queue.first, records: Array(queue.records[..<count]))
                queue.first += UInt64(count)
                queue.records.removeFirst(count)
                queue.bytes -= bytes
                return batch
            }
            guard let batch else { return }
            if !send(batch) { return }
        }
    }

    /// Sends a batch until it is confirmed, and returns whether it was.
    private func send(_ batch: Batch) -> Bool {
        let bytes = batch.bytes
        while true {
            status.change { status in
                status.sent = Self.now
                status.handed = batch.first + UInt64(batch.records.count)
            }
            do throws(EngineFailure) {
                try log.append(bytes)
                status.change { status in
                    status.sent = 0
                    if case .gone = status.link { status.link = .well }
                }
                return true
            } catch {
                fail(error)
                if isStopped { return false }
                Self.pause()
            }
        }
    }

    private func fail(_ failure: EngineFailure) {
        status.change { status in
            if case .lost = status.link { return }
            status.link = failure.cause == .lost ? .lost(failure.description) : .gone(failure.description)
        }
    }

    private func read(_ follower: Follower) {
        defer { status.change { $0.threads -= 1 } }
        var place = place
        while !isStopped {
            do throws(EngineFailure) {
                let entries = try log.entries(after: place.position)
                status.change { status in
                    status.heard = Self.now
                    if case .gone = status.link, status.sent == 0 { status.link = .well }
                }
                for entry in entries {
                    if isStopped { return }
                    let batch: Batch
                    do throws(RecordReader.Broken) {
                        batch = try Batch(entry.bytes)
                    } catch {
                        return fail(EngineFailure(.lost, "entry \(entry.position) cannot be read: \(error)"))
                    }
                    followed.withLock { followed in
                        hand(batch, at: entry.position, &place.origins, follower.deliver)
                        (place.position, place.entries) = (entry.position, place.entries + 1)
                        place.bytes += entry.bytes.count
                        reach(place)
                        followed = place
                    }
                    follower.reach(place)
                }
            } catch {
                var failure = error
                if error.cause == .behind {
                    do throws(EngineFailure) {
                        place = try catchUp(follower)
                        continue
                    } catch { failure = error }
                }
                fail(failure)
                if failure.cause == .lost { return }
                Self.pause()
            }
        }
    }

    private func reach(_ place: LogPlace) { status.change { $0.place = place } }

    /// Goes on from the snapshot that is kept; returns its place.
    private func catchUp(_ follower: Follower) throws(EngineFailure) -> LogPlace {
        guard let snapshot = try log.snapshot() else {
            throw EngineFailure(.lost, "entries that come next were forgotten, and no snapshot is kept")
        }
        let isAdopted = followed.withLock { followed in
            guard follower.adopt(snapshot) else { return false }
            reach(snapshot.place)
            followed = snapshot.place
            return true
        }
        guard isAdopted else {
            throw EngineFailure(.lost, "entries that come next were forgotten, and the snapshot cannot be taken over")
        }
        return snapshot.place
    }

    private func hand(
        _ batch: Batch, at position: LogPosition, _ origins: inout [LogPlace.Origin], _ deliver: (Delivered) -> Void
    ) {
        let index = origins.firstIndex { $0.id == batch.origin } ?? origins.count
        if index == origins.count { origins.append(LogPlace.Origin(id: batch.origin, last: 0)) }
        for (offset, record) in batch.records.enumerated() {
            let number = batch.first + UInt64(offset)
            guard number > origins[index].last else { continue }
            origins[index].last = number
            deliver(
                Delivered(
                    origin: index, number: number, isOwn: batch.origin == origin,
                    milliseconds: position.milliseconds, record: record))
        }
    }
}
