// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Facts

@Suite("Instants")
struct InstantTests {
    @Test(
        "end at the last and the first one",
        arguments: [
            (Int64(5), Int64(10), Int64(15)), (5, .max, .max), (-5, .min, .min), (.max, 1, .max), (.min, -1, .min),
            (.max, .min, -1),
        ])
    func milliseconds(_ from: Int64, _ by: Int64, _ to: Int64) {
        #expect(Instant(milliseconds: from).advanced(milliseconds: by).milliseconds == to)
    }

    @Test(
        "count days likewise", arguments: [(2, Int64(172_800_005)), (-1, -86_399_995), (.max, .max), (.min, .min + 5)])
    func days(_ by: Int, _ to: Int64) {
        #expect(Instant(milliseconds: 5).advanced(days: by).milliseconds == to)
    }

    @Test(
        "count minutes likewise",
        arguments: [(Int64(2), Int64(120_005)), (-1, -59_995), (.max, .max), (.min, .min + 5), (1 << 60, .max)])
    func minutes(_ by: Int64, _ to: Int64) {
        #expect(Instant(milliseconds: 5).advanced(minutes: by).milliseconds == to)
    }
}
