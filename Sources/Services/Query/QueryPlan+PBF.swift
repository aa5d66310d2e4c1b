// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// `f=pbf`: Esri's FeatureCollection.proto; what stands where as captured from hosted services
/// (docs/reference/query.md#protocol-buffers). No capture of a server's own is known: it says what it says in JSON
/// (inferred).
extension QueryPlan {
    static let pbfType = "application/x-protobuf"

    func pbf(_ page: Page, _ query: Query) -> [UInt8] {
        let fields = query.fields.map { data.fields[$0] }
        let hasGeometry = query.returnsGeometry && data.geometryType != nil
        let hasCentroid = query.returnsCentroid && data.geometryType == .polygon
        let grid = query.form.grid ?? Grid(query.outSR)
        return QueryPlan.collection(1) { result in
            head(data.geometryType, query.outSR, isCut: page.isCut, &result)
            if data.hasZ, query.form.returnsZ { result.varint(10, 1) }
            if data.hasM, query.form.returnsM { result.varint(11, 1) }
            if hasGeometry || hasCentroid { result.message(12) { write(grid, query.form, &$0) } }
            for field in fields { result.message(13) { write(field, &$0) } }
            for row in page.rows {
                result.message(15) { feature in
                    for (field, index) in zip(fields, query.fields) {
                        feature.message(1) { QueryPlan.write(value(row.values[index], field.type), field, &$0) }
                    }
                    // A row without coordinates has no geometry at all (captured).
                    guard let outline = query.form.outline(row.geometry) else { return }
                    if hasGeometry { feature.message(2) { write(outline, grid, query.form, &$0) } }
                    if hasCentroid, let middle = outline.centroid {
                        let index = grid.location(middle)
                        feature.message(4) { $0.packed(3, [index.x, index.y].map(PBFWriter.zigzag)) }
                    }
                }
            }
        }
    }

    func pbf(_ table: Table) -> [UInt8] {
        QueryPlan.collection(1) { result in
            // In JSON too, a MapServer omits the geometry type here, and others have it.
            head(isMapServer ? nil : data.geometryType, data.reference, isCut: table.isCut, &result)
            for field in table.fields { result.message(13) { write(field, &$0) } }
            for row in table.rows {
                result.message(15) { feature in
                    for (field, value) in zip(table.fields, row) {
                        feature.message(1) { QueryPlan.write(value, field, &$0) }
                    }
                }
            }
        }
    }

    func pbf(count: Int) -> [UInt8] { QueryPlan.collection(2) { $0.varint(1, UInt64(count)) } }

    func pbf(ids: [Int]) -> [UInt8] {
        QueryPlan.collection(3) { result in
            result.string(1, data.objectIDField)
            if !ids.isEmpty { result.packed(3, ids.map { UInt64(bitPattern: Int64($0)) }) }
        }
    }

    func pbf(extent: Envelope?, _ count: Int?) -> [UInt8] {
        QueryPlan.collection(4) { result in
            if let extent {
                result.message(1) { box in
                    box.double(1, extent.xmin)
                    box.double(2, extent.ymin)
                    box.double(3, extent.xmax)
                    box.double(4, extent.ymax)
                    box.message(5) { QueryPlan.write(query.outSR, &$0) }
                }
            }
            if let count { result.varint(2, UInt64(count)) }
        }
    }

    private static func collection(_ kind: Int, _ body: (inout PBFWriter) -> Void) -> [UInt8] {
        var writer = PBFWriter()
        writer.message(2) { $0.message(kind, body) }
        return writer.bytes
    }

    /// Writes the fields of a set before its list of fields.
    private func head(
        _ type: GeometryType?, _ reference: SpatialReference, isCut: Bool, _ result: inout PBFWriter
    ) {
        result.string(1, data.objectIDField)
        if isHosted {
            result.message(2) { unique in
                unique.string(1, data.objectIDField)
                unique.varint(2, 1)
            }
        }
        if let name = data.globalIDField { result.string(3, name) }
        // A point is 0, and omitted. A table has the schema's number for no geometry (inferred).
        let number = type?.pbf ?? 127
        if number > 0 { result.varint(7, number) }
        if type != nil { result.message(8) { QueryPlan.write(reference, &$0) } }
        if isCut { result.varint(9, 1) }
    }

    private static func write(_ reference: SpatialReference, _ writer: inout PBFWriter) {
        if let wkid = reference.wkid { writer.varint(1, UInt64(wkid)) }
        if let latest = reference.latestWkid { writer.varint(2, UInt64(latest)) }
    }

    private func write(_ field: Field, _ writer: inout PBFWriter) {
        writer.string(1, field.name)
        if field.type.pbf > 0 { writer.varint(2, field.type.pbf) }
        writer.string(3, field.alias)
        if field.type.pbfSQL > 0 { writer.varint(4, field.type.pbfSQL) }
        // Both are strings (captured), only from hosted services; others have neither in JSON.
        guard isHosted else { return }
        func text(_ json: JSON) -> String { json.text ?? String(decoding: JSONWriter.json(json), as: UTF8.self) }
        if let domain = field.domain { writer.string(5, text(domain.json)) }
        if field.defaultValue != .null { writer.string(6, text(field.defaultValue)) }
    }

    /// Writes a value by the field's type, as captured except for big integers. NULL is an empty message.
    private static func write(_ value: JSON, _ field: Field, _ writer: inout PBFWriter) {
        switch value {
        case .string(let text): writer.string(1, text)
        case .number:
            let whole = value.integer ?? Int(exactly: (value.double ?? 0).rounded()) ?? 0
            switch field.type {
            case .objectID: writer.varint(whole > Int(UInt32.max) ? 7 : 5, UInt64(max(0, whole)))
            case .smallInteger, .integer: writer.signed(4, Int64(whole))
            case .date, .bigInteger: writer.signed(8, Int64(whole))
            case .single: writer.float(2, Float(value.double ?? 0))
            default: writer.double(3, value.double ?? 0)
            }
        default: break
        }
    }
}
