// SPDX-License-Identifier: Apache-2.0

import Formats

/// The page of results that a request asks for: `start` counts from 1; `num` is 10 by default and at most 100
/// (documented for search).
struct ResultPage {
    let total: Int
    let start: Int
    let num: Int

    /// Reads the parameters. An invalid number, or one below the first, counts as absent.
    init(_ parameters: Parameters, total: Int) {
        self.total = total
        start = parameters.given("start").flatMap { Int($0) }.flatMap { $0 >= 1 ? $0 : nil } ?? 1
        num = min(parameters.given("num").flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil } ?? 10, 100)
    }

    /// The indexes of this page among all results.
    var range: Range<Int> {
        let first = min(start - 1, total)
        return first..<min(first + num, total)
    }

    /// `total`, `start`, `num`, `nextStart`; the last is -1 on the last page (captured).
    var members: [JSON.Member] { members(num) }

    /// The same where `num` is how many came, not how many were asked for (documented: the files of a member).
    var membersWithCount: [JSON.Member] { members(range.count) }

    private func members(_ num: Int) -> [JSON.Member] {
        [
            .init("total", .int(total)), .init("start", .int(start)), .init("num", .int(num)),
            .init("nextStart", .int(range.upperBound < total ? range.upperBound + 1 : -1)),
        ]
    }
}
