// SPDX-License-Identifier: Apache-2.0

import Formats

/// `f=kmz` of a map's layer (documented: query-map-service-layer).
extension QueryPlan {
    func kml(_ page: Page, _ query: Query) -> KML {
        let layer = Layer(id: layerID, name: request.serviceName, store: store)
        let name = request.serviceName.split(separator: "/").last.map(String.init) ?? request.serviceName
        let rows = page.rows.map { row in
            KML.placemark(
                row, query.fields, layer, data, query.returnsGeometry ? query.form.outline(row.geometry) : nil)
        }
        return KML(name: name, content: rows)
    }
}
