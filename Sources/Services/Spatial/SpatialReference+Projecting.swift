// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// Geometries from one spatial reference to another: WGS 84 and Web Mercator by formulas, without a library to load;
/// everything else by PROJ.
extension SpatialReference {
    /// The system without a vertical one.
    var horizontal: SpatialReference {
        guard case .other(let json) = self, json["vcsWkid"] != nil, let members = json.members else { return self }
        return SpatialReference(
            json: .object(members.filter { $0.name != "vcsWkid" && $0.name != "latestVcsWkid" }))
    }

    /// Returns a geometry in another spatial reference, or `nil` if one of both is unknown. A geometry outside of the
    /// domain of a projection is null, and so is null.
    func project(_ geometry: JSON, to other: SpatialReference) -> JSON? {
        switch (self, other) {
        case (.wgs84, .webMercator): Mercator.project(geometry)
        case (.webMercator, .wgs84): Mercator.unproject(geometry)
        default: self == other ? geometry : path(to: other)?.project(geometry)
        }
    }

    /// Returns a rectangle in another spatial reference, or `nil` if one of both is unknown or it lies outside of the
    /// domain of a projection.
    func project(_ envelope: Envelope, to other: SpatialReference) -> Envelope? {
        let move: (Double, Double) -> (x: Double, y: Double)
        switch (self, other) {
        case (.wgs84, .webMercator): move = Mercator.project
        case (.webMercator, .wgs84): move = Mercator.unproject
        default: return self == other ? envelope : path(to: other)?.project(envelope)
        }
        let (low, high) = (move(envelope.xmin, envelope.ymin), move(envelope.xmax, envelope.ymax))
        return Envelope(xmin: low.x, ymin: low.y, xmax: high.x, ymax: high.y)
    }

    /// Returns whether coordinates can be moved to another spatial reference.
    func isProjected(to other: SpatialReference) -> Bool { project(.null, to: other) != nil }

    /// The way from one spatial reference to another.
    enum Path: Sendable {
        case same
        case toMercator
        case fromMercator
        case proj(Transformation)

        func project(_ geometry: JSON) -> JSON {
            switch self {
            case .same: geometry
            case .toMercator: Mercator.project(geometry)
            case .fromMercator: Mercator.unproject(geometry)
            case .proj(let transformation): transformation.project(geometry)
            }
        }

        func project(_ envelope: Envelope) -> Envelope? {
            switch self {
            case .same: envelope
            case .toMercator: SpatialReference.wgs84.project(envelope, to: .webMercator)
            case .fromMercator: SpatialReference.webMercator.project(envelope, to: .wgs84)
            case .proj(let transformation): transformation.project(envelope)
            }
        }
    }

    private struct Pair: Hashable {
        var from: SpatialReference
        var to: SpatialReference
    }
    private static let paths = Lock<[Pair: Path?]>([:])
    /// Clients may name any two systems; what is kept is bounded.
    private static let most = 256

    /// Returns the way to another spatial reference, or `nil` if one of both is unknown.
    func path(to other: SpatialReference) -> Path? {
        let pair = Pair(from: self, to: other)
        if let known = SpatialReference.paths.withLock({ $0[pair] }) { return known }
        let found = find(horizontal, other.horizontal)
        SpatialReference.paths.withLock { paths in
            if paths.count >= SpatialReference.most { paths.removeAll() }
            paths[pair] = .some(found)
        }
        return found
    }

    private func find(_ one: SpatialReference, _ other: SpatialReference) -> Path? {
        switch (one, other) {
        case (.wgs84, .webMercator): return .toMercator
        case (.webMercator, .wgs84): return .fromMercator
        default:
            guard !one.isSame(as: other) else { return .same }
            guard let source = one.system, let target = other.system,
                var way = Transformation(source.key, target.key)
            else { return nil }
            way.dateLine = SpatialReference.dateLine(source, target, other)
            return .proj(way)
        }
    }

