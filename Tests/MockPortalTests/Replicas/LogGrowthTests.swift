// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import MockPortal

@Suite("Growth of the log")
struct LogGrowthTests {
    @Test("a log that has become large is told of once, and again when it has doubled")
    func warnings() {
        var growth = LogGrowth()
        let large = LogGrowth.large
        let sizes = [0, large - 1, large, large + 1, 5 * large, 7 * large]
        let told = sizes.map { growth.warning(at: $0) }
        #expect(told.map { $0 != nil } == [false, false, true, false, true, false])
        #expect(told[2]?.hasPrefix("the log of the replicas has 256 MiB") == true, "\(told[2] ?? "-")")
    }
}
