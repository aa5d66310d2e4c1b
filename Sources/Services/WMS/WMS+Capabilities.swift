// SPDX-License-Identifier: Apache-2.0

import Formats

/// GetCapabilities.
extension WMS {
    func capabilities() -> XMLElement {
        let isNew = version == .v130
        var attributes = [("version", version.rawValue)]
        if isNew {
            attributes += [
                ("xmlns", "http://www.opengis.net/wms"), ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
                ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
                (
                    "xsi:schemaLocation",
                    "http://www.opengis.net/wms http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd"
                ),
            ]
        }
        return XMLElement(
            isNew ? "WMS_Capabilities" : "WMT_MS_Capabilities", attributes, [serviceElement, capability])
    }

    /// The URL of every operation. It repeats the token; otherwise clients that use only this URL lose it.
    private var resource: XMLElement {
        let token = request.token.map { "token=\(Percent.encode($0))&" } ?? ""
        let url = "\(request.server)/services/\(service.name)/MapServer/WMSServer?\(token)"
        var attributes = [("xlink:type", "simple"), ("xlink:href", url)]
        if version == .v111 { attributes.insert(("xmlns:xlink", "http://www.w3.org/1999/xlink"), at: 0) }
        return XMLElement("OnlineResource", attributes)
    }

    private var title: String { String(service.name.split(separator: "/").last ?? "") }

    private var serviceElement: XMLElement {
        var children = [
            XMLElement("Name", text: version == .v130 ? "WMS" : "OGC:WMS"), XMLElement("Title", text: title),
            XMLElement("Abstract", text: service.description), resource, XMLElement("Fees", text: "none"),
            XMLElement("AccessConstraints", text: "none"),
        ]
        if version == .v130 {
            let side = String(Maps.largestPicture)
            children += [XMLElement("MaxWidth", text: side), XMLElement("MaxHeight", text: side)]
        }
        return XMLElement("Service", children)
    }

    private func operation(_ name: String, _ formats: [String]) -> XMLElement {
        let get = XMLElement("DCPType", [XMLElement("HTTP", [XMLElement("Get", [resource])])])
        return XMLElement(name, formats.map { XMLElement("Format", text: $0) } + [get])
    }

    private var capability: XMLElement {
        let isNew = version == .v130
        let request = XMLElement(
            "Request",
            [
                operation("GetCapabilities", [isNew ? "text/xml" : "application/vnd.ogc.wms_xml"]),
                operation("GetMap", Array(WMS.formats.map(\.type))),
                operation("GetFeatureInfo", WMS.infoFormats),
            ])
        let exceptions = XMLElement(
            "Exception", [XMLElement("Format", text: isNew ? "XML" : "application/vnd.ogc.se_xml")])
        var root: [XMLElement] = [XMLElement("Title", text: title)]
        root += systems.filter { isNew || $0.name != "CRS:84" }.map {
            XMLElement(isNew ? "CRS" : "SRS", text: $0.name)
        }
        if let extent = service.fullExtent { root += bounds(extent, service.reference) }
        root += layers.map { name, layer in
            var children = [
                XMLElement("Name", text: name), XMLElement("Title", text: layer.name),
                XMLElement("Abstract", text: layer.description),
            ]
            if let data = layer.data, let extent = data.extent { children += bounds(extent, data.reference) }
            children.append(
                XMLElement("Style", [XMLElement("Name", text: "default"), XMLElement("Title", text: layer.name)]))
            return XMLElement("Layer", [("queryable", "1")], children)
        }
        return XMLElement("Capability", [request, exceptions, XMLElement("Layer", root)])
    }

    /// Returns the rectangle in degrees, and one for each reference system.
    private func bounds(_ extent: Envelope, _ reference: SpatialReference) -> [XMLElement] {
        guard let degrees = reference.project(extent, to: .wgs84) else { return [] }
        let sides = [("minx", degrees.xmin), ("miny", degrees.ymin), ("maxx", degrees.xmax), ("maxy", degrees.ymax)]
        let around: XMLElement
        if version == .v130 {
            let names = ["westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude"]
            let order = [degrees.xmin, degrees.ymin, degrees.xmax, degrees.ymax]
            around = XMLElement(
                "EX_GeographicBoundingBox",
                [0, 2, 1, 3].map { XMLElement(names[$0], text: order[$0].description) })
        } else {
            around = XMLElement("LatLonBoundingBox", sides.map { ($0.0, $0.1.description) })
        }
        let boxes = systems.filter { version == .v130 || $0.name != "CRS:84" }.compactMap { name, system in
            reference.project(extent, to: system).map { box in
                let isTurned = turnsAxes(name)
                return XMLElement(
                    "BoundingBox",
                    [
                        (version == .v130 ? "CRS" : "SRS", name),
                        ("minx", (isTurned ? box.ymin : box.xmin).description),
                        ("miny", (isTurned ? box.xmin : box.ymin).description),
                        ("maxx", (isTurned ? box.ymax : box.xmax).description),
                        ("maxy", (isTurned ? box.xmax : box.ymax).description),
                    ])
            }
        }
        return [around] + boxes
    }

    /// Returns whether the first axis of a system goes north, as EPSG's list has it, by which 1.3.0 goes.
    func turnsAxes(_ system: String) -> Bool {
        guard version == .v130, !ASCII.equal(system, "EPSG:4326") else { return version == .v130 }
        let reference = systems.first { ASCII.equal($0.name, system) }?.reference
        guard case .other? = reference else { return false }
        return reference?.system?.isNorthFirst ?? false
    }
}
