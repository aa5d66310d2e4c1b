import Facts
import Formats

/// Reads a layer from a GeoJSON FeatureCollection (RFC 7946): fields are inferred from the properties.
package enum GeoJSON {
    /// The layer, or what is wrong with the file.
    package static func read(_ bytes: [UInt8], file: String) -> Result<LayerData, BadSource> {
        let (root, findings) = JSON5Reader.read(bytes, file: file)
        guard let root else {
            return .failure(
                BadSource(
                    findings.first
                        ?? Finding(file: file, position: Position(line: 1, column: 1), message: "no JSON")))
        }
        guard case .string("FeatureCollection") = root["type"]?.value, case .array(let nodes) = root["features"]?.value
        else {
            return .failure(
                BadSource(Finding(file: file, position: root.position, message: "expected a GeoJSON FeatureCollection"))
            )
        }
        var names: [String] = []
        var types: [String: FieldType] = [:]
        var lengths: [String: Int] = [:]
        var rows: [(properties: [String: JSON], geometry: JSON?, envelope: Envelope?)] = []
        var geometryType: GeometryType?
        for node in nodes {
            let json = node.json
            guard json["type"]?.text == "Feature" else {
                return .failure(
                    BadSource(Finding(file: file, position: node.position, message: "expected a GeoJSON Feature")))
            }
            var properties: [String: JSON] = [:]
            for member in json["properties"]?.members ?? [] {
                if lengths[member.name] == nil {
                    names.append(member.name)
                    lengths[member.name] = 0
                }
                properties[member.name] = member.value
                lengths[member.name] = max(lengths[member.name] ?? 0, member.value.text?.count ?? 0)
                widen(&types, member)
            }
            var shape: EsriGeometry?
            if let geometry = json["geometry"], geometry != .null {
                guard let read = EsriGeometry(geoJSON: geometry) else {
                    let place = node["geometry"]?.position ?? node.position
                    return .failure(
                        BadSource(Finding(file: file, position: place, message: "this geometry cannot be read")))
                }
                guard geometryType == nil || geometryType == read.type else {
                    let place = node["geometry"]?.position ?? node.position
                    return .failure(
                        BadSource(
                            Finding(file: file, position: place, message: "a layer has geometries of one type only")))
                }
                geometryType = read.type
                shape = read
            }
            rows.append((properties, shape?.json, shape?.envelope))
        }
        return .success(layer(names, types, lengths, rows, geometryType))
    }

    /// The narrowest type that holds what was seen: integer, double, else string.
    private static func widen(_ types: inout [String: FieldType], _ member: JSON.Member) {
        let seen: FieldType
        switch member.value {
        case .null: return
        case .number(let spelling): seen = Int32(spelling) == nil ? .double : .integer
        default: seen = .string
        }
        let known = types[member.name] ?? seen
        types[member.name] = known == seen ? seen : (known == .string || seen == .string ? .string : .double)
    }

    private static func layer(
        _ names: [String], _ types: [String: FieldType], _ lengths: [String: Int],
        _ rows: [(properties: [String: JSON], geometry: JSON?, envelope: Envelope?)], _ geometryType: GeometryType?
    ) -> LayerData {
        let idName = names.first { ["objectid", "fid", "oid"].contains($0.lowercased()) && types[$0] == .integer }
        let ids = idName.map { name in rows.map { $0.properties[name]?.integer ?? -1 } }
        let usesOwn = ids.map { Set($0).count == rows.count && !$0.contains { $0 < 0 } } ?? false
        let oid = usesOwn ? idName ?? "OBJECTID" : "OBJECTID"
        var fields = [Field(name: oid, type: .objectID, alias: oid, length: nil)]
        for name in names where name != oid {
            let type = types[name] ?? .string
            fields.append(
                Field(
                    name: name, type: type, alias: name,
                    length: type == .string ? max(1, lengths[name] ?? 1) : nil))
        }
        var extent: Envelope?
        var features: [Feature] = []
        features.reserveCapacity(rows.count)
        for (place, row) in rows.enumerated() {
            let id = usesOwn ? ids?[place] ?? place + 1 : place + 1
            var values: [JSON] = [.number(String(id))]
            for field in fields.dropFirst() { values.append(value(row.properties[field.name] ?? .null, field.type)) }
            features.append(Feature(objectID: id, values: values, geometry: row.geometry, envelope: row.envelope))
            if let envelope = row.envelope { extent = extent?.union(envelope) ?? envelope }
        }
        let strings = fields.filter { $0.type == .string }
        let display = strings.first { $0.name.lowercased() == "name" } ?? strings.first
        return LayerData(
            geometryType: geometryType, fields: fields, features: features.sorted { $0.objectID < $1.objectID },
            extent: extent, displayField: display?.name ?? oid)
    }

    /// A value as its field's type spells it.
    private static func value(_ json: JSON, _ type: FieldType) -> JSON {
        switch (type, json) {
        case (_, .null): .null
        case (.double, .number(let spelling)): JSON.double(Double(spelling) ?? 0)
        case (.string, .string): json
        case (.string, _): .string(String(decoding: JSONWriter.json(json), as: UTF8.self))
        default: json
        }
    }
}
