// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Parts of layers' descriptions.
extension Description {
    static func geometryType(_ subject: Subject) -> JSON {
        subject.data?.geometryType.map { .string($0.rawValue) } ?? .null
    }

    static func parentLayer(_ subject: Subject) -> JSON {
        // A layer without a group looks for none: that would be all layers for each of them.
        guard let id = subject.layer?.parent, let place = subject.service.layers.place(of: id) else { return .null }
        return .object([.init("id", .int(id)), .init("name", .string(subject.service.layers[place].name))])
    }

    static func subLayers(_ subject: Subject) -> JSON {
        guard let layer = subject.layer else { return .array([]) }
        let layers = subject.service.layers
        return .array(
            subject.families.places(in: layer.id).map {
                .object([.init("id", .int(layers[$0].id)), .init("name", .string(layers[$0].name))])
            })
    }

    /// Returns the extent; a group has that of its layers.
    static func layerExtent(_ subject: Subject) -> JSON {
        if let told = subject.told("extent"), let envelope = Envelope(json: told),
            subject.data?.features.isEmpty ?? true
        {
            let reference = told["spatialReference"].map(SpatialReference.init(json:))
            return extent(envelope, subject.reference(reference ?? subject.service.reference))
        }
        guard let data = subject.data else {
            let below = subject.layer.map { subject.families.allPlaces(in: $0.id) } ?? []
            return extent(
                subject.service.extent(of: below.map { subject.service.layers[$0] }),
                subject.reference(subject.service.reference))
        }
        return extent(data.extent, subject.reference(data.reference))
    }

    static func sourceReference(_ subject: Subject) -> JSON {
        let told = subject.told("sourceSpatialReference").map(SpatialReference.init(json:))
        return subject.reference(told ?? subject.data?.reference ?? subject.service.reference)
    }

    /// Returns the field that clients show for a row; groups have none.
    static func display(_ subject: Subject) -> String {
        subject.layer?.displayField ?? subject.data?.displayField ?? ""
    }

    static func subtypeField(_ subject: Subject) -> JSON {
        guard let layer = subject.layer, layer.subtypes != nil || !layer.rowTypes.isEmpty else { return .null }
        return layer.typeField.map(JSON.string) ?? .null
    }

    /// Returns the fields in the order of the description from which the layer was created. A MapServer lists the
    /// geometry among them, at the position where the description has it, else behind the first field.
    static func shown(_ subject: Subject, hasGeometry: Bool) -> [Field] {
        guard let data = subject.data else { return [] }
        let geometry = hasGeometry ? subject.geometryColumn : nil
        guard let told = subject.told("fields")?.elements else {
            var fields = data.indices.map { data.fields[$0] }
            if let geometry { fields.insert(geometry, at: min(1, fields.count)) }
            return fields
        }
        var fields: [Field] = []
        for json in told {
            let name = json["name"]?.text ?? ""
            if let field = data.fields.first(where: { $0.name == name }) {
                fields.append(field)
            } else if let geometry, json["type"]?.text == FieldType.geometry.rawValue {
                fields.append(geometry)
            }
        }
        let listed = Set(fields.map(\.name))
        return fields + data.fields.filter { !listed.contains($0.name) && subject.isListed($0) }
    }

    /// Returns the geometry field; a group has an empty object (captured, 10.71), a table none.
    static func geometryField(_ subject: Subject) -> JSON {
        if subject.isWithoutRows { return .object([]) }
        guard let column = subject.geometryColumn else { return .null }
        if subject.told("geometryField")?.members?.isEmpty == true { return .object([]) }
        return .object([
            .init("name", .string(column.name)), .init("type", .string(FieldType.geometry.rawValue)),
            .init("alias", .string(column.alias)),
        ])
    }

    /// Returns the relationships; cardinality and the keys are included from 10.1 on (documented). MapServers have the
    /// cardinality behind the keys (captured, 10.81).
    static func relationships(_ subject: Subject) -> JSON {
        let isLong = subject.version >= .v10_1
        let isMap = subject.isMap
        return .array(
            (subject.layer?.relationships ?? []).map { relationship in
                var members: [JSON.Member] = [
                    .init("id", .int(relationship.id)), .init("name", .string(relationship.name)),
                    .init("relatedTableId", .int(relationship.relatedID)),
                ]
                if isLong {
                    let cardinality = JSON.Member("cardinality", .string(relationship.cardinality))
                    if !isMap { members.append(cardinality) }
                    members += [
                        .init("role", .string(relationship.role)), .init("keyField", .string(relationship.keyField)),
                    ]
                    if isMap { members.append(cardinality) }
                    members.append(.init("composite", .bool(relationship.isComposite)))
                }
                return .object(members)
            })
    }

    /// Returns the drawing information. Pro's runtime says whether symbols scale, and its renderers lack label and
    /// description (captured).
    static func drawingInfo(_ subject: Subject) -> JSON {
        if subject.isWithoutRows { return .null }
        let told = subject.told("drawingInfo")
        var simple: [JSON.Member] = [
            .init("type", .string("simple")), .init("symbol", symbol(subject.data?.geometryType)),
        ]
        if !subject.isPro { simple += [.init("label", .string("")), .init("description", .string(""))] }
        var members: [JSON.Member] = [.init("renderer", subject.layer?.renderer ?? .object(simple))]
        if subject.isPro, subject.version >= .v11_0 {
            members.append(.init("scaleSymbols", told?["scaleSymbols"] ?? .bool(true)))
        }
        members.append(.init("transparency", scale(subject.layer?.transparency)))
        members.append(.init("labelingInfo", subject.layer?.labelingInfo ?? .null))
        return .object(members)
    }

    /// Returns the symbol of a layer without a renderer.
    static func symbol(_ type: GeometryType?) -> JSON {
        switch type {
        case .polygon, nil:
            .object([
                .init("type", .string("esriSFS")), .init("style", .string("esriSFSSolid")),
                .init("color", .array([0, 121, 193, 128].map(JSON.int))),
                .init(
                    "outline",
                    .object([
                        .init("type", .string("esriSLS")), .init("style", .string("esriSLSSolid")),
                        .init("color", .array([0, 78, 125, 255].map(JSON.int))), .init("width", .number("0.75")),
                    ])),
            ])
        case .polyline:
            .object([
                .init("type", .string("esriSLS")), .init("style", .string("esriSLSSolid")),
                .init("color", .array([0, 121, 193, 255].map(JSON.int))), .init("width", .int(1)),
            ])
        case .point, .multipoint:
            .object([
                .init("type", .string("esriSMS")), .init("style", .string("esriSMSCircle")),
                .init("color", .array([0, 121, 193, 255].map(JSON.int))), .init("size", .int(6)),
                .init("angle", .int(0)), .init("xoffset", .int(0)), .init("yoffset", .int(0)),
                .init(
                    "outline",
                    .object([.init("color", .array([0, 78, 125, 255].map(JSON.int))), .init("width", .int(1))])),
            ])
        }
    }
}

extension Description.Subject {
    /// The geometry as a field, with the name that the description gives it; `nil` for tables, groups and rasters.
    var geometryColumn: Field? { data?.geometryType == nil ? nil : layer?.geometryColumn }

    /// Returns whether a field is listed. Some sources have no object id that a client sees (captured: pyesridump
    /// us-ca-tuolumne); the double's own is then hidden.
    func isListed(_ field: Field) -> Bool { field.type != .objectID || layer?.described == nil }
}
