// SPDX-License-Identifier: Apache-2.0

import Formats
import Foundation
import TestSupport
import Testing
import Trust

@testable import Replication

/// Records through a log in memory: in one order, each once, whatever happens to the log.
@Suite("Replicator")
struct ReplicatorTests {
    /// A replica that keeps what is delivered to it.
    private final class Follower: Sendable {
        let replicator: Replicator
        private let heard = ConditionVariable<[Delivered]>([])

        init(_ log: MemoryLog, origin: UInt64) {
            replicator = Replicator(log, origin: origin)
            replicator.start(.init(deliver: { [heard] delivered in heard.change { $0.append(delivered) } }))
        }

        func records(_ count: Int) -> [Delivered] { heard.wait { $0.count >= count ? $0 : nil } }
    }

    private func text(_ record: [UInt8]) -> String { String(decoding: record, as: UTF8.self) }

    private func stop(_ followers: Follower...) {
        for follower in followers { follower.replicator.stop() }
    }

    @Test("two replicas see the records of both in the same order, and know their own")
    func order() {
        let log = MemoryLog()
        let (one, other) = (Follower(log, origin: 7), Follower(log, origin: 9))
        for number in 0..<100 {
            #expect(one.replicator.submit(Array("a\(number)".utf8)) == UInt64(number) + 1)
            #expect(other.replicator.submit(Array("b\(number)".utf8)) == UInt64(number) + 1)
        }
        let (first, second) = (one.records(200), other.records(200))
        #expect(first.map { text($0.record) } == second.map { text($0.record) })
        #expect(first.map(\.milliseconds) == second.map(\.milliseconds))
        #expect(first.count(where: \.isOwn) == 100)
        #expect(zip(first, second).allSatisfy { $0.isOwn != $1.isOwn && $0.origin == $1.origin })
        for begin in ["a", "b"] {
            let own = first.map { text($0.record) }.filter { $0.hasPrefix(begin) }
            #expect(own == (0..<100).map { "\(begin)\($0)" })
        }
        stop(one, other)
    }

    @Test("a record whose confirmation was lost is added twice and delivered once")
    func twice() {
        let log = MemoryLog()
        let one = Follower(log, origin: 7)
        log.swallowConfirmations(3)
        _ = one.replicator.submit([1])
        _ = one.records(1)
        _ = one.replicator.submit([2])
        let records = one.records(2)
        #expect(records.map(\.record) == [[1], [2]])
        #expect(log.count >= 5, "three more entries than records")
        stop(one)
    }

    @Test("a log that is gone is waited for; nothing is lost")
    func gone() {
        let log = MemoryLog()
        let one = Follower(log, origin: 7)
        _ = one.replicator.submit([1])
        _ = one.records(1)
        log.isGone = true
        let number = one.replicator.submit([2])
        until("the log is gone") { one.replicator.link == .gone("the log in memory is gone") }
        #expect(number == 2)
        log.isGone = false
        #expect(one.records(2).map(\.record) == [[1], [2]])
        until("it is back") { one.replicator.link == .well }
        #expect(one.replicator.isHandedOver(2) && !one.replicator.isHandedOver(3))
        stop(one)
    }

    @Test("whoever asks between two entries sees a place, and what was delivered up to there and no more")
    func atRest() {
        let log = MemoryLog()
        let one = Replicator(log, origin: 7)
        let delivered = Lock(0)
        one.start(
            .init(deliver: { [delivered] _ in
                delivered.withLock { $0 += 1 }
                // Long enough that somebody asks meanwhile.
                usleep(500)
            }))
        for number in 0..<50 { _ = one.submit([UInt8(number)]) }
        var known = 0
        while known < 50 {
            let (last, count) = one.atRest { ($0.origins.first?.last ?? 0, delivered.withLock { $0 }) }
            #expect(Int(last) == count && count >= known)
            known = count
        }
        stopBoth(one)
    }

