// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The keys of an object of the sharing API in their order, and since which release each of them is there.
struct SharingDescription<Subject: Sendable>: Sendable {
    struct Row: Sendable {
        var key: String
        /// The first release that has it; `nil` is the first with a portal.
        var since: Version?
        /// The first release that has it no more.
        var until: Version?
        /// `nil`: this object lacks it.
        var value: @Sendable (Subject) -> JSON?

        init(
            _ key: String, since: Version? = nil, until: Version? = nil, _ value: @escaping @Sendable (Subject) -> JSON?
        ) {
            self.key = key
            self.since = since
            self.until = until
            self.value = value
        }

        init(_ key: String, since: Version? = nil, until: Version? = nil, _ value: JSON) {
            self.init(key, since: since, until: until) { _ in value }
        }
    }

    let rows: [Row]
    /// Where the order was captured.
    let evidence: Evidence

    func json(_ subject: Subject, _ version: Version) -> JSON {
        .object(
            rows.compactMap { row in
                if let since = row.since, version < since { return nil }
                if let until = row.until, version >= until { return nil }
                return row.value(subject).map { JSON.Member(row.key, $0) }
            })
    }
}

extension JSON {
    /// The text, or `null` where there is none: portals write keys that have no value.
    static func orNull(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
    static func time(_ instant: Instant) -> JSON { .number(String(instant.milliseconds)) }
}
