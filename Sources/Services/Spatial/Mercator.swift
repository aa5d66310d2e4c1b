// SPDX-License-Identifier: Apache-2.0

import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The projection from WGS 84 to Web Mercator (EPSG:3857): a sphere of radius 6378137.
enum Mercator {
    static let radius = 6_378_137.0

    static func project(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let y = radius * log(tan(.pi / 4 + latitude * .pi / 360))
        return (radius * longitude * .pi / 180, y)
    }

    /// Returns the inverse projection.
    static func unproject(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (x / radius * 180 / .pi, (2 * atan(exp(y / radius)) - .pi / 2) * 180 / .pi)
    }

    /// Returns a geometry with all coordinates projected; heights and measures stay.
    static func project(_ geometry: JSON) -> JSON { moved(geometry, project) }

    /// Returns a geometry with all coordinates unprojected.
    static func unproject(_ geometry: JSON) -> JSON { moved(geometry, unproject) }

    /// Returns a geometry with all coordinates moved.
    static func moved(_ geometry: JSON, _ move: (Double, Double) -> (x: Double, y: Double)) -> JSON {
        switch geometry {
        case .object(let members):
            if let x = geometry["x"]?.double, let y = geometry["y"]?.double {
                let point = move(x, y)
                return .object(
                    members.map { member in
                        switch member.name {
                        case "x": .init("x", .double(point.x))
                        case "y": .init("y", .double(point.y))
                        default: member
                        }
                    })
            }
            if let xmin = geometry["xmin"]?.double, let ymin = geometry["ymin"]?.double,
                let xmax = geometry["xmax"]?.double, let ymax = geometry["ymax"]?.double
            {
                let (low, high) = (move(xmin, ymin), move(xmax, ymax))
                return .object([
                    .init("xmin", .double(low.x)), .init("ymin", .double(low.y)), .init("xmax", .double(high.x)),
                    .init("ymax", .double(high.y)),
                ])
            }
            return .object(members.map { JSON.Member($0.name, moved($0.value, move)) })
        case .array(let elements):
            if elements.count >= 2, let x = elements[0].double, let y = elements[1].double {
                let point = move(x, y)
                return .array([.double(point.x), .double(point.y)] + elements.dropFirst(2))
            }
            return .array(elements.map { moved($0, move) })
        default: return geometry
        }
    }
}