    @Test("one that comes later sees all from the beginning, and is another origin")
    func late() {
        let log = MemoryLog()
        let one = Follower(log, origin: 7)
        for number in 0..<10 { _ = one.replicator.submit([UInt8(number)]) }
        _ = one.records(10)
        let other = Follower(log, origin: 9)
        _ = other.replicator.submit([99])
        let records = other.records(11)
        #expect(records.map(\.record) == (0..<10).map { [UInt8($0)] } + [[99]])
        #expect(records.map(\.origin) == [Int](repeating: 0, count: 10) + [1])
        stop(one, other)
    }

    @Test("one that missed entries which were forgotten goes on from the snapshot that is kept")
    func behind() throws {
        let log = MemoryLog()
        let beginning = try log.begin([1])
        let places = ConditionVariable<[LogPlace]>([])
        let one = Replicator(log, origin: 7)
        one.start(
            .init(deliver: { _ in }, reach: { [places] place in places.change { $0.append(place) } }))
        for number in 0..<3 { _ = one.submit([UInt8(number)]) }
        func kept(after count: UInt64) throws -> LogPlace {
            let place = places.wait { places in places.first { $0.origins.first?.last ?? 0 >= count } }
            #expect(try log.keep(LogSnapshot(beginning: beginning, place: place, state: [9])))
            return place
        }
        let first = try kept(after: 3)
        #expect(log.first == .beginning, "what is before the first one stays, for who is late")
        for number in 3..<6 { _ = one.submit([UInt8(number)]) }
        let second = try kept(after: 6)
        #expect(log.first == first.position)
        #expect(try log.beginning() == beginning)
        #expect(!(try log.keep(LogSnapshot(beginning: beginning, place: first, state: [8]))), "a newer one is kept")
        _ = one.submit([6])
        let (adopted, heard) = (ConditionVariable<[LogSnapshot]>([]), ConditionVariable<[Delivered]>([]))
        let other = Replicator(log, origin: 9)
        other.start(
            .init(
                deliver: { [heard] delivered in heard.change { $0.append(delivered) } },
                adopt: { [adopted] snapshot in
                    adopted.change { $0.append(snapshot) }
                    return true
                }))
        let records = heard.wait { $0.isEmpty ? nil : $0 }
        #expect(records.map(\.record) == [[6]])
        #expect(records.map(\.origin) == [0])
        let taken = adopted.change { $0 }
        #expect(taken.map(\.place) == [second] && taken[0].state == [9])
        stopBoth(one, other)
    }

    private func stopBoth(_ replicators: Replicator...) { for replicator in replicators { replicator.stop() } }

    @Test("a snapshot is read as it was written, and its head alone; one of another log is none")
    func snapshots() throws {
        var place = LogPlace()
        (place.position, place.entries, place.bytes) = (LogPosition(.max, .max), 3, 4)
        place.origins = [.init(id: .max, last: 5)]
        let one = LogSnapshot(beginning: [1, 2], place: place, state: [3])
        let (bytes, head) = one.bytes(after: nil)
        #expect(try LogSnapshot(bytes) == one)
        #expect(LogSnapshot.Head(Array(bytes.prefix(LogSnapshot.Head.size))) == head)
        #expect(head.trimmed == .beginning && head.position == place.position)
        for count in 0..<bytes.count {
            #expect(throws: RecordReader.Broken.self) { try LogSnapshot(Array(bytes[..<count])) }
        }
        #expect(one.bytes(after: head).head.trimmed == place.position)
        let stranger = LogSnapshot(beginning: [7], place: place, state: [])
        #expect(stranger.bytes(after: head).head.trimmed == .beginning)
    }

    @Test("an entry that is no batch ends the following, and says which")
    func broken() throws {
        let log = MemoryLog(milliseconds: 41)
        let one = Follower(log, origin: 7)
        try log.append([0xFF])
        until("the replica is lost") {
            if case .lost(let why) = one.replicator.link { why.hasPrefix("entry 42-0 cannot be read") } else { false }
        }
        stop(one)
    }
}
