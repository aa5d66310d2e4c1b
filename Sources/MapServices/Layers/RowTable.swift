import Facts
import Formats

/// Rows on their way from a source into a layer: values by column as the source has them, before their types are known.
struct RowTable {
    struct Row {
        var node: Node
        /// By column; columns that came later are missing at the end.
        var values: [Node?]
        var geometry: EsriGeometry?
    }

    var file: String
    private(set) var names: [String] = []
    private var columns: [String: Int] = [:]
    private(set) var rows: [Row] = []
    private(set) var geometryType: GeometryType?
    private(set) var hasZ = false
    private(set) var hasM = false

    init(file: String) { self.file = file }

    mutating func add(
        _ node: Node, values: [Node.Member], geometry: EsriGeometry?, at place: Node?
    ) throws(BadSource) {
        var row = Row(node: node, values: Array(repeating: nil, count: names.count), geometry: geometry)
        for (place, member) in values.enumerated() {
            let column: Int
            // Most rows have the same columns in the same order.
            if place < names.count, names[place] == member.name {
                column = place
            } else if let known = columns[member.name] {
                column = known
            } else {
                column = names.count
                columns[member.name] = column
                names.append(member.name)
                row.values.append(nil)
            }
            row.values[column] = member.node
        }
        if let geometry {
            if let type = geometryType, type != geometry.type {
                throw BadSource(
                    place ?? node,
                    "a layer has geometries of one type only: this is \(geometry.type.rawValue), before came \(type.rawValue)"
                )
            }
            geometryType = geometry.type
            hasZ = hasZ || geometry.hasZ
            hasM = hasM || geometry.hasM
        }
        rows.append(row)
    }

    /// The layer that the rows make, with what is declared of it.
    func layer(_ declaration: Declaration) throws(BadSource) -> LayerData {
        let oid = objectIDName(declaration)
        let fields = fields(declaration, oid)
        let ids = try objectIDs(oid)
        let sources = fields.map { columns[$0.name] }
        let (hasZ, hasM) = (declaration.hasZ ?? hasZ, declaration.hasM ?? hasM)
        var features: [Feature] = []
        features.reserveCapacity(rows.count)
        var extent: Envelope?
        // By place: handing rows and fields on would count references for each value.
        for place in rows.indices {
            var values: [JSON] = []
            values.reserveCapacity(fields.count)
            for column in fields.indices {
                if fields[column].type == .objectID {
                    values.append(.number(String(ids[place])))
                } else if let source = sources[column], source < rows[place].values.count,
                    let node = rows[place].values[source]
                {
                    values.append(try value(node, fields[column]))
                } else {
                    values.append(.null)
                }
            }
            let geometry = rows[place].geometry?.json(hasZ: hasZ, hasM: hasM)
            let envelope = rows[place].geometry?.envelope
            features.append(
                Feature(
                    objectID: ids[place], values: values, geometry: geometry, envelope: envelope,
                    curves: rows[place].geometry?.curves))
            if let envelope { extent = extent?.union(envelope) ?? envelope }
        }
        let strings = fields.filter { $0.type == .string }
        let display = strings.first { $0.name.lowercased() == "name" } ?? strings.first
        var data = LayerData(
            geometryType: declaration.geometryType ?? geometryType, reference: declaration.reference ?? .wgs84,
            hasZ: hasZ, hasM: hasM, fields: fields, features: features.sorted { $0.objectID < $1.objectID },
            extent: extent, displayField: display?.name ?? oid)
        let told = declaration.fields.map(\.name)
        data.objectIDPlace = names.firstIndex(of: oid) ?? (names.isEmpty ? told.firstIndex(of: oid) : nil) ?? 0
        return data
    }

    // MARK: fields

    /// The declared one; else one that is called so and whose values can be ids; else one that is made.
    private func objectIDName(_ declaration: Declaration) -> String {
        if let name = declaration.objectIDField ?? declaration.fields.first(where: { $0.type == .objectID })?.name {
            return name
        }
        let known = names.first { name in
            ["objectid", "fid", "oid"].contains(name.lowercased()) && (try? objectIDs(name)) != nil
        }
        return known ?? "OBJECTID"
    }

