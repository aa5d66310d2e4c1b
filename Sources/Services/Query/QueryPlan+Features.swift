// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Sets of features: key orders as captured (docs/reference/query.md#answers).
extension QueryPlan {
    var isMapServer: Bool { request.kind == .mapServer }
    var isHosted: Bool { !isMapServer && runtime == .hosted }

    func features(_ page: Page, _ query: Query) -> [UInt8] {
        let (text, style) = (prepared.text, version.style)
        var out: [UInt8] = []
        out.reserveCapacity(text.head.count + 64 + page.rows.count * (64 + 32 * text.columns.count))
        out += page.rows.isEmpty ? text.bareHead ?? text.head : text.head
        // Hosted services report before the features that there are more; servers do after them.
        if page.isCut, isHosted { out += FeatureText.more }
        out += FeatureText.features
        for (index, row) in page.rows.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            append(row, query, style, to: &out)
        }
        out.append(UInt8(ascii: "]"))
        if page.isCut, !isHosted { out += FeatureText.more }
        out.append(UInt8(ascii: "}"))
        return out
    }

    /// Returns the text before the rows, which is the same for all answers to a query.
    func text() -> FeatureText {
        let fields = query.fields.map { data.fields[$0] }
        var members = head(fields, isSummed: false)
        let bare = !isMapServer && manner.emptySet == .bare ? members : nil
        if isHosted, let measures = data.measures(hasUnits: true) {
            members.append(.init("geometryProperties", measures))
        }
        if query.form.returnsZ, data.hasZ { members.append(.init("hasZ", .bool(true))) }
        if query.form.returnsM, data.hasM { members.append(.init("hasM", .bool(true))) }
        if let type = data.geometryType {
            members.append(.init("geometryType", .string(type.rawValue)))
            members.append(.init("spatialReference", query.outSR.short(version)))
            if let grid = query.form.grid { members.append(.init("transform", grid.json)) }
        }
        // Captured: 9.3 has none.
        if version >= .v10_0_0 { members.append(.init("fields", .array(fields.map(field)))) }
        return FeatureText(
            head: members, bareHead: bare, fields: query.fields.map { ($0, data.fields[$0]) }, style: version.style)
    }

    /// Returns the members before the geometry type.
    private func head(_ fields: [Field], isSummed: Bool) -> [JSON.Member] {
        // Captured: so do statistics of a feature service that is not hosted (Esri/arcade-expressions#68).
        guard !isMapServer, isHosted || !isSummed else {
            var aliases = fields.map { JSON.Member($0.name, .string($0.alias)) }
            if manner.fieldAliases == .twice, let last = aliases.last { aliases.append(last) }
            return [
                .init("displayFieldName", .string(isSummed ? "" : data.displayField)),
                .init("fieldAliases", .object(aliases)),
            ]
        }
        var members: [JSON.Member] = [.init("objectIdFieldName", .string(data.objectIDField))]
        // Captured: of 10.7 and later, not of 2016.
        if isHosted, version >= .v10_7 {
            members.append(
                .init(
                    "uniqueIdField",
                    .object([.init("name", .string(data.objectIDField)), .init("isSystemMaintained", .bool(true))])))
        }
        members.append(.init("globalIdFieldName", .string(data.globalIDField ?? "")))
        return members
    }

    /// Returns the members at the end. Hosted services report before the features that there are more; servers do after
    /// them.
    private func tail(_ features: [JSON], _ isCut: Bool) -> [JSON.Member] {
        let rows = JSON.Member("features", .array(features))
        guard isCut else { return [rows] }
        let flag = JSON.Member("exceededTransferLimit", .bool(true))
        return isHosted ? [flag, rows] : [rows, flag]
    }

    /// A layer's part of a query of the whole service, in the captured orders of 10.71 and of a hosted service at 10.7:
    /// no `uniqueIdField`, and on a server the rows' geometry first. Only a set that was cut says so.
    func ofService(_ id: Int, _ page: Page, _ query: Query) -> JSON {
        let fields = query.fields.map { data.fields[$0] }
        if runtime == .arcGISPro { return ofProService(id, page, query, fields) }
        var members: [JSON.Member] = [
            .init("id", .int(id)), .init("objectIdFieldName", .string(data.objectIDField)),
            .init("globalIdFieldName", .string(data.globalIDField ?? "")),
        ]
        if isHosted, let measures = data.measures(hasUnits: false) {
            members.append(.init("geometryProperties", measures))
        }
        if let type = data.geometryType {
            members.append(.init("geometryType", .string(type.rawValue)))
            members.append(.init("spatialReference", query.outSR.short(version)))
        }
        if page.isCut { members.append(.init("exceededTransferLimit", .bool(true))) }
        if data.hasZ { members.append(.init("hasZ", .bool(query.form.returnsZ))) }
        if data.hasM { members.append(.init("hasM", .bool(query.form.returnsM))) }
        members.append(.init("fields", .array(fields.map(field))))
        let rows = page.rows.map { row -> JSON in
            let feature = feature(row, query, fields)
            return isHosted ? feature : .object((feature.members ?? []).reversed())
        }
        return .object(members + [.init("features", .array(rows))])
    }

    /// The same in the runtime of ArcGIS Pro: the rows come first, and the id last (captured, 10.61).
    private func ofProService(_ id: Int, _ page: Page, _ query: Query, _ fields: [Field]) -> JSON {
        var members: [JSON.Member] = [
            .init("exceededTransferLimit", .bool(page.isCut)),
            .init("features", .array(page.rows.map { feature($0, query, fields) })),
            .init("fields", .array(fields.map(field))),
        ]
        if let type = data.geometryType {
            members.append(.init("geometryType", .string(type.rawValue)))
            members.append(.init("spatialReference", query.outSR.short(version)))
        }
        members += [
            .init("objectIdFieldName", .string(data.objectIDField)),
            .init("hasZ", .bool(data.hasZ && query.form.returnsZ)),
            .init("hasM", .bool(data.hasM && query.form.returnsM)), .init("id", .int(id)),
        ]
        return .object(members)
    }

    private func field(_ field: Field) -> JSON {
        let name = JSON.Member("name", .string(field.name))
        let type = JSON.Member("type", .string(field.type.rawValue))
        let alias = JSON.Member("alias", .string(field.alias))
        // Captured: a layer's part of a query of the whole service in the runtime of ArcGIS Pro, and statistics.
        let isTypeFirst = isMapServer || isHosted || isOfService && runtime == .arcGISPro || query.statistics != nil
        var members = isTypeFirst ? [name, type, alias] : [name, alias, type]
        if isHosted { members.append(.init("sqlType", .string(field.type.sqlType))) }
        if let length = field.length { members.append(.init("length", .int(length))) }
        if isHosted {
            members.append(.init("domain", field.domain?.json ?? .null))
            members.append(.init("defaultValue", field.defaultValue))
            members += Description.described(field)
        }
        return .object(members)
    }

    private func feature(_ row: Feature, _ query: Query, _ fields: [Field]) -> JSON {
        let attributes = zip(fields, query.fields).map { JSON.Member($0.name, value(row.values[$1], $0.type)) }
        return .object([.init("attributes", .object(attributes))] + index(row, query))
    }

    /// Appends an encoded row.
    private func append(_ row: Feature, _ query: Query, _ style: JSONWriter.Style, to out: inout [UInt8]) {
        out += FeatureText.attributes
        for column in prepared.text.columns {
            out += column.key
            JSONWriter.append(value(row.values[column.index], column.type), style: style, to: &out)
        }
        out.append(UInt8(ascii: "}"))
        var isWritten = false
        if query.returnsGeometry, data.geometryType != nil {
            isWritten = query.form.append(row, key: FeatureText.geometry, style, to: &out)
        }
        for member in index(row, query, afterGeometry: isWritten) { JSONWriter.append(member, style: style, to: &out) }
        out.append(UInt8(ascii: "}"))
    }

    /// Returns the members after the attributes of a row, or those after its geometry.
    private func index(_ row: Feature, _ query: Query, afterGeometry: Bool = false) -> [JSON.Member] {
        guard let type = store.layer.geometryType else { return [] }
        var members: [JSON.Member] = []
        let isNext = query.returnsGeometry && !afterGeometry
        if isNext, let geometry = query.form.json(row) {
            members.append(.init("geometry", geometry))
        } else if isNext, type == .point, manner.nullPoint == .nan {
            let none: JSON = version < .v10_0 ? .number("NaN") : .string("NaN")
            members.append(.init("geometry", .object([.init("x", none), .init("y", none)])))
        } else if isNext, type != .point, manner.nullPoint == .nan, isMapServer {
            // Captured: a line without a shape, Tests/Golden/arcgis/arcgisutils/null-polyline.json.
            let key = type == .polyline ? "paths" : type == .polygon ? "rings" : "points"
            members.append(.init("geometry", .object([.init(key, .array([]))])))
        }
        // With or without the geometry.
        if query.returnsCentroid, type == .polygon, let centroid = query.form.outline(row.geometry)?.centroid {
            // On the grid, like the geometry: captured only in pbf.
            let index = query.form.grid.map { $0.location(centroid) }
            let x = index.map { JSON.number("\($0.x)") } ?? .double(centroid.x)
            let y = index.map { JSON.number("\($0.y)") } ?? .double(centroid.y)
            members.append(.init("centroid", .object([.init("x", x), .init("y", y)])))
        }
        if query.returnsEnvelope, let around = row.envelope.flatMap({ query.form.from.project($0, to: query.outSR) }) {
            members.append(
                .init(
                    "envelope",
                    .object([
                        .init("xmin", .double(around.xmin)), .init("ymin", .double(around.ymin)),
                        .init("xmax", .double(around.xmax)), .init("ymax", .double(around.ymax)),
                    ])))
        }
        return members
    }

    /// Returns a value as the service writes it: GUIDs in braces and uppercase, or as hosted services write them.
    func value(_ value: JSON, _ type: FieldType) -> JSON {
        switch type {
        case .date where version < .v10_0_0: value.double.map { .string(DisplayText.date($0)) } ?? value
        case .objectID where manner.objectIDForm == .double: value.integer.map(objectID) ?? value
        case .globalID, .guid:
            value.text.flatMap(GlobalID.normal).map { .string(GlobalID.written($0, version)) } ?? value
        default: value
        }
    }

    /// Returns rows without geometry.
    func features(_ table: Table) -> JSON {
        var members = head(table.fields, isSummed: table.isSummed)
        if !isMapServer, isHosted || !table.isSummed {
            if !isHosted { members += [.init("hasZ", .bool(false)), .init("hasM", .bool(false))] }
            if let type = data.geometryType {
                members.append(.init("geometryType", .string(type.rawValue)))
                members.append(.init("spatialReference", data.reference.short(version)))
            }
        }
        members.append(.init("fields", .array(table.fields.map(field))))
        let features = table.rows.enumerated().map { number, row in
            let attributes = zip(table.fields, row).map { JSON.Member($0.name, $1) }
            let shapes = table.shapes.isEmpty ? [] : [JSON.Member("aggregateGeometries", .object(table.shapes[number]))]
            return JSON.object([.init("attributes", .object(attributes))] + shapes)
        }
        return .object(members + tail(features, table.isCut))
    }
}

extension FieldType {
    /// The `sqlType` of hosted services: `sqlTypeOther` and `sqlTypeDouble` are captured, the others inferred.
    var sqlType: String {
        switch self {
        case .single, .double: "sqlTypeDouble"
        case .integer: "sqlTypeInteger"
        case .smallInteger: "sqlTypeSmallInt"
        case .bigInteger: "sqlTypeBigInt"
        default: "sqlTypeOther"
        }
    }
}
