// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `f=geojson` (RFC 7946).
extension QueryPlan {
    func geoJSON(_ page: Page, _ query: Query) -> [UInt8] {
        var members: [JSON.Member] = [.init("type", .string("FeatureCollection"))]
        // Captured where a spatial reference was requested.
        if request.given("outsr") != nil, let wkid = query.outSR.latestWkid {
            let name = JSON.object([.init("name", .string("EPSG:\(wkid)"))])
            members.append(.init("crs", .object([.init("type", .string("name")), .init("properties", name)])))
        }
        if page.isCut { members.append(moreFollow) }
        var out = JSONWriter.json(.object(members), style: version.style)
        out.removeLast()
        out += FeatureText.features
        for (index, row) in page.rows.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            append(row, query, to: &out)
        }
        out += "]}".utf8
        return out
    }

    /// Appends a row as a feature.
    private func append(_ row: Feature, _ query: Query, to out: inout [UInt8]) {
        out += #"{"type":"Feature","id":"#.utf8
        JSONWriter.append(Int64(row.objectID), to: &out)
        out += FeatureText.geometry
        let outline = query.returnsGeometry ? query.form.outline(row.geometry) : nil
        if let outline {
            GeoJSON.append(outline, hasZ: data.hasZ && query.form.returnsZ, to: &out)
        } else {
            out += "null".utf8
        }
        out += #","properties":{"#.utf8
        for column in prepared.text.columns {
            out += column.key
            JSONWriter.append(value(row.values[column.index], column.type), style: version.style, to: &out)
        }
        out += "}}".utf8
    }

    /// Returns statistics and distinct values as features without geometry.
    func geoJSON(_ table: Table) -> JSON {
        var members: [JSON.Member] = [.init("type", .string("FeatureCollection"))]
        if table.isCut { members.append(moreFollow) }
        let features = table.rows.map { row in
            JSON.object([
                .init("type", .string("Feature")), .init("geometry", .null),
                .init("properties", .object(zip(table.fields, row).map { JSON.Member($0.name, $1) })),
            ])
        }
        return .object(members + [.init("features", .array(features))])
    }

    private var moreFollow: JSON.Member {
        let flag = JSON.Member("exceededTransferLimit", .bool(true))
        return manner.geoJSONFlag == .top ? flag : .init("properties", .object([flag]))
    }
}