    /// Returns where shapes from a plane are cut: they do not go around the world.
    static func dateLine(
        _ source: CoordinateSystem, _ target: CoordinateSystem, _ reference: SpatialReference
    ) -> DateLine? {
        guard !source.isGeographic else { return nil }
        if target.isGeographic { return DateLine(turn: 2 * .pi / target.unit) }
        return reference == .webMercator ? DateLine(turn: 2 * .pi * Mercator.radius) : nil
    }

    /// What would pass instead of an unknown one.
    static let known = "a wkid of EPSG or Esri, such as 4326, 102100 or 2263, or a well-known text"

    // MARK: Facts

    /// What PROJ knows of the system. `latestWkid` is EPSG's and comes first, well-known text last.
    var system: CoordinateSystem? {
        switch horizontal {
        case .wgs84: return CoordinateSystem.of(.number(4326))
        case .webMercator: return CoordinateSystem.of(.number(3857))
        case .other(let json):
            for number in [json["latestWkid"], json["wkid"]].compactMap({ $0?.integer }) {
                if let system = CoordinateSystem.of(.number(number)) { return system }
            }
            guard let text = json["wkt"]?.text, text.utf8.count <= 16_384 else { return nil }
            return CoordinateSystem.of(.text(text))
        }
    }

    /// The `units` of a map. All feet are `esriFeet` (captured of a map in US survey feet, sampleserver6
    /// CommercialDamageAssessment).
    var units: String {
        switch self {
        case .wgs84: return "esriDecimalDegrees"
        case .webMercator: return "esriMeters"
        case .other(let json):
            guard let system else {
                // A number that nobody knows: those of geographic systems begin with 4 in EPSG's list.
                return json["wkid"]?.integer.map { (4000..<5000).contains($0) } == true
                    ? "esriDecimalDegrees" : "esriMeters"
            }
            if system.isGeographic { return "esriDecimalDegrees" }
            let known = [(1, "esriMeters"), (0.3048, "esriFeet"), (1000, "esriKilometers"), (0.9144, "esriYards")]
            return known.first { abs(system.unit - $0.0) < 1e-5 * $0.0 }?.1 ?? "esriUnknownUnits"
        }
    }

    /// The number of the unit: meter, degree, foot, US survey foot.
    var unitCode: Int {
        switch units {
        case "esriDecimalDegrees": return 9102
        case "esriFeet": return abs((system?.unit ?? 0) - 0.3048) < 1e-9 ? 9002 : 9003
        default:
            guard case .other = self else { return 9001 }
            return system?.unitCode ?? 9001
        }
    }

    /// The inches in one unit, of which 39.37 are a meter and 12 any foot. A degree has its length at the equator, which
    /// matches the levels of the world's tile schemes: 0.703125 degrees per pixel is 295828763.7957775.
    var inches: Double {
        switch units {
        case "esriDecimalDegrees": return Mercator.radius * .pi / 180 * 39.37
        case "esriFeet": return 12
        default:
            guard case .other = self else { return 39.37 }
            return (system?.unit ?? 1) * 39.37
        }
    }

    // MARK: Numbers

    /// Returns the object with both numbers, as releases from 10.1 on write it. A system that Esri numbered before EPSG
    /// did has Esri's number first: 3857 is answered as 102100, 2154 as 102110
    /// (docs/reference/spatial-references.md#numbers).
    func completed(_ json: JSON) -> JSON {
        guard let wkid = json["wkid"]?.integer, var members = json.members else { return json }
        if json["latestWkid"] == nil {
            let numbers = CoordinateSystem.numbers(wkid)
            members =
                [.init("wkid", .int(numbers.wkid)), .init("latestWkid", .int(numbers.latest))]
                + members.filter { $0.name != "wkid" }
        }
        if let vertical = json["vcsWkid"], json["latestVcsWkid"] == nil {
            members.append(.init("latestVcsWkid", vertical))
        }
        return .object(members)
    }

    /// Returns the object as releases before 10.1 write it: without the latest number.
    static func early(_ json: JSON) -> JSON {
        guard json["latestWkid"] != nil, json["wkid"] != nil else { return json }
        return .object((json.members ?? []).filter { $0.name != "latestWkid" && $0.name != "latestVcsWkid" })
    }
}
