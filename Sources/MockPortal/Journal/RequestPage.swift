// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// A page of the journal as `GET /_mock/requests` gives it, a piece at a time.
struct RequestPage: Sendable {
    /// The size from which a piece is given, in bytes. One exchange is never in two.
    private static let size = 64 * 1024

    private let head: String
    private let exchanges: ArraySlice<Exchange>
    private let near: [Verification.Near]
    private let edits: ArraySlice<ControlEdit>
    private let secrets: Bool
    /// How many of the exchanges were given; `nil`: all, and the end.
    private var given: Int? = 0

    /// Finds what belongs on the page: of the exchanges that match and have a higher number than `after` the first
    /// `limit`; `secrets`: passwords and tokens are shown.
    init(_ journal: Journal, _ pattern: RequestPattern, after: Int, limit: Int, secrets: Bool) {
        let all = pattern == .any ? journal.exchanges : journal.exchanges(pattern)
        near = all.isEmpty ? journal.near(pattern) : []
        let found = all.filter { $0.number > after }
        let next = found.dropFirst(limit).first?.number ?? Int.max
        edits = journal.edits.filter { $0.number > after && $0.number < next }.suffix(limit)
        exchanges = found.prefix(limit)
        head = #"{"total":\#(found.count),"dropped":\#(journal.dropped),"requests":["#
        self.secrets = secrets
    }

    /// Returns the next piece; `nil`: that was the last.
    mutating func next() -> [UInt8]? {
        guard var at = given else { return nil }
        var piece = at == 0 ? Array(head.utf8) : []
        while at < exchanges.count, piece.count < RequestPage.size {
            if at > 0 { piece.append(UInt8(ascii: ",")) }
            piece += JSONWriter.json(exchanges[exchanges.startIndex + at].json(secrets: secrets))
            at += 1
        }
        given = at
        if at == exchanges.count {
            piece += #"],"near":"#.utf8
            piece += JSONWriter.json(.array(near.map { RequestPage.json($0, secrets: secrets) }))
            piece += #","edits":"#.utf8
            piece += JSONWriter.json(.array(edits.map(\.json)))
            piece.append(UInt8(ascii: "}"))
            given = nil
        }
        return piece
    }

    static func json(_ near: Verification.Near, secrets: Bool) -> JSON {
        .object([
            .init("request", near.exchange.json(secrets: secrets)),
            .init("differences", .array(near.differences.map(JSON.string))),
        ])
    }
}
