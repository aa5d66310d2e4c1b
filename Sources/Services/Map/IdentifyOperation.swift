// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `identify` of a map: docs/reference/maps.md#operations.
enum IdentifyOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let takesSimple = request.choice(.mapSimpleLayerDefs) == .pass
        let (asked, map) = try request.dynamic(of: service, keeping: ["layers"])
        let identify = try IdentifyReader(
            map: MapRequest(request: asked, service: map), takesSimpleDefinitions: takesSimple
        ).read()
        let answer = FoundRow.Answer(request, service, identify.reference)
        return .deferred { .json(answer.json(identify.found())) }
    }
}

/// A reader of the parameters of `identify`.
struct IdentifyReader {
    let map: MapRequest
    let takesSimpleDefinitions: Bool

    func read() throws(ServiceError) -> Identify {
        let request = map.request
        let reference = try map.reference("sr")
        let (shape, extent) = (try shape(reference), try map.envelope("mapExtent"))
        guard let text = request.given("tolerance"), let tolerance = Double(ASCII.trimmed(text)), tolerance.isFinite
        else {
            throw request.badMapParameter("tolerance", request.given("tolerance") ?? "", "tolerance in pixels, 10")
        }
        guard let display = request.given("imagedisplay") else {
            throw request.badMapParameter("imageDisplay", "", "width,height,dpi of the map on the screen: 600,550,96")
        }
        let size = try map.display(display)
        let parts = display.split(separator: ",")
        let frame = Frame(
            extent: extent, reference: reference, width: size.width, height: size.height,
            dpi: map.dpi(parts.count > 2 ? String(parts[2]) : nil))
        let choice = request.given("layers").map(LayerChoice.ofIdentify) ?? LayerChoice(.top)
        let definitions = try map.definitions(takesSimple: takesSimpleDefinitions)
        let time = map.time()
        let layers = map.service.layers
        var chosen: [Identify.Chosen] = []
        for place in choice.places(layers, scale: frame.scale) {
            guard let store = layers[place].store else { continue }
            chosen.append(Identify.Chosen(place: place, rows: try map.rows(layers[place], store, definitions, time)))
        }
        return Identify(
            shape: shape, reference: reference, distance: min(10_000, max(0, tolerance)) * frame.resolution,
            isTopOnly: choice.mode == .top, layers: layers, chosen: chosen, mask: try map.mask(reference))
    }

    /// Returns the geometry in the request's spatial reference; one with its own is projected.
    private func shape(_ reference: SpatialReference) throws(ServiceError) -> JSON {
        let request = map.request
        guard let text = request.given("geometry") else {
            throw request.identifiesNothing()
        }
        // An unknown type counts as the default (inferred).
        let types = ["point", "multipoint", "polyline", "polygon", "envelope"].map { "esrigeometry\($0)" }
        let type = request.given("geometrytype")?.lowercased() ?? ""
        guard let shape = SpatialFilter.shape(text, types.contains(type) ? type : types[0]), Geometry(shape) != nil
        else { throw request.badMapParameter("geometry", text, "x,y, or JSON of the geometryType") }
        guard let written = shape["spatialReference"] else { return shape }
        guard let projected = SpatialReference(json: written).project(shape, to: reference) else {
            throw request.badReference("geometry", text)
        }
        return projected
    }
}
