// SPDX-License-Identifier: Apache-2.0

import Formats
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
            replicator.start { [heard] delivered in heard.change { $0.append(delivered) } }
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
        while one.replicator.link == .well {}
        #expect(one.replicator.link == .gone("the log in memory is gone"))
        #expect(number == 2)
        log.isGone = false
        #expect(one.records(2).map(\.record) == [[1], [2]])
        while one.replicator.link != .well {}
        #expect(one.replicator.isHandedOver(2) && !one.replicator.isHandedOver(3))
        stop(one)
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

    @Test("an entry that is no batch ends the following, and says which")
    func broken() throws {
        let log = MemoryLog(milliseconds: 41)
        let one = Follower(log, origin: 7)
        try log.append([0xFF])
        while one.replicator.link == .well {}
        guard case .lost(let why) = one.replicator.link else {
            Issue.record("\(one.replicator.link)")
            return
        }
        #expect(why.hasPrefix("entry 42-0 cannot be read"))
        stop(one)
    }
}
