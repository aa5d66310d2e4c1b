// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The keys of a resource in order, with the releases that have each. Descriptions are data.
struct Description: Sendable {
    /// The values for a description.
    struct Subject: Sendable {
        var version: Version
        var service: ServiceModel
        var layer: Layer?
        /// A Boolean value that indicates whether the description is a MapServer's.
        var isMap = false
        /// The groups of the service, if they are known because all layers are described.
        var known: LayerFamilies?

        var data: LayerData? { layer?.data }
        var families: LayerFamilies { known ?? LayerFamilies(service.layers) }
        /// A Boolean value that indicates whether the service runs in the ArcGIS Pro runtime, which has additional
        /// keys.
        var isPro: Bool { service.isPro(version) }
        var limit: Int { layer?.maxRecordCount ?? service.limit(version) }

        /// Returns a value of the description from which the layer or service was created.
        func told(_ key: String) -> JSON? { layer == nil ? service.described?[key] : layer?.described?[key] }

        /// Returns the list of capabilities of the layer or the root.
        func capabilities(_ kind: ServiceKind) -> String { service.capabilities(kind, layer, version) }

        func reference(_ reference: SpatialReference) -> JSON { reference.json(version, hasGrid: isPro) }

        /// A Boolean value that indicates whether the layer is a group or raster layer, without rows.
        var isWithoutRows: Bool { layer.map { $0.data == nil } ?? false }
    }

    /// The releases that have a key.
    struct Releases: Sendable {
        /// The first release that has it; `nil` is the first known.
        var since: Version?
        /// The first release that no longer has it.
        var until: Version?
        /// The first release in which services of the ArcGIS Pro runtime have it, if they do.
        var pro: Version?

        /// Returns whether a release has the key. Keys with only `pro` do not apply to ArcMap's runtime; from 11.1 on,
        /// all services are of the other.
        func contains(_ version: Version, isPro: Bool) -> Bool {
            if let until, version >= until { return false }
            if let since, version >= since { return true }
            if let pro { return isPro && version >= pro }
            return since == nil
        }
    }

    struct Row: Sendable {
        var key: String
        var releases: Releases
        /// What else it depends on.
        var condition: Condition
        /// Where its releases were seen, if not with the order of the whole.
        var evidence: Evidence?
        /// The value, or `nil` if the key is absent.
        var value: @Sendable (Subject) -> JSON?

        init(
            _ key: String, since: Version? = nil, until: Version? = nil, pro: Version? = nil,
            when condition: Condition = .always, evidence: Evidence? = nil,
            _ value: @escaping @Sendable (Subject) -> JSON?
        ) {
            self.key = key
            releases = Releases(since: since, until: until, pro: pro)
            self.condition = condition
            self.evidence = evidence
            self.value = value
        }

        init(
            _ key: String, since: Version? = nil, until: Version? = nil, pro: Version? = nil,
            when condition: Condition = .always, evidence: Evidence? = nil, _ value: JSON
        ) {
            self.init(key, since: since, until: until, pro: pro, when: condition, evidence: evidence) { _ in value }
        }

        /// Creates a row with the description's value or else the given one.
        init(
            _ key: String, since: Version? = nil, until: Version? = nil, pro: Version? = nil,
            when condition: Condition = .always, evidence: Evidence? = nil, told value: JSON
        ) {
            self.init(key, since: since, until: until, pro: pro, when: condition, evidence: evidence) {
                $0.told(key) ?? value
            }
        }

        /// A key that is there only where the description has it.
        static func ifTold(
            _ key: String, since: Version? = nil, until: Version? = nil, evidence: Evidence? = nil
        ) -> Row {
            Row(key, since: since, until: until, evidence: evidence) { $0.told(key) }
        }
    }

    var rows: [Row]
    /// The capture of the order.
    var evidence: Evidence

    func json(_ subject: Subject) -> JSON {
        let version = subject.version
        let isPro = subject.isPro
        var members: [JSON.Member] = []
        members.reserveCapacity(rows.count)
        // Rows are read where they stand: to copy one costs more than to ask whether it is there.
        for index in rows.indices where rows[index].releases.contains(version, isPro: isPro) {
            let condition = rows[index].condition
            guard condition == .always || condition.holds(subject) else { continue }
            if let value = rows[index].value(subject) { members.append(JSON.Member(rows[index].key, value)) }
        }
        return .object(members)
    }
}
