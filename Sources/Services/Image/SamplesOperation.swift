// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `getSamples`: the values of pixels at points, or along a line (documented: get-samples).
enum SamplesOperation {
    /// The most points; the documentation's limit of sampleCount.
    private static let most = 1000

    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let text = request.given("geometry") ?? ""
        let json = text.contains("{") ? try? JSONReader.read(json5: Array(text.utf8)) : nil
        let reference = json?["spatialReference"].map(SpatialReference.init(json:)) ?? service.rasterReference
        guard let points = points(json, text, request) else {
            throw request.badImage("geometry", text, "a point, multipoint, polyline, polygon or envelope")
        }
        let rule = try request.rasterRule(service)
        let view = service.rasterView.map { $0.rendered(rule, bands: service.rasterBandCount) }
        var samples: [JSON] = []
        for (index, point) in points.enumerated() {
            let place = JSON.object([.init("x", .double(point.x)), .init("y", .double(point.y))])
            guard let placed = reference.project(place, to: service.rasterReference), let x = placed["x"]?.double,
                let y = placed["y"]?.double
            else { throw request.badImage("geometry", text, "a spatial reference that can be projected") }
            guard let value = value(x, y, rule == nil && service.imagery?.picture == nil ? nil : view, service) else {
                continue
            }
            samples.append(
                .object([
                    .init(
                        "location",
                        .object([
                            .init("x", .double(point.x)), .init("y", .double(point.y)),
                            .init("spatialReference", reference.short(request.version)),
                        ])), .init("locationId", .int(index)), .init("value", .string(value)),
                    .init("rasterId", .int(1)),
                    .init("resolution", .double(resolution(service))), .init("attributes", .object([])),
                ]))
        }
        return .json(.object([.init("samples", .array(samples))]))
    }

    private static func resolution(_ service: ServiceModel) -> Double {
        guard let view = service.rasterView else { return 1 }
        return (view.extent.xmax - view.extent.xmin) / Double(view.raster.width)
    }

    /// Returns the values of the bands, apart by blanks; `nil` where there is no pixel.
    private static func value(_ x: Double, _ y: Double, _ view: RasterView?, _ service: ServiceModel) -> String? {
        if let view {
            let values = view.values(x, y, in: service.rasterReference, count: service.rasterBandCount)
            return values?.map(RasterView.text).joined(separator: " ")
        }
        guard service.rasterExtent?.contains(x, y) ?? false else { return nil }
        return (service.imagery?.pixel ?? "0").split(separator: ",").map { ASCII.trimmed($0) }.joined(separator: " ")
    }

    /// Returns the points themselves, or as many along a line and over an area as sampleCount says: 100 by default.
    private static func points(_ json: JSON?, _ text: String, _ request: ServiceRequest) -> [Vertex]? {
        if json == nil {
            let numbers = text.split(separator: ",").map { Double(ASCII.trimmed($0)) }
            guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
            return [Vertex(x: x, y: y)]
        }
        guard let json else { return nil }
        let count = max(1, min(most, request.given("samplecount").flatMap { Int(ASCII.trimmed($0)) } ?? 100))
        if let box = Envelope(json: json) { return grid(box, count) { _ in true } }
        guard let outline = Outline(json, hasZ: false, hasM: false) else { return nil }
        switch outline.type {
        case .point, .multipoint: return Array(outline.parts.joined().prefix(most))
        case .polyline: return along(Array(outline.parts.joined()), count)
        case .polygon:
            guard let area = Geometry(json), let box = area.envelope else { return nil }
            return grid(box, count) { point in Geometry(Outline(.point, [[point]])).map(area.covers) ?? false }
        }
    }

    private static func grid(_ box: Envelope, _ count: Int, _ isInside: (Vertex) -> Bool) -> [Vertex] {
        let side = max(1, Int(Double(count).squareRoot()))
        return (0..<side).flatMap { row in
            (0..<side).map { column in
                Vertex(
                    x: box.xmin + (box.xmax - box.xmin) * (Double(column) + 0.5) / Double(side),
                    y: box.ymax - (box.ymax - box.ymin) * (Double(row) + 0.5) / Double(side))
            }
        }.filter(isInside)
    }

    private static func along(_ line: [Vertex], _ count: Int) -> [Vertex] {
        func length(_ one: Vertex, _ other: Vertex) -> Double {
            ((other.x - one.x) * (other.x - one.x) + (other.y - one.y) * (other.y - one.y)).squareRoot()
        }
        let whole = zip(line, line.dropFirst()).reduce(0) { $0 + length($1.0, $1.1) }
        guard whole > 0, count > 1 else { return Array(line.prefix(1)) }
        var (points, passed, next) = ([Vertex](), 0.0, 0)
        for (one, other) in zip(line, line.dropFirst()) {
            let here = length(one, other)
            while next < count, whole * Double(next) / Double(count - 1) <= passed + here + whole * 1e-12 {
                let share = here == 0 ? 0 : (whole * Double(next) / Double(count - 1) - passed) / here
                points.append(
                    Vertex(x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share))
                next += 1
            }
            passed += here
        }
        return points
    }
}
