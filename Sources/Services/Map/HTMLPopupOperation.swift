// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `htmlPopup` of a row: what a popup of the map shows, as a page; a layer without popups has its type alone (documented).
enum HTMLPopupOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let id = request.names["layer"] ?? ""
        let (layer, store) = try request.rows(ofLayer: id, in: service)
        let description: Description =
            request.kind == .mapServer ? .mapLayer : service.isHosted(request.version) ? .hostedLayer : .featureLayer
        let described = description.json(service.subject(request.version, layer, isMap: request.kind == .mapServer))
        let type = described["htmlPopupType"]?.text ?? "esriServerHTMLPopupTypeNone"
        let row = request.names["oid"] ?? ""
        guard let number = Int(row), let feature = store.feature(number) else {
            throw request.badMapParameter("objectId", row, "the object id of a row")
        }
        var members: [JSON.Member] = [.init("htmlPopupType", .string(type))]
        if type != "esriServerHTMLPopupTypeNone" {
            members.append(.init("content", .string(page(layer, store.layer, feature))))
        }
        return .json(.object(members))
    }

    /// A table of the row's values; the words around them are the double's own (inferred).
    private static func page(_ layer: Layer, _ data: LayerData, _ row: Feature) -> String {
        func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
                .replacing("\"", with: "&quot;")
        }
        let lines = zip(data.fields, row.values).map { field, value in
            "<tr><td>\(escaped(field.alias))</td><td>\(escaped(Renderer.text(value)))</td></tr>"
        }
        return
            "<html><head><title>\(escaped(layer.name))</title></head><body><table>\(lines.joined())</table></body></html>"
    }
}
