// SPDX-License-Identifier: Apache-2.0

import Facts
import Testing

@testable import Enterprise

@Suite("Usage of services")
struct ServerUsageTests {
    private static func minute(_ number: Int64) -> Instant { Instant(milliseconds: number * 60_000 + 7) }

    @Test("is counted by the minute, also after a clock was set back")
    func counted() {
        var usage = ServerUsage()
        for number in [5, 5, 9, 3, 5, 9, 1] as [Int64] {
            usage.count("A.MapServer", hasFailed: number == 9, at: Self.minute(number))
        }
        usage.count("B/C.MapServer", hasFailed: false, at: Self.minute(5))
        func total(_ service: String, _ from: Int64, _ until: Int64) -> [Int] {
            let found = usage.total(service, from: from * 60_000, until: until * 60_000)
            return found.map { [$0.requests, $0.failed] } ?? []
        }
        #expect(total("A.MapServer", 0, 100) == [7, 2])
        #expect(total("A.MapServer", 5, 6) == [3, 0])
        #expect(total("A.MapServer", 1, 5) == [2, 0])
        #expect(total("A.MapServer", 10, 20) == [])
        #expect(total("B/", 0, 100) == [1, 0])
        #expect(total("", 5, 6) == [4, 0])
    }

    @Test("is kept of the latest two days")
    func bounded() {
        var usage = ServerUsage()
        for number in 1...3000 as ClosedRange<Int64> {
            usage.count("A.MapServer", hasFailed: false, at: Self.minute(number))
        }
        #expect(usage.total("A.MapServer", from: 0, until: .max)?.requests == 2880)
        #expect(usage.total("A.MapServer", from: 0, until: 121 * 60_000) == nil)
    }
}
