// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// The picture of the whole map, or of one layer of it, small.
enum ThumbnailOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        // However small it is, a thumbnail shows every layer that is visible by default.
        let all = service.layers
        let shown = all.indices.filter { place in
            all[place].data?.geometryType != nil && all.line(from: place).allSatisfy { all[$0].isVisible }
        }
        var layers = shown.map { all[$0] }
        if let id = request.names["layer"] { layers = [try request.layer(id, in: service)] }
        let whole = service.extent(of: layers) ?? Envelope(xmin: -180, ymin: -90, xmax: 180, ymax: 90)
        var parts = try MapRequest(request: request, service: service).parts(layers, LayerDefinitions(), nil)
        // Labels would cover everything.
        for index in parts.indices { parts[index].labels = [] }
        // The size of thumbnails in portals (documented of items).
        let frame = Frame(extent: whole.widened, reference: service.reference, width: 200, height: 133).fitted
        let drawing = MapDrawing(frame: frame, background: .white, parts: parts)
        return .deferred { .file(.png(drawing.picture()?.png() ?? [])) }
    }
}

extension Envelope {
    /// The extent enlarged by a twentieth on each side; by one unit for a point.
    fileprivate var widened: Envelope {
        let (wide, high) = (max(xmax - xmin, 1e-9), max(ymax - ymin, 1e-9))
        let (x, y) = (xmax > xmin ? wide / 20 : 0.5, ymax > ymin ? high / 20 : 0.5)
        return Envelope(xmin: xmin - x, ymin: ymin - y, xmax: xmax + x, ymax: ymax + y)
    }
}
