// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The keys of an object of the sharing API in order, with the first release that has each.
struct SharingDescription<Subject: Sendable>: Sendable {
    struct Row: Sendable {
        var key: String
        /// The first release that has the key; `nil` is the first with a portal.
        var since: Version?
        /// The first release that no longer has the key.
        var until: Version?
        /// The years in which ArcGIS Online has the key.
        var online: SharingRelease.Years
        /// The value, or `nil` if this object lacks the key.
        var value: @Sendable (Subject) -> JSON?

        init(
            _ key: String, since: Version? = nil, until: Version? = nil, online: SharingRelease.Years = .all,
            _ value: @escaping @Sendable (Subject) -> JSON?
        ) {
            self.key = key
            self.since = since
            self.until = until
            self.online = online
            self.value = value
        }

        init(
            _ key: String, since: Version? = nil, until: Version? = nil, online: SharingRelease.Years = .all,
            _ value: JSON
        ) {
            self.init(key, since: since, until: until, online: online) { _ in value }
        }
    }

    /// When a row is there, as plain numbers: a row is asked for at each answer, and copying it would cost more than
    /// the question.
    private struct Span: Sendable {
        let releases: Range<Int>
        let years: SharingRelease.Years

        init(_ row: Row) {
            let first = row.since?.order ?? .min
            releases = first..<max(first, row.until?.order ?? .max)
            years = row.online
        }

        func contains(_ release: SharingRelease) -> Bool {
            release.version.isOnline ? years.contains(release.year) : releases.contains(release.version.order)
        }
    }

    let rows: [Row]
    /// The capture that shows the order.
    let evidence: Evidence
    private let spans: [Span]

    init(rows: [Row], evidence: Evidence) {
        self.rows = rows
        self.evidence = evidence
        spans = rows.map(Span.init)
    }

    func json(_ subject: Subject, _ release: SharingRelease) -> JSON {
        var members: [JSON.Member] = []
        members.reserveCapacity(rows.count)
        for index in spans.indices where spans[index].contains(release) {
            if let value = rows[index].value(subject) { members.append(JSON.Member(rows[index].key, value)) }
        }
        return .object(members)
    }
}

extension JSON {
    /// Returns the string, or `null`: portals write keys that have no value.
    static func orNull(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
    static func time(_ instant: Instant) -> JSON { .number(String(instant.milliseconds)) }
}
