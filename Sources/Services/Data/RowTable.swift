// SPDX-License-Identifier: Apache-2.0

import Facts
import Formats

/// Rows between a source and a layer: values by column, before their types are known.
struct RowTable {
    struct Row {
        /// The values; the first is reserved for an object id. Columns that were added later are missing at the end.
        var values: [JSON]
        var geometry: EsriGeometry?
    }

    /// The member of a feature that contains its values.
    private let key: String
    private(set) var names: [String] = []
    private(set) var columns: [String: Int] = [:]
    private(set) var rows: [Row] = []
    private var geometryType: GeometryType?
    private var hasZ = false
    private var hasM = false

    init(values key: String = "") { self.key = key }

    mutating func add(_ values: [JSON.Member], _ shape: EsriGeometry?) throws(SourceValueError) {
        let geometry = shape?.isEmpty ?? true ? nil : shape
        var row = Row(values: [], geometry: geometry)
        row.values.reserveCapacity(max(names.count, values.count) + 1)
        row.values.append(.null)
        for (index, member) in values.enumerated() {
            // Most rows have the same columns in the same order.
            let column = index < names.count && names[index] == member.name ? index : column(member.name)
            while row.values.count <= column + 1 { row.values.append(.null) }
            row.values[column + 1] = member.value
        }
        if let geometry {
            if let type = geometryType, type != geometry.type {
                throw SourceValueError(
                    way(rows.count, "geometry"),
                    "a layer has geometries of one type only: this is \(geometry.type.rawValue), before came \(type.rawValue)"
                )
            }
            geometryType = geometry.type
            hasZ = hasZ || geometry.hasZ
            hasM = hasM || geometry.hasM
        }
        rows.append(row)
    }

    /// Returns the index of a column, adding it if it is new.
    private mutating func column(_ name: String) -> Int {
        if let known = columns[name] { return known }
        columns[name] = names.count
        names.append(name)
        return names.count - 1
    }

    private func way(_ row: Int, _ members: String...) -> [SourceValueError.Step] {
        [.name("features"), .index(row)] + members.map { .name($0) }
    }

    /// Returns the layer of the rows with its declarations. It takes the rows in place and leaves none.
    mutating func layer(_ declaration: LayerDeclaration) throws(SourceValueError) -> LayerData {
        let oid = objectIDName(declaration)
        let fields = fields(declaration, oid)
        let ids = try objectIDs(oid)
        let (hasZ, hasM) = (declaration.hasZ ?? hasZ, declaration.hasM ?? hasM)
        var features: [Feature] = []
        features.reserveCapacity(rows.count)
        var extent: Envelope?
        // Access by index and in place: passing values on would count references and copy.
        for index in rows.indices {
            var values: [JSON] = []
            swap(&values, &rows[index].values)
            while values.count <= names.count { values.append(.null) }
            if let column = columns[oid] { values.remove(at: column + 1) }
            values[0] = .int(ids[index])
            for column in values.indices.dropFirst() {
                guard let value = RowTable.value(values[column], fields[column]) else {
                    throw SourceValueError(
                        way(index, key, fields[column].name),
                        "\(RowTable.shown(values[column])) cannot be: expected \(fields[column].expected)")
                }
                values[column] = value
            }
            while values.count < fields.count { values.append(.null) }
            let geometry = rows[index].geometry?.json(hasZ: hasZ, hasM: hasM)
            let envelope = rows[index].geometry?.envelope
            features.append(
                Feature(
                    objectID: ids[index], values: values, geometry: geometry, envelope: envelope,
                    curves: rows[index].geometry?.curves))
            if let envelope { extent = extent?.union(envelope) ?? envelope }
        }
        let isOrdered = !zip(ids, ids.dropFirst()).contains(where: >)
        if !isOrdered { features.sort { $0.objectID < $1.objectID } }
        let strings = fields.filter { $0.type == .string }
        let display = strings.first { $0.name.lowercased() == "name" } ?? strings.first
        var data = LayerData(
            geometryType: declaration.geometryType ?? geometryType, reference: declaration.reference ?? .wgs84,
            hasZ: hasZ, hasM: hasM, fields: fields, features: features,
            extent: extent, displayField: display?.name ?? oid)
        data.geometryField = declaration.geometryField ?? data.geometryField
        if !isOrdered { data.order = ids }
        let told = declaration.fields.map(\.name)
        data.objectIDIndex = names.firstIndex(of: oid) ?? (names.isEmpty ? told.firstIndex(of: oid) : nil) ?? 0
        return data
    }

    // MARK: values

    /// Returns the object ids of the source, with gaps and in any order; without such a column, from 1 on.
    func objectIDs(_ name: String) throws(SourceValueError) -> [Int] {
        guard let column = columns[name] else { return Array(1..<(rows.count + 1)) }
        var seen: [Int: Int] = [:]
        var ids: [Int] = []
        ids.reserveCapacity(rows.count)
        for index in rows.indices {
            let given = column + 1 < rows[index].values.count ? rows[index].values[column + 1] : .null
            guard case .number(let spelling) = given, let id = given.integer, id >= 0 else {
                throw SourceValueError(
                    way(index, key, name), "\"\(name)\" is the object id: an integer in every row")
            }
            if let first = seen.updateValue(index, forKey: id) {
                throw SourceValueError(
                    way(index, key, name), "\"\(name)\": the object id \(spelling) is a duplicate of the one",
                    earlier: way(first, key, name))
            }
            ids.append(id)
        }
        return ids
    }

    /// Returns a value, or `nil` if the field cannot hold it.
    private static func value(_ given: JSON, _ field: Field) -> JSON? {
        switch (field.type, given) {
        case (_, .null): return .null
        case (.integer, .number(let spelling)) where Int32(spelling) != nil: return given
        case (.double, .number(let spelling)): return .double(Double(spelling) ?? 0)
        case (.string, .string(let text)) where text.utf8.count <= field.length ?? .max: return given
        case (.string, .array), (.string, .object):
            return .string(String(decoding: JSONWriter.json(given), as: UTF8.self))
        case (.date, .string(let text)):
            let instant = RowTable.instant(text) ?? RowTable.early(text)
            return instant.map { .number(String($0.milliseconds)) } ?? field.value(given)
        default: return field.value(given)
        }
    }

    private static func shown(_ given: JSON) -> String {
        String(decoding: JSONWriter.json(given).prefix(60), as: UTF8.self)
    }

    /// Returns the instant of a date as servers of 9.3 write it: `4/21/2006 12:00:00 AM`.
    private static func early(_ text: String) -> Instant? {
        let parts = text.split { " /:".contains($0) }
        guard parts.count == 7, let half = ["AM", "PM"].firstIndex(of: parts[6]) else { return nil }
        let numbers = parts.prefix(6).compactMap { Int($0) }
        guard numbers.count == 6, (1...12).contains(numbers[3]) else { return nil }
        return CivilDate(
            year: numbers[2], month: numbers[0], day: numbers[1], hour: numbers[3] % 12 + 12 * half,
            minute: numbers[4], second: numbers[5])?.instant
    }

    /// Returns the instant of a text. Most texts do not have its form and are rejected at once.
    static func instant(_ text: String) -> Instant? {
        let bytes = text.utf8
        guard bytes.count >= 17, bytes.count <= 35, bytes.first.map(ASCII.isDigit) ?? false, bytes.last != 32,
            bytes[bytes.index(bytes.startIndex, offsetBy: 4)] == UInt8(ascii: "-")
        else { return nil }
        return ISO8601.instant(text)
    }
}
