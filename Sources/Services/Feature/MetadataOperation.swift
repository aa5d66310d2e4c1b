// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `metadata` of a layer: a document of ArcGIS's own form with what the layer says of itself.
enum MetadataOperation {
    static func answer(
        _ request: inout ServiceRequest, in service: inout ServiceModel
    ) throws(ServiceError) -> ServiceResponse {
        let layer = try request.layer(request.names["layer"] ?? "", in: service)
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><metadata xml:lang=\"en\"><Esri>"
            + "<ArcGISFormat>1.0</ArcGISFormat></Esri><dataIdInfo><idCitation><resTitle>\(escaped(layer.name))"
            + "</resTitle></idCitation><idAbs>\(escaped(layer.description))</idAbs><idCredit>"
            + "\(escaped(layer.copyright))</idCredit></dataIdInfo></metadata>"
        return .file(FileResponse(type: "application/xml", bytes: Array(text.utf8)))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
