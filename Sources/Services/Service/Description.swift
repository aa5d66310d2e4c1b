// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The keys of a resource in their order, and in which releases each of them is there: shapes are data.
struct Description: Sendable {
    /// What the values are made from.
    struct Subject: Sendable {
        var version: Version
        var service: MapService
        var layer: Layer?

        var data: LayerData? { layer?.data }
        /// Whether the service runs in the runtime of ArcGIS Pro, which has further keys.
        var isPro: Bool { service.isPro(version) }
        var limit: Int { layer?.maxRecordCount ?? service.limit(version) }

        /// What the description that the layer or service was made from says under a key.
        func told(_ key: String) -> JSON? { layer == nil ? service.described?[key] : layer?.described?[key] }

        func reference(_ reference: SpatialReference) -> JSON { reference.json(version, hasGrid: isPro) }

        /// A group of layers or a picture: what there is of rows is empty.
        var isWithoutRows: Bool { layer.map { $0.data == nil } ?? false }
    }

    struct Row: Sendable {
        var key: String
        /// The first release that has it; `nil` is the first known.
        var since: Version?
        /// The first release that has it no more.
        var until: Version?
        /// The first release of services in the runtime of ArcGIS Pro that has it, if those have it at all.
        var sincePro: Version?
        /// `nil`: the key is not there.
        var value: @Sendable (Subject) -> JSON?

        init(
            _ key: String, since: Version? = nil, until: Version? = nil, pro: Version? = nil,
            _ value: @escaping @Sendable (Subject) -> JSON?
        ) {
            self.key = key
            self.since = since
            self.until = until
            sincePro = pro
            self.value = value
        }

        init(_ key: String, since: Version? = nil, until: Version? = nil, pro: Version? = nil, _ value: JSON) {
            self.init(key, since: since, until: until, pro: pro) { _ in value }
        }

        /// What the description says, or else the value.
        init(_ key: String, since: Version? = nil, until: Version? = nil, pro: Version? = nil, told value: JSON) {
            self.init(key, since: since, until: until, pro: pro) { $0.told(key) ?? value }
        }

        /// A key that is there only where the description has it.
        static func ifTold(_ key: String, since: Version? = nil) -> Row {
            Row(key, since: since) { $0.told(key) }
        }

        /// Of rows with `pro` only: services of ArcMap's runtime lack it, from 11.1 on all are of the other.
        func isThere(_ subject: Subject) -> Bool {
            if let until, subject.version >= until { return false }
            if let since, subject.version >= since { return true }
            if let sincePro { return subject.isPro && subject.version >= sincePro }
            return since == nil
        }
    }

    var rows: [Row]
    /// Where the order was captured.
    var evidence: Evidence

    func json(_ subject: Subject) -> JSON {
        .object(
            rows.compactMap { row in
                row.isThere(subject) ? row.value(subject).map { JSON.Member(row.key, $0) } : nil
            })
    }
}
