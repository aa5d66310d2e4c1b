import Facts
import Formats

/// `f=pbf`: Esri's FeatureCollection.proto; what stands where as captured (services-reference 4.1).
extension Plan {
    static let pbfType = "application/x-protobuf"

    func pbf(_ page: Page, _ query: Query) -> [UInt8] {
        let fields = query.fields.map { data.fields[$0] }
        let hasGeometry = query.returnsGeometry && data.geometryType != nil
        let grid = query.form.grid ?? Grid(query.outSR)
        return Plan.collection(1) { result in
            result.string(1, data.objectIDField)
            result.message(2) { unique in
                unique.string(1, data.objectIDField)
                unique.varint(2, 1)
            }
            if let name = data.globalIDField { result.string(3, name) }
            // A point is 0, and left out.
            if let type = data.geometryType, type.pbf > 0 { result.varint(7, type.pbf) }
            if data.geometryType != nil { result.message(8) { Plan.write(query.outSR, &$0) } }
            if page.isCut { result.varint(9, 1) }
            if data.hasZ, query.form.returnsZ { result.varint(10, 1) }
            if data.hasM, query.form.returnsM { result.varint(11, 1) }
            if hasGeometry { result.message(12) { write(grid, query.form, &$0) } }
            for field in fields { result.message(13) { Plan.write(field, &$0) } }
            for row in page.rows {
                result.message(15) { feature in
                    for (field, place) in zip(fields, query.fields) {
                        feature.message(1) { Plan.write(value(row.values[place], field), field, &$0) }
                    }
                    guard hasGeometry, let outline = query.form.outline(row.geometry) else { return }
                    feature.message(2) { write(outline, grid, query.form, &$0) }
                }
            }
        }
    }

    func pbf(count: Int) -> [UInt8] { Plan.collection(2) { $0.varint(1, UInt64(count)) } }

    func pbf(ids: [Int]) -> [UInt8] {
        Plan.collection(3) { result in
            result.string(1, data.objectIDField)
            if !ids.isEmpty { result.packed(3, ids.map { UInt64(bitPattern: Int64($0)) }) }
        }
    }

    func pbf(extent: Envelope?, _ count: Int?) -> [UInt8] {
        Plan.collection(4) { result in
            if let extent {
                result.message(1) { box in
                    box.double(1, extent.xmin)
                    box.double(2, extent.ymin)
                    box.double(3, extent.xmax)
                    box.double(4, extent.ymax)
                    box.message(5) { Plan.write(query.outSR, &$0) }
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

    private static func write(_ reference: SpatialReference, _ writer: inout PBFWriter) {
        if let wkid = reference.wkid { writer.varint(1, UInt64(wkid)) }
        if let latest = reference.latestWkid { writer.varint(2, UInt64(latest)) }
    }

    private static func write(_ field: Field, _ writer: inout PBFWriter) {
        writer.string(1, field.name)
        if field.type.pbf > 0 { writer.varint(2, field.type.pbf) }
        writer.string(3, field.alias)
        // `sqlTypeOther`, as in all captures.
        writer.varint(4, 16)
    }

    /// NULL is a message of no length.
    private static func write(_ value: JSON, _ field: Field, _ writer: inout PBFWriter) {
        switch value {
        case .string(let text): writer.string(1, text)
        case .number:
            switch field.type {
            case .objectID: writer.varint(5, UInt64(max(0, value.integer ?? 0)))
            case .smallInteger, .integer: writer.signed(4, Int64(value.integer ?? 0))
            case .date, .bigInteger: writer.varint(6, UInt64(bitPattern: Int64(value.integer ?? 0)))
            default: writer.double(3, value.double ?? 0)
            }
        default: break
        }
    }

    private func write(_ grid: Grid, _ form: GeometryForm, _ writer: inout PBFWriter) {
        let (hasZ, hasM) = (data.hasZ && form.returnsZ, data.hasM && form.returnsM)
        if !grid.isUpperLeft { writer.varint(1, 1) }
        writer.message(2) { scale in
            scale.double(1, grid.scale)
            scale.double(2, grid.scale)
            if hasM { scale.double(3, grid.scaleZM) }
            if hasZ { scale.double(4, grid.scaleZM) }
        }
        writer.message(3) { translate in
            translate.double(1, grid.x)
            translate.double(2, grid.y)
            if hasM { translate.double(3, grid.originZM) }
            if hasZ { translate.double(4, grid.originZM) }
        }
    }

    /// Positions are counted from the one before, part by part; heights and measures are not (captured).
    private func write(_ outline: Outline, _ grid: Grid, _ form: GeometryForm, _ writer: inout PBFWriter) {
        let (hasZ, hasM) = (data.hasZ && form.returnsZ, data.hasM && form.returnsM)
        if outline.type.pbf > 0 { writer.varint(1, outline.type.pbf) }
        let parts = outline.parts.map(grid.places)
        if outline.type != .point || hasZ || hasM { writer.packed(2, parts.map { UInt64($0.count) }) }
        var numbers: [UInt64] = []
        for part in parts {
            var (x, y): (Int64, Int64) = (0, 0)
            for place in part {
                numbers += [PBFWriter.zigzag(place.x &- x), PBFWriter.zigzag(place.y &- y)]
                (x, y) = (place.x, place.y)
                if hasZ { numbers.append(PBFWriter.zigzag(grid.height(place.vertex.z))) }
                if hasM { numbers.append(PBFWriter.zigzag(grid.height(place.vertex.m))) }
            }
        }
        writer.packed(3, numbers)
    }
}

extension GeometryType {
    var pbf: UInt64 {
        switch self {
        case .point: 0
        case .multipoint: 1
        case .polyline: 2
        case .polygon: 3
        }
    }
}

extension FieldType {
    var pbf: UInt64 {
        switch self {
        case .smallInteger: 0
        case .integer: 1
        case .single: 2
        case .double: 3
        case .string: 4
        case .date: 5
        case .objectID: 6
        case .geometry: 7
        case .blob: 8
        case .raster: 9
        case .guid: 10
        case .globalID: 11
        case .xml: 12
        case .bigInteger: 13
        case .dateOnly: 14
        case .timeOnly: 15
        case .timestampOffset: 16
        }
    }
}
