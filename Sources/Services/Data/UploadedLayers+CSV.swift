// SPDX-License-Identifier: Apache-2.0

import Formats

/// A CSV file as a layer: of points, where two of its columns are coordinates, else a table.
extension UploadedLayers {
    static func csv(_ bytes: [UInt8], _ name: String, _ parameters: JSON) throws(Failure) -> Layer {
        let text = DelimitedText(bytes, delimiter: parameters["columnDelimiter"]?.text?.first)
        guard !text.names.isEmpty else { throw Failure("the text has no line with the names of its columns") }
        let place = try coordinates(of: text, parameters)
        let declared = LayerDeclaration(described: parameters["layerInfo"] ?? .null)
        var declaration = LayerDeclaration()
        declaration.fields = declared.fields.filter { $0.type != .objectID }
        if let reference = parameters["sourceSR"], reference.members != nil {
            declaration.reference = SpatialReference(json: reference)
        }
        if place != nil { declaration.geometryType = .point }
        let fields = columns(of: text, declared)
        var table = RowTable(values: "row")
        for row in text.rows {
            var shape: EsriGeometry?
            if let place { shape = point(row, place) }
            let values = fields.enumerated().map { column, field in
                JSON.Member(field.name, value(row.indices.contains(column) ? row[column] : "", field.isNumber))
            }
            do throws(SourceValueError) { try table.add(values, shape) } catch { throw Failure(error.message) }
        }
        // A file without rows has its columns all the same.
        if text.rows.isEmpty { declaration.fields += empty(fields, declaration) }
        do throws(SourceValueError) {
            var data = try table.layer(declaration)
            for (column, field) in fields.enumerated() {
                guard let index = data.fields.firstIndex(where: { $0.name == field.name }),
                    !declaration.fields.contains(where: { $0.name == field.name })
                else { continue }
                data.fields[index].alias = ASCII.trimmed(text.names[column])
            }
            return Layer(id: 0, name: parameters["layerInfo"]?["name"]?.text ?? name, store: FeatureStore(data))
        } catch {
            throw Failure(error.message)
        }
    }

    private struct Column {
        var name: String
        var isNumber: Bool
    }

    /// Returns the columns by the names of their fields, which are unique, and whether their values are numbers.
    private static func columns(of text: DelimitedText, _ declared: LayerDeclaration) -> [Column] {
        var used: Set<String> = []
        return text.names.indices.map { index in
            let stem = DelimitedText.fieldName(text.names[index])
            var (name, number) = (stem, 1)
            while !used.insert(name.lowercased()).inserted {
                name = "\(stem)_\(number)"
                number += 1
            }
            let isText = declared.fields.contains { $0.name == name && $0.type == .string }
            return Column(name: name, isNumber: !isText && text.isNumeric(index))
        }
    }

    private static func empty(_ columns: [Column], _ declaration: LayerDeclaration) -> [Field] {
        columns.filter { column in !declaration.fields.contains { $0.name == column.name } }
            .map { Field(name: $0.name, type: .string, length: 256) }
    }

    private static func value(_ text: String, _ isNumber: Bool) -> JSON {
        guard isNumber else { return text.isEmpty ? .null : .string(text) }
        let trimmed = ASCII.trimmed(text)
        // Leading zeros are lost, as they are in the field.
        if let number = Int(trimmed) { return .int(number) }
        return Double(trimmed).map(JSON.double) ?? .null
    }

    private static func point(_ row: [String], _ place: (latitude: Int, longitude: Int)) -> EsriGeometry? {
        func number(_ column: Int) -> Double? {
            row.indices.contains(column) ? Double(ASCII.trimmed(row[column])) : nil
        }
        guard let y = number(place.latitude), let x = number(place.longitude) else { return nil }
        return EsriGeometry(Vertex(x: x, y: y))
    }

    /// Returns the columns with coordinates: those that the parameters name, else those with the usual names.
    private static func coordinates(
        of text: DelimitedText, _ parameters: JSON
    ) throws(Failure) -> (latitude: Int, longitude: Int)? {
        switch parameters["locationType"]?.text ?? "" {
        case "none", "unknown": return nil
        case "address", "lookup", "mgrs":
            throw Failure("MockPortal does not emulate finding the places of addresses; coordinates and none it does")
        default: break
        }
        let named = ["latitudeFieldName", "longitudeFieldName"].map { parameters[$0]?.text ?? "" }
        guard named.contains(where: { !$0.isEmpty }) else { return text.coordinates }
        var found: [Int] = []
        for name in named {
            let index = text.names.firstIndex {
                ASCII.equal(ASCII.trimmed($0), name) || ASCII.equal(DelimitedText.fieldName($0), name)
            }
            guard let index else { throw Failure("the text has no column \"\(name)\"") }
            found.append(index)
        }
        return (found[0], found[1])
    }
}
