import Formats
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// From WGS 84 to Web Mercator (EPSG:3857): the sphere of radius 6378137.
enum Mercator {
    static func project(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
        let radius = 6_378_137.0
        let y = radius * log(tan(.pi / 4 + latitude * .pi / 360))
        return (radius * longitude * .pi / 180, y)
    }

    /// A geometry with every pair of coordinates projected.
    static func project(_ geometry: JSON) -> JSON {
        switch geometry {
        case .object(let members):
            if let x = geometry["x"]?.double, let y = geometry["y"]?.double {
                let point = project(x, y)
                return .object([.init("x", .double(point.x)), .init("y", .double(point.y))])
            }
            return .object(members.map { JSON.Member($0.name, project($0.value)) })
        case .array(let elements):
            if elements.count == 2, let x = elements[0].double, let y = elements[1].double {
                let point = project(x, y)
                return .array([.double(point.x), .double(point.y)])
            }
            return .array(elements.map(project))
        default: return geometry
        }
    }
}
