// SPDX-License-Identifier: Apache-2.0

import Facts
package import Formats

/// A spatial reference: WGS 84 and Web Mercator, between which it projects by itself, and any other, as written, between
/// which PROJ does.
package enum SpatialReference: Sendable, Hashable, Codable {
    case wgs84
    case webMercator
    case other(JSON)

    /// Reads a parameter, whose quotes may be single or missing; `nil` if it is not a spatial reference.
    init?(written text: String) {
        if let number = Int(ASCII.trimmed(text)) {
            self.init(json: .object([.init("wkid", .int(number))]))
        } else if let json = try? JSONReader.read(json5: Array(text.utf8)), json.members != nil {
            self.init(json: json)
        } else {
            return nil
        }
    }

    /// Reads the object in a geometry, a feature set or a service's root.
    package init(json: JSON) {
        // One with a vertical system is kept as it is written.
        guard json["vcsWkid"] == nil else {
            self = .other(json)
            return
        }
        switch json["latestWkid"]?.integer ?? json["wkid"]?.integer {
        case 4326: self = .wgs84
        case 3857, 102100, 102113, 900913: self = .webMercator
        default: self = .other(json)
        }
    }

    /// The well-known id: 4326, 102100; Esri's, if it has its own for a system of EPSG's.
    var wkid: Int? {
        switch self {
        case .wgs84: 4326
        case .webMercator: 102100
        case .other(let json): completed(json)["wkid"]?.integer
        }
    }

    /// The EPSG code: 4326, 3857; Esri's own number of a system that only Esri has.
    var latestWkid: Int? {
        switch self {
        case .wgs84: 4326
        case .webMercator: 3857
        case .other(let json): completed(json)["latestWkid"]?.integer
        }
    }

    /// Returns whether both are the same system under any number: 102172 is 3107 in EPSG's list.
    func isSame(as other: SpatialReference) -> Bool {
        let (one, other) = (horizontal, other.horizontal)
        guard one != other else { return true }
        guard case .other = one, case .other = other, let number = one.latestWkid else { return false }
        return number == other.latestWkid
    }

    /// Its object; before 10.1 without `latestWkid`, from 11.1 on with the grid that coordinates are kept on (captured
    /// 10.04, 11.1, 11.2: docs/reference/catalog-and-descriptions.md#a-map-service).
    func json(_ version: Version) -> JSON { json(version, hasGrid: version.hasGridInSpatialReference) }

    /// Returns the object. Services in the ArcGIS Pro runtime have the grid at 10.71 too (captured).
    func json(_ version: Version, hasGrid: Bool) -> JSON {
        guard case .object(var members) = short(version) else { return .null }
        if hasGrid {
            let grid: [(String, String)] =
                switch self {
                case .wgs84: SpatialReference.degrees
                case .webMercator: SpatialReference.meters
                case .other: []
                }
            members += grid.map { JSON.Member($0.0, .number($0.1)) }
        }
        return .object(members)
    }

    /// Returns the short form in query answers.
    func short(_ version: Version) -> JSON {
        let (wkid, latest): (String, String)
        switch self {
        case .wgs84: (wkid, latest) = ("4326", "4326")
        case .webMercator: (wkid, latest) = ("102100", "3857")
        case .other(let json): return version.hasLatestWkid ? completed(json) : SpatialReference.early(json)
        }
        var members: [JSON.Member] = [.init("wkid", .number(wkid))]
        if version.hasLatestWkid { members.append(.init("latestWkid", .number(latest))) }
        return .object(members)
    }

    private static let degrees: [(String, String)] = [
        ("xyTolerance", "8.983152841195215e-9"), ("zTolerance", "0.001"), ("mTolerance", "0.001"),
        ("falseX", "-400"), ("falseY", "-400"), ("xyUnits", "999999999.9999999"), ("falseZ", "-100000"),
        ("zUnits", "10000"), ("falseM", "-100000"), ("mUnits", "10000"),
    ]

    private static let meters: [(String, String)] = [
        ("xyTolerance", "0.001"), ("zTolerance", "0.001"), ("mTolerance", "0.001"),
        ("falseX", "-20037700"), ("falseY", "-30241100"), ("xyUnits", "10000"), ("falseZ", "-100000"),
        ("zUnits", "10000"), ("falseM", "-100000"), ("mUnits", "10000"),
    ]
}

extension Version {
    var hasGridInSpatialReference: Bool { self >= .v11_0 && !isOnline }
    /// Captured: not at 10.04, there from 10.1 on.
    var hasLatestWkid: Bool { self >= .v10_1 }
}
