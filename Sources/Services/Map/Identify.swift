// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// What `identify` looks for, and where: docs/reference/maps.md#operations.
struct Identify: Sendable {
    /// The geometry, in `reference`.
    var shape: JSON
    var reference: SpatialReference
    /// The largest distance of a row, in units of the spatial reference.
    var distance: Double
    /// A Boolean value that indicates whether the search ends with the first layer that has a result.
    var isTopOnly: Bool
    /// The layers, from top to bottom.
    var layers: [(layer: Layer, rows: LayerRows)]

    func found() -> [FoundRow] {
        guard let asked = Geometry(shape), let around = asked.envelope else { return [] }
        let window = Envelope(
            xmin: around.xmin - distance, ymin: around.ymin - distance, xmax: around.xmax + distance,
            ymax: around.ymax + distance)
        var found: [FoundRow] = []
        for (layer, rows) in layers {
            guard let data = layer.data, let near = reference.project(window, to: data.reference) else { continue }
            for row in rows.features(in: near) {
                guard let geometry = row.geometry.flatMap({ data.reference.project($0, to: reference) }),
                    let other = Geometry(geometry), let away = asked.distance(other), away <= distance
                else { continue }
                found.append(FoundRow(layer: layer, data: data, row: row))
            }
            if isTopOnly, !found.isEmpty { break }
        }
        return found
    }
}

/// A reader of the parameters of `identify`.
struct IdentifyReader {
    let reading: ServiceRequest
    let takesSimpleDefinitions: Bool

    private static let notEmulated = [
        "gdbVersion", "mapRangeValues", "layerRangeValues", "layerParameterValues", "historicMoment",
        "clipping", "spatialFilter",
    ]

    func read() -> Result<Identify, ServiceRequest.Refused> {
        do throws(ServiceRequest.Refused) { return .success(try identify()) } catch { return .failure(error) }
    }

    private func identify() throws(ServiceRequest.Refused) -> Identify {
        let request = MapRequest(reading: reading)
        _ = try request.notEmulated(IdentifyReader.notEmulated).get()
        let reference = try request.reference("sr").get()
        let (shape, extent) = (try shape(reference), try request.envelope("mapExtent").get())
        guard let text = reading.given("tolerance"), let tolerance = Double(ASCII.trimmed(text)), tolerance >= 0,
            tolerance <= 10_000
        else {
            throw reading.badMapParameter("tolerance", reading.given("tolerance") ?? "", "tolerance in pixels, 10")
        }
        guard let display = reading.given("imagedisplay") else {
            throw reading.badMapParameter("imageDisplay", "", "width,height,dpi of the map on the screen: 600,550,96")
        }
        let size = try request.size(display, "imageDisplay").get()
        let parts = display.split(separator: ",")
        let dpi = try request.dpi(parts.count > 2 ? String(parts[2]) : nil, "imageDisplay").get()
        let frame = Frame(
            extent: extent, reference: reference, width: size.width, height: size.height, dpi: dpi)
        var choice = LayerChoice(.top)
        if let text = reading.given("layers") {
            guard let read = LayerChoice(text, LayerChoice.identify) else {
                throw reading.badMapParameter("layers", text, "top, visible or all, and ids after a colon: all:0,2")
            }
            choice = read
        }
        let definitions = try request.definitions(takesSimple: takesSimpleDefinitions).get()
        let time = try request.time().get()
        var layers: [(layer: Layer, rows: LayerRows)] = []
        for layer in choice.layers(request.service, scale: frame.scale) {
            guard let store = layer.store else { continue }
            layers.append((layer, try request.rows(layer, store, definitions, time).get()))
        }
        return Identify(
            shape: shape, reference: reference, distance: tolerance * frame.resolution,
            isTopOnly: choice.mode == .top, layers: layers)
    }

    /// Returns the geometry in the request's spatial reference; one with its own is projected.
    private func shape(_ reference: SpatialReference) throws(ServiceRequest.Refused) -> JSON {
        let text = reading.given("geometry") ?? ""
        let type = reading.given("geometrytype")?.lowercased() ?? "esrigeometrypoint"
        guard let shape = SpatialFilter.shape(text, type), Geometry(shape) != nil else {
            throw reading.badMapParameter("geometry", text, "x,y, or JSON of the geometryType")
        }
        guard let written = shape["spatialReference"] else { return shape }
        guard let projected = SpatialReference(json: written).project(shape, to: reference) else {
            throw reading.badReference("geometry", text)
        }
        return projected
    }
}

extension ServiceRequest {
    mutating func identify() -> Result {
        if let refused = without("Query") { return .refused(refused) }
        let takesSimple = choice(.mapSimpleLayerDefs) == .pass
        let identify = dynamic(keeping: ["layers"]).flatMap {
            IdentifyReader(reading: $0, takesSimpleDefinitions: takesSimple).read()
        }
        switch identify {
        case .failure(let refused): return .refused(refused)
        case .success(let identify):
            let (reading, style) = (self, style(identify.reference))
            return .later { reading.results(identify.found(), style) }
        }
    }
}
