// SPDX-License-Identifier: Apache-2.0

import Formats
import Trust

/// What PROJ's database says of a system of coordinates.
struct CoordinateSystem: Sendable {
    /// What names a system: a number of EPSG or Esri, or well-known text.
    enum Key: Sendable, Hashable {
        case number(Int)
        case text(String)
    }

    var key: Key
    var isGeographic: Bool
    /// A Boolean value that indicates whether EPSG's list has the north first. Here, the east always is.
    var isNorthFirst: Bool
    /// The meters, or the radians of a geographic system, in one unit of its coordinates.
    var unit: Double
    /// The unit's number in EPSG's list.
    var unitCode: Int?
    var ellipsoid: Ellipsoid
    /// The radians in one unit of the geographic system that it is based on.
    var angle: Double
    /// The area of use in degrees, which may cross the 180th meridian: then the east is less than the west.
    var area: Envelope?
    /// Its well-known text in Esri's words, if its projection is one of Esri's.
    var wkt: String?
    var authority: String?
    var code: Int?

    /// Esri's name.
    var name: String? { wkt?.split(separator: "\"", maxSplits: 2).dropFirst().first.map(String.init) }

    /// The numbers that a release from 10.1 on writes.
    struct Numbers: Sendable, Hashable {
        /// The older number, which clients before 10.1 know.
        var wkid: Int
        /// EPSG's, if Esri's was replaced by it.
        var latest: Int
    }

    private struct Known {
        var systems: [Key: CoordinateSystem?] = [:]
        var numbers: [Int: Numbers] = [:]
    }
    private static let known = Lock(Known())
    /// Clients may send any text; what is kept of them is bounded.
    private static let most = 512

    /// Returns the facts of a system, or `nil` if PROJ knows none of that number or text.
    static func of(_ key: Key) -> CoordinateSystem? {
        if let known = known.withLock({ $0.systems[key] }) { return known }
        // Outside the lock: two threads may ask at once, and find the same.
        let found = ProjectionBench.use { $0.facts(key) } ?? nil
        known.withLock { known in
            if known.systems.count >= most { known.systems.removeAll() }
            known.systems[key] = .some(found)
        }
        return found
    }

    /// Returns both numbers of the system that has one of them: 102718 and 2263 are one system. Esri's number is the
    /// replaced one whose name EPSG's list has as Esri's name; a system that both have under their own number, or only one
    /// of them has, has that one.
    static func numbers(_ wkid: Int) -> Numbers {
        if let known = known.withLock({ $0.numbers[wkid] }) { return known }
        let found = ProjectionBench.use { bench in paired(wkid, bench) } ?? Numbers(wkid: wkid, latest: wkid)
        known.withLock { known in
            if known.numbers.count >= most { known.numbers.removeAll() }
            known.numbers[wkid] = found
        }
        return found
    }

    private static func paired(_ wkid: Int, _ bench: ProjectionBench) -> Numbers {
        let alone = Numbers(wkid: wkid, latest: wkid)
        guard let system = bench.facts(.number(wkid)), let name = system.name else { return alone }
        if system.authority == "ESRI" {
            return Numbers(wkid: wkid, latest: bench.number(named: name, by: "EPSG") ?? wkid)
        }
        return Numbers(wkid: bench.number(named: name, by: "ESRI") ?? wkid, latest: wkid)
    }
}