    /// The object id first; then what the source has, and what is declared besides.
    private func fields(_ declaration: Declaration, _ oid: String) -> [Field] {
        let declared = Dictionary(declaration.fields.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        var first = declared[oid] ?? Field(name: oid, type: .objectID)
        let (about, isRequired) = (first.description, first.isRequired)
        first = Field(name: oid, type: .objectID, alias: first.alias)
        (first.description, first.isRequired) = (about, isRequired)
        var fields = [first]
        for (column, name) in names.enumerated() where name != oid {
            fields.append(field(declared[name], name, column, declaration))
        }
        for field in declaration.fields where columns[field.name] == nil && field.name != oid { fields.append(field) }
        if let name = declaration.globalIDField, !fields.contains(where: { $0.name == name }) {
            fields.append(Field(name: name, type: .globalID, length: 38))
        }
        return fields
    }

    /// A declared field without a type has the one that its values show.
    private func field(_ declared: Field?, _ name: String, _ column: Int, _ declaration: Declaration) -> Field {
        guard var field = declared else { return inferred(name, column, declaration) }
        if field.isTyped { return field }
        let shown = inferred(name, column, declaration)
        field.type = shown.type
        field.length = field.length ?? shown.length
        field.isTyped = true
        return field
    }

    /// The narrowest type that holds what is there: integer, double, date, else string.
    private func inferred(_ name: String, _ column: Int, _ declaration: Declaration) -> Field {
        if name == declaration.globalIDField { return Field(name: name, type: .globalID, length: 38) }
        var type: FieldType?
        var length = 1
        for place in rows.indices where column < rows[place].values.count {
            guard let node = rows[place].values[column] else { continue }
            let seen: FieldType
            switch node.value {
            case .null: continue
            case .number(let spelling): seen = Int32(spelling) == nil ? .double : .integer
            case .string(let text):
                length = max(length, text.utf16.count)
                seen = RowTable.instant(text) == nil ? .string : .date
            default:
                length = max(length, JSONWriter.json(node.json).count)
                seen = .string
            }
            switch (type, seen) {
            case (nil, _): type = seen
            case (.integer, .double), (.double, .integer): type = .double
            case (let known?, _): if known != seen { type = .string }
            }
        }
        let found = type ?? .string
        return Field(name: name, type: found, length: found == .string ? length : found == .date ? 8 : nil)
    }

    // MARK: values

    /// As the source has them, whatever gaps and order; without a column of that name from 1 on.
    private func objectIDs(_ name: String) throws(BadSource) -> [Int] {
        guard let column = columns[name] else { return Array(1..<(rows.count + 1)) }
        var seen: [Int: Node] = [:]
        var ids: [Int] = []
        ids.reserveCapacity(rows.count)
        for row in rows {
            guard column < row.values.count, let node = row.values[column], case .number(let spelling) = node.value,
                let id = node.json.integer, id >= 0
            else {
                throw BadSource(
                    (column < row.values.count ? row.values[column] : nil) ?? row.node,
                    "\"\(name)\" is the object id: a whole number in every row")
            }
            if let first = seen[id] {
                throw BadSource(
                    node,
                    "\"\(name)\": the object id \(spelling) stands here again; it was given in line \(first.position.line)"
                )
            }
            seen[id] = node
            ids.append(id)
        }
        return ids
    }

    private func value(_ node: Node, _ field: Field) throws(BadSource) -> JSON {
        switch (field.type, node.value) {
        case (_, .null): return .null
        case (.integer, .number(let spelling)) where Int32(spelling) != nil: return .number(spelling)
        case (.double, .number(let spelling)): return .double(Double(spelling) ?? 0)
        case (.string, .string(let text)) where text.utf8.count <= field.length ?? .max: return .string(text)
        case (.string, .array), (.string, .object):
            return .string(String(decoding: JSONWriter.json(node.json), as: UTF8.self))
        case (.date, .string(let text)):
            if let instant = RowTable.instant(text) { return .number(String(instant.milliseconds)) }
        default: if let value = field.value(node.json) { return value }
        }
        throw BadSource(node, "\(RowTable.shown(node)) cannot be: expected \(field.expected)")
    }

    private static func shown(_ node: Node) -> String {
        String(decoding: JSONWriter.json(node.json).prefix(60), as: UTF8.self)
    }

    /// Most texts are not even of its form: they are not looked at further.
    private static func instant(_ text: String) -> Instant? {
        let bytes = text.utf8
        guard bytes.count >= 17, bytes.count <= 35, bytes.first.map(ASCII.isDigit) ?? false, bytes.last != 32,
            bytes[bytes.index(bytes.startIndex, offsetBy: 4)] == UInt8(ascii: "-")
        else { return nil }
        return ISO8601.instant(text)
    }
}
