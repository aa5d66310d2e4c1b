// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

extension MapServices {
    /// The images that `iteminfo` names, below it.
    static let thumbnails: [Resource] = [
        Resource(
            "info/thumbnail/thumbnail.png", [.mapServer, .featureServer], "The service's thumbnail.",
            evidence: .documented(
                "developers.arcgis.com/rest/services-reference/enterprise/item-information/; that it shows the whole map is inferred"
            )
        ) { $0.thumbnail(layer: nil) },
        Resource(
            "{layer}/thumbnail/thumbnail.png", [.mapServer, .featureServer], "The layer's thumbnail.", since: .v10_6_1,
            evidence: .inferred("the layer's iteminfo names it as the service's does")
        ) { $0.thumbnail(layer: $0.names["layer"]) },
    ]
}

extension ServiceRequest {
    /// Returns the whole map, or one of its layers, as a small image.
    func thumbnail(layer id: String?) -> Result {
        // However small it is, a thumbnail shows every layer that is visible by default.
        var layers = service.layers.filter { layer in
            layer.data?.geometryType != nil && service.line(of: layer).allSatisfy(\.isVisible)
        }
        if let id {
            switch find(id) {
            case .failure(let refused): return .refused(refused)
            case .success(let layer): layers = [layer]
            }
        }
        let whole = service.extent(of: layers) ?? Envelope(xmin: -180, ymin: -90, xmax: 180, ymax: 90)
        switch MapRequest(reading: self).parts(layers, LayerDefinitions(), nil) {
        case .failure(let refused): return .refused(refused)
        case .success(var parts):
            // Labels would cover everything.
            for index in parts.indices { parts[index].labels = [] }
            // The size of thumbnails in portals (documented of items).
            let frame = Frame(
                extent: whole.widened, reference: service.reference, width: 200, height: 133
            ).fitted
            let drawing = MapDrawing(frame: frame, background: .white, parts: parts)
            return .later { .reply(.png(drawing.picture()?.png() ?? [])) }
        }
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
