// SPDX-License-Identifier: Apache-2.0

import Formats

/// A KML document in a KMZ archive (OGC 07-147r2): coordinates are degrees of WGS 84, the longitude first.
struct KML: Sendable {
    static let type = "application/vnd.google-earth.kmz"

    var name: String
    var content: [XMLElement]
    /// The files beside the document.
    var files: [(name: String, bytes: [UInt8])] = []

    /// Returns the archive as a file with a name.
    func file() -> FileResponse {
        let document = XMLElement("Document", [XMLElement("name", text: name)] + content)
        let root = XMLElement("kml", [("xmlns", "http://www.opengis.net/kml/2.2")], [document])
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.xml + "\n"
        let archive = ZIPWriter.archive([("doc.kml", Array(text.utf8))] + files)
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_ .".contains($0)) }
        let disposition = "attachment;filename=\"\(plain.isEmpty ? "doc" : plain).kmz\""
        return FileResponse(
            type: KML.type, bytes: archive, fields: [.init(name: "Content-Disposition", value: disposition)])
    }

    private static func number(_ value: Double) -> String {
        if case .number(let spelling) = JSON.double(value) { spelling } else { "0" }
    }

    /// Returns an image over its extent in degrees.
    static func overlay(_ name: String, _ file: String, _ extent: Envelope) -> XMLElement {
        let box = [
            ("north", extent.ymax), ("south", extent.ymin), ("east", extent.xmax), ("west", extent.xmin),
        ]
        return XMLElement(
            "GroundOverlay",
            [
                XMLElement("name", text: name), XMLElement("Icon", [XMLElement("href", text: file)]),
                XMLElement("LatLonBox", box.map { XMLElement($0.0, text: number($0.1)) }),
            ])
    }

    /// Returns a link to another document. Images are asked for anew when the view has come to rest, rows once
    /// (documented: generate-kml).
    static func link(_ name: String, _ url: String, isImage: Bool) -> XMLElement {
        var link = [
            XMLElement("href", text: url), XMLElement("viewRefreshMode", text: isImage ? "onStop" : "onRequest"),
        ]
        if isImage {
            link.append(
                XMLElement(
                    "viewFormat",
                    text:
                        "bbox=[bboxWest],[bboxSouth],[bboxEast],[bboxNorth]&bboxSR=4326&size=[horizPixels],[vertPixels]"
                ))
        }
        return XMLElement(
            "NetworkLink",
            [
                XMLElement("name", text: name), XMLElement("open", text: "1"), XMLElement("visibility", text: "1"),
                XMLElement("Link", link),
            ])
    }

    /// Returns a row with its values; `geometry` is in degrees.
    static func placemark(
        _ row: Feature, _ indices: [Int], _ layer: Layer, _ data: LayerData, _ geometry: Outline?
    ) -> XMLElement {
        let text = DisplayText(layer: layer, data: data)
        let shown = data.fields.firstIndex { $0.name == data.displayField }
        let name = shown.map { text.text($0, row) } ?? String(row.objectID)
        let values = indices.map { index in
            XMLElement(
                "Data", [("name", data.fields[index].name)],
                [XMLElement("value", text: text.text(index, row))])
        }
        return XMLElement(
            "Placemark", [("id", "ID_\(row.objectID)")],
            [XMLElement("name", text: name), XMLElement("ExtendedData", values)]
                + (geometry.flatMap { shape($0, hasZ: data.hasZ) }.map { [$0] } ?? []))
    }

    /// Returns a geometry; several parts are one of several.
    private static func shape(_ outline: Outline, hasZ: Bool) -> XMLElement? {
        func coordinates(_ part: [Vertex]) -> XMLElement {
            let texts = part.map { vertex in
                let height = hasZ && !vertex.z.isNaN ? ",\(number(vertex.z))" : ""
                return "\(number(vertex.x)),\(number(vertex.y))\(height)"
            }
            return XMLElement("coordinates", text: texts.joined(separator: " "))
        }
        func ring(_ name: String, _ part: [Vertex]) -> XMLElement {
            XMLElement(name, [XMLElement("LinearRing", [coordinates(part)])])
        }
        let shapes: [XMLElement] =
            switch outline.type {
            case .point, .multipoint: outline.parts.joined().map { XMLElement("Point", [coordinates([$0])]) }
            case .polyline: outline.parts.map { XMLElement("LineString", [coordinates($0)]) }
            case .polygon:
                Outline.polygons(outline.parts).map { rings in
                    XMLElement(
                        "Polygon",
                        rings.enumerated().map { ring($0 == 0 ? "outerBoundaryIs" : "innerBoundaryIs", $1) })
                }
            }
        return shapes.count > 1 ? XMLElement("MultiGeometry", shapes) : shapes.first
    }
}
