import Facts
import Formats

/// The keys of a resource in their order, and in which releases each of them is there: shapes are data.
struct Shape: Sendable {
    /// What the values are made from.
    struct Subject: Sendable {
        var version: Version
        var service: MapService
        var layer: Layer?

        var data: LayerData? { layer?.data }
        var isPro: Bool { version.hasProRuntime }
        var limit: Int { layer?.maxRecordCount ?? service.limit(version) }
    }

    struct Row: Sendable {
        var key: String
        /// The first release that has it; `nil` is the first known.
        var since: Version?
        /// The first release that has it no more.
        var until: Version?
        /// `nil`: the key is not there.
        var value: @Sendable (Subject) -> JSON?

        init(
            _ key: String, since: String? = nil, until: String? = nil, _ value: @escaping @Sendable (Subject) -> JSON?
        ) {
            self.key = key
            self.since = since.flatMap(Version.init)
            self.until = until.flatMap(Version.init)
            self.value = value
        }

        init(_ key: String, since: String? = nil, until: String? = nil, _ value: JSON) {
            self.init(key, since: since, until: until) { _ in value }
        }
    }

    var rows: [Row]
    /// Where the order was captured.
    var evidence: Evidence

    func json(_ subject: Subject) -> JSON {
        .object(
            rows.filter { row in
                row.since.map { subject.version >= $0 } ?? true && row.until.map { subject.version < $0 } ?? true
            }.compactMap { row in row.value(subject).map { JSON.Member(row.key, $0) } })
    }
}
