// SPDX-License-Identifier: Apache-2.0

import Formats

/// Lengths and areas, in the way that `calculationType` names.
struct Measuring: Sendable {
    enum Calculation: String, Sendable, CaseIterable {
        /// In the coordinates themselves.
        case planar
        /// On the ellipsoid, positions joined by geodesics.
        case geodesic
        /// On the ellipsoid, lines where they are in the spatial reference.
        case preserveShape
    }

    private let calculation: Calculation
    private let reference: SpatialReference
    private let geodesic: Geodesic?
    private let request: ServiceRequest

    /// The lines of a side whose shape is preserved are about this long.
    private static let step = 10_000.0
    private static let most = 1000

    init(_ request: ServiceRequest, _ reference: SpatialReference?) throws(ServiceError) {
        let text = request.given("calculationtype")
        // Before 10.1, geodesic=true said it of lengths (documented: lengths).
        let usual = request.isTrue("geodesic") ? Calculation.geodesic : .planar
        let given = text.map { text in Calculation.allCases.first { ASCII.equal($0.rawValue, text) } } ?? usual
        guard let given else {
            throw request.badShape("calculationType", text ?? "", "planar, geodesic or preserveShape")
        }
        calculation = given
        self.reference = reference ?? .wgs84
        self.request = request
        geodesic = given == .planar ? nil : self.reference.geodesic
        if given != .planar, geodesic == nil { throw request.noGeodesics() }
    }

    var isPlanar: Bool { calculation == .planar }

    /// Returns the factor from what is measured to a unit: meters, or the units of the spatial reference.
    func factor(_ unit: MeasureUnit?, _ name: String) throws(ServiceError) -> Double {
        guard isPlanar else {
            guard let unit else { return 1 }
            guard unit.isLinear else { throw request.wrongUnit(name, reference) }
            return 1 / unit.size
        }
        guard let unit else { return 1 }
        return 1 / (try request.distance(1, unit, named: name, in: reference))
    }

    /// Returns the length of all parts.
    func length(_ shape: Shape) throws(ServiceError) -> Double {
        guard !isPlanar else { return shape.outline.parts.reduce(0) { $0 + Measuring.planar($1) } }
        var sum = 0.0
        for part in shape.outline.parts {
            sum += try onEllipsoid(part) { (line: [Vertex], geodesic: Geodesic) in geodesic.length(line) }
        }
        return sum
    }

    /// Returns the area; in the plane it is negative where the outer rings have the direction of holes.
    func area(_ shape: Shape) throws(ServiceError) -> Double {
        guard !isPlanar else { return shape.outline.parts.reduce(0) { $0 - Outline.area($1) / 2 } }
        var sum = 0.0
        for ring in shape.outline.parts {
            sum -= try onEllipsoid(ring) { (line: [Vertex], geodesic: Geodesic) in geodesic.area(line) }
        }
        return abs(sum)
    }

    private static func planar(_ part: [Vertex]) -> Double {
        zip(part, part.dropFirst()).reduce(0) { sum, side in
            let (dx, dy) = (side.1.x - side.0.x, side.1.y - side.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }

    /// Measures a part in degrees. A side that keeps its shape is measured in pieces, and in twice as many: the error of
    /// both is known to be a quarter in the second, and is taken away.
    private func onEllipsoid(
        _ part: [Vertex], _ measure: ([Vertex], Geodesic) -> Double
    ) throws(ServiceError) -> Double {
        guard let geodesic else { throw request.noGeodesics() }
        guard calculation == .preserveShape else { return measure(try degrees(part), geodesic) }
        let rough = try degrees(part)
        let counts = zip(rough, rough.dropFirst()).map { one, other in
            Int(within: min(Double(Self.most), max(4, (geodesic.inverse(one, other).meters / Self.step).rounded(.up))))
        }
        let (coarse, fine) = (
            measure(try degrees(dense(part, counts, 1)), geodesic),
            measure(try degrees(dense(part, counts, 2)), geodesic)
        )
        return (4 * fine - coarse) / 3
    }

    private func dense(_ part: [Vertex], _ counts: [Int], _ times: Int) -> [Vertex] {
        var positions = Array(part.prefix(1))
        for (index, count) in counts.enumerated() {
            for step in 1...(count * times) {
                positions.append(part[index].between(part[index + 1], Double(step) / Double(count * times)))
            }
        }
        return positions
    }

    private func degrees(_ part: [Vertex]) throws(ServiceError) -> [Vertex] {
        guard let outline = reference.degrees(Outline(.polyline, [part])) else {
            throw request.unprojectable(reference, .wgs84)
        }
        return outline.parts.first ?? []
    }
}
