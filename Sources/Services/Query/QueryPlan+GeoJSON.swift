// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `f=geojson` (RFC 7946).
extension QueryPlan {
    func geoJSON(_ page: Page, _ query: Query) -> JSON {
        var members: [JSON.Member] = [.init("type", .string("FeatureCollection"))]
        // Captured where a spatial reference was requested.
        if request.given("outsr") != nil, let wkid = query.outSR.latestWkid {
            let name = JSON.object([.init("name", .string("EPSG:\(wkid)"))])
            members.append(.init("crs", .object([.init("type", .string("name")), .init("properties", name)])))
        }
        if page.isCut { members.append(moreFollow) }
        let features = page.rows.map { row -> JSON in
            let properties = query.fields.map { index in
                JSON.Member(data.fields[index].name, value(row.values[index], data.fields[index].type))
            }
            let outline = query.returnsGeometry ? query.form.outline(row.geometry) : nil
            return .object([
                .init("type", .string("Feature")), .init("id", .int(row.objectID)),
                .init(
                    "geometry",
                    outline.map { GeoJSON.geometry($0, hasZ: data.hasZ && query.form.returnsZ) } ?? .null),
                .init("properties", .object(properties)),
            ])
        }
        members.append(.init("features", .array(features)))
        return .object(members)
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
