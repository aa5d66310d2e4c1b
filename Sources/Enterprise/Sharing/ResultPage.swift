// SPDX-License-Identifier: Apache-2.0

import Formats

/// Which results of a list a request wants: `start` counts from 1, `num` is 10 unless given and 100 at most
/// (documented for search).
struct ResultPage {
    let total: Int
    let start: Int
    let num: Int

    /// What is no number, or below the first, is as if it were not given.
    init(_ parameters: Parameters, total: Int) {
        self.total = total
        start = parameters.given("start").flatMap { Int($0) }.flatMap { $0 >= 1 ? $0 : nil } ?? 1
        num = min(parameters.given("num").flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } ?? 10, 100)
    }

    /// The places of this page among all results.
    var range: Range<Int> {
        let first = min(start - 1, total)
        return first..<min(first + num, total)
    }

    /// `total`, `start`, `num`, `nextStart`; the last is -1 on the last page (captured).
    var members: [JSON.Member] {
        [
            .init("total", .int(total)), .init("start", .int(start)), .init("num", .int(num)),
            .init("nextStart", .int(range.upperBound < total ? range.upperBound + 1 : -1)),
        ]
    }
}
