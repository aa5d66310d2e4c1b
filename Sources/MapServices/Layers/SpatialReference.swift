import Facts
import Formats

/// The spatial references this double can answer in: a layer's own WGS 84, and Web Mercator.
package enum SpatialReference: Sendable, Hashable {
    case wgs84
    case webMercator

    /// What `outSR` and `inSR` mean: a number, or JSON with `wkid`; 3857, 102100 and 900913 are one.
    init?(_ text: String) {
        let wkid: Int?
        if let number = Int(ASCII.trimmed(text)) {
            wkid = number
        } else if let json = try? JSONReader.read(Array(text.utf8)) {
            wkid = json["latestWkid"]?.integer ?? json["wkid"]?.integer
        } else {
            wkid = nil
        }
        switch wkid {
        case 4326: self = .wgs84
        case 3857, 102100, 102113, 900913: self = .webMercator
        default: return nil
        }
    }

    /// Its object; from 11.1 on with the grid that coordinates are kept on (captured 11.1, 11.2: services 2.1).
    func json(_ version: Version) -> JSON {
        var members: [JSON.Member] =
            switch self {
            case .wgs84: [.init("wkid", .number("4326")), .init("latestWkid", .number("4326"))]
            case .webMercator: [.init("wkid", .number("102100")), .init("latestWkid", .number("3857"))]
            }
        if version.hasGridInSpatialReference {
            let grid: [(String, String)] =
                self == .wgs84
                ? [
                    ("xyTolerance", "8.983152841195215e-9"), ("zTolerance", "0.001"), ("mTolerance", "0.001"),
                    ("falseX", "-400"), ("falseY", "-400"), ("xyUnits", "999999999.9999999"), ("falseZ", "-100000"),
                    ("zUnits", "10000"), ("falseM", "-100000"), ("mUnits", "10000"),
                ]
                : [
                    ("xyTolerance", "0.001"), ("zTolerance", "0.001"), ("mTolerance", "0.001"),
                    ("falseX", "-20037700"), ("falseY", "-30241100"), ("xyUnits", "10000"), ("falseZ", "-100000"),
                    ("zUnits", "10000"), ("falseM", "-100000"), ("mUnits", "10000"),
                ]
            members += grid.map { JSON.Member($0.0, .number($0.1)) }
        }
        return .object(members)
    }

    /// The short form that stands in query answers.
    var short: JSON {
        switch self {
        case .wgs84: .object([.init("wkid", .number("4326")), .init("latestWkid", .number("4326"))])
        case .webMercator: .object([.init("wkid", .number("102100")), .init("latestWkid", .number("3857"))])
        }
    }
}

extension Version {
    var hasGridInSpatialReference: Bool { name.hasPrefix("11.") }
}
