// SPDX-License-Identifier: Apache-2.0

import Formats

/// The result of GetFeatureInfo in the requested format.
struct FeatureInfo: Sendable {
    var found: [FoundRow]

    func file(_ format: String) -> FileResponse {
        switch format {
        case "text/xml": return document(xml.xml, "text/xml;charset=UTF-8")
        case "text/html": return document(html.xml, "text/html;charset=UTF-8")
        case "application/geo+json":
            return FileResponse(type: "application/geo+json;charset=UTF-8", bytes: JSONWriter.json(geoJSON))
        default: return FileResponse(type: "text/plain;charset=UTF-8", bytes: Array(plain.utf8))
        }
    }

    private func document(_ text: String, _ type: String) -> FileResponse {
        let prolog = type.hasPrefix("text/xml") ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : ""
        return FileResponse(type: type, bytes: Array((prolog + text).utf8))
    }

    private func values(_ found: FoundRow) -> [(name: String, value: String)] {
        let text = DisplayText(layer: found.layer, data: found.data)
        return found.data.indices.map { (found.data.fields[$0].alias, text.text($0, found.row)) }
    }

    /// One element per row with its values as attributes, like ArcGIS Server's XML (inferred).
    private var xml: XMLElement {
        XMLElement(
            "FeatureInfoResponse", [("xmlns", "http://www.esri.com/wms")],
            found.map { row in XMLElement("FIELDS", values(row).map { (FeatureInfo.name($0.name), $0.value) }) })
    }

    private var html: XMLElement {
        let tables = found.map { row in
            XMLElement(
                "table",
                [XMLElement("caption", text: row.layer.name)]
                    + values(row).map {
                        XMLElement("tr", [XMLElement("th", text: $0.name), XMLElement("td", text: $0.value)])
                    })
        }
        return XMLElement("html", [XMLElement("body", tables)])
    }

    private var plain: String {
        found.map { row in
            "\(row.layer.name)\n" + values(row).map { "  \($0.name): \($0.value)\n" }.joined()
        }.joined()
    }

    private var geoJSON: JSON {
        let features = found.map { row in
            JSON.object([
                .init("type", .string("Feature")), .init("id", .int(row.row.objectID)),
                .init("geometry", .null), .init("layerName", .string(row.layer.name)),
                .init("properties", .object(values(row).map { JSON.Member($0.name, .string($0.value)) })),
            ])
        }
        return .object([.init("type", .string("FeatureCollection")), .init("features", .array(features))])
    }

    /// Returns a valid attribute name.
    private static func name(_ text: String) -> String {
        let safe = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") ? $0 : "_" })
        return safe.first.map { $0.isLetter || $0 == "_" } ?? false ? safe : "_\(safe)"
    }
}
