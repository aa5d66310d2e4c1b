// SPDX-License-Identifier: Apache-2.0

import Formats

/// `datumTransformation`: the transformations of the database to apply, in order
/// (docs/reference/spatial-references.md#from-one-datum-to-another).
struct DatumTransformation: Sendable, Hashable {
    struct Part: Sendable, Hashable {
        /// The number of EPSG or Esri.
        var wkid: Int
        /// Whether it is applied from its source to its target; `nil` is as it fits.
        var isForward: Bool?
    }

    var parts: [Part]

    private init(parts: [Part]) { self.parts = parts }

    /// Reads a number, `{"wkid":1623}`, or a composite `{"geoTransforms":[{"wkid":108889,"transformForward":false}]}`;
    /// `isForward` is what is said beside it of one without a direction of its own.
    init?(_ text: String, isForward: Bool? = nil) {
        if let number = Int(ASCII.trimmed(text)) {
            self.init(parts: [Part(wkid: number, isForward: isForward)])
            return
        }
        guard let json = try? JSONReader.read(json5: Array(text.utf8)), json.members != nil else { return nil }
        self.init(json: json)
        if let isForward, json["geoTransforms"] == nil, parts[0].isForward == nil { parts[0].isForward = isForward }
    }

    init?(json: JSON) {
        let list = json["geoTransforms"]?.elements ?? [json]
        // A chain longer than any datum needs is none.
        guard (1...8).contains(list.count) else { return nil }
        parts = []
        for one in list {
            let number = one["latestWkid"] ?? one["wkid"]
            guard let wkid = number?.integer ?? number?.text.flatMap({ Int($0) }) else { return nil }
            let isForward: Bool? = if case .bool(let forward) = one["transformForward"] { forward } else { nil }
            parts.append(Part(wkid: wkid, isForward: isForward ?? (json["geoTransforms"] == nil ? nil : true)))
        }
    }

    enum Failure: Error {
        /// A number that is no transformation's.
        case unknown
    }

    /// Returns the names of the files that the transformations would need between two systems and that are not
    /// installed; empty if they work, or do not lead there.
    func missingFiles(from source: SpatialReference, to target: SpatialReference) -> [String] {
        guard let from = source.system, let to = target.system,
            case .missing(let files)? = ProjectionBench.use({ $0.chain(parts, from: from.key, to: to.key) })
        else { return [] }
        return files
    }

    /// Returns the way by these transformations, or `nil` if they are not between the datums of both systems, or need a
    /// file that is not installed: then PROJ chooses.
    func path(
        from source: SpatialReference, to target: SpatialReference
    ) throws(Failure) -> SpatialReference.Path? {
        guard let from = source.system, let to = target.system else { return nil }
        let found = ProjectionBench.use { bench in bench.chain(parts, from: from.key, to: to.key) }
        guard let found else { return nil }
        switch found {
        case .unknown: throw .unknown
        case .unfit, .missing: return nil
        case .fits(let operations):
            var way = Transformation([.toGeographic(from.key)] + operations + [.fromGeographic(to.key)])
            way.dateLine = SpatialReference.dateLine(from, to, target.horizontal)
            return way.works ? .proj(way) : nil
        }
    }
}
